using Trialist.Criteria.Vocabulary;
using Trialist.Terminology;

namespace Trialist.Criteria.Islands;

/// <content>Names that no table holds: the words themselves, as a reader would list them.</content>
internal sealed partial class IslandParser
{
    private static readonly string[] Opening = ["of ", "the ", "a ", "an ", "any ", "its ", "their ", "his ", "her ", "your ", "this ", "that ", "these ", "those ", "such ", "some ", "all ", "each ", "one of ", "known ", "documented ", "confirmed "];

    private static readonly string[] Parts = ["components of ", "component of ", "ingredients of ", "ingredient of ", "excipients of ", "excipient of ", "constituents of ", "constituent of "];

    private static readonly string[] Changes = ["mutations in ", "mutation in ", "mutations of ", "mutation of ", "rearrangements of ", "rearrangement of ", "amplification of ", "deletion of ", "fusion of "];

    /// <summary>The name of what the words say: singular, without articles, the noun last.</summary>
    private static string FreeName(LeafType type, string words)
    {
        var name = words;
        while (BeginningOf(name, Opening) is { } opening && name.Length > opening.Length)
        {
            name = name[opening.Length..];
        }

        name = type switch
        {
            LeafType.Allergy => Turned(name, Parts),
            LeafType.Biomarker => Turned(name, Changes),
            _ => name,
        };
        return type is LeafType.Condition or LeafType.Treatment or LeafType.Procedure or LeafType.Biomarker or LeafType.Allergy or LeafType.Participation or LeafType.Behaviour ? Singulars.Of(name) : name;
    }

    private static string? BeginningOf(string name, string[] beginnings)
    {
        foreach (var beginning in beginnings)
        {
            if (name.StartsWith(beginning, StringComparison.Ordinal))
            {
                return beginning;
            }
        }

        return null;
    }

    // "components of turmeric" is a turmeric component, "mutation in the KIT gene" a KIT mutation.
    private static string Turned(string name, string[] nouns)
    {
        if (BeginningOf(name, nouns) is not { } first)
        {
            return name;
        }

        var owner = name[first.Length..];
        owner = owner.StartsWith("the ", StringComparison.Ordinal) ? owner[4..] : owner;
        owner = owner.EndsWith(" gene", StringComparison.Ordinal) ? owner[..^5] : owner;
        return owner.Length == 0 || owner.Contains(" or ", StringComparison.Ordinal) ? name : $"{owner} {Singulars.Of(first[..first.IndexOf(' ', StringComparison.Ordinal)])}";
    }

    private static readonly HashSet<string> ConsentWords = new(StringComparer.OrdinalIgnoreCase)
    {
        "understand", "understands", "understood", "signed", "dated", "written", "provision", "obtaining", "obtained", "obtain", "give", "gives", "given", "provide", "provides", "provided", "form", "copy", "read", "personally", "freely", "fully", "voluntarily", "witnessed", "of", "a", "the", "duly", "valid", "gave",
    };

    // "Subjects who understand and sign an informed consent form": words that only say how consent is given.
    private bool OnlyGivesConsent(int from, int to)
    {
        for (var i = from; i < to; i++)
        {
            if (!ConsentWords.Contains(items[i].Of(text)))
            {
                return false;
            }
        }

        return qualifiers.Count == 0 && items.Exists(item => item.Kind == ItemKind.Cue && item.Phrase!.As(Cue.Matter) is "consent:informed consent");
    }

    // "non-compliance in taking medications": what it is with is no fact of its own.
    private void TakeObject(Node node)
    {
        if (node.Concept.Name != "compliance" || at >= end || items[at].Text is not ("with" or "to" or "in" or "of"))
        {
            return;
        }

        var from = at;
        while (at < end && !(items[at].Kind == ItemKind.Sign && items[at].Text is "," or ";" or "." or "(" or ")") && items[at].Cue is not (Cue.And or Cue.Or or Cue.Except or Cue.If))
        {
            at++;
        }

        var what = new TextSpan(items[from].Start, items[at - 1].End);
        node.Concept = new Concept($"compliance {Spelled(what)}");
        node.Entry = null;
        node.Wording = null;
        node.Span = node.Span.Union(what);
    }

    /// <summary>The class that a drug's words name, where the last of them only says that it is a drug; null where they name more.</summary>
    private string? WithoutTail(string words, LexiconEntry entry)
    {
        var cut = words.LastIndexOf(' ');
        return cut > 0 && entry.Name is not "biologic" && entry.Name.IndexOf(' ', StringComparison.Ordinal) < 0 && TreatingTails.Contains(words[(cut + 1)..]) && SpellingIn(words[..cut], entry) is not null ? entry.Name : null;
    }
}
