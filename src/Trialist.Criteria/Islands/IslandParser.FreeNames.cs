using Trialist.Criteria.Vocabulary;
using Trialist.Terminology;

namespace Trialist.Criteria.Islands;

/// <content>Names that no table holds: the words themselves, as a reader would list them.</content>
internal sealed partial class IslandParser
{
    private static readonly string[] Opening = ["of ", "the ", "a ", "an ", "any ", "its ", "their ", "his ", "her ", "your ", "this ", "that ", "these ", "those ", "such ", "some ", "various ", "all ", "each ", "one of ", "known ", "documented ", "confirmed "];

    /// <summary>"anti-TIGIT", "anti-VEGF"; but not "anti-allergy".</summary>
    private const int LongestTarget = 5;

    private static readonly string[] Parts = ["components of ", "component of ", "ingredients of ", "ingredient of ", "excipients of ", "excipient of ", "constituents of ", "constituent of ", "class of ", "classes of "];

    private static readonly string[] Actors = ["inhibitors of ", "inhibitor of ", "inducers of ", "inducer of ", "substrates of ", "substrate of ", "antagonists of ", "antagonist of ", "agonists of ", "agonist of "];

    private static readonly string[] Changes = ["mutations in ", "mutation in ", "mutations of ", "mutation of ", "rearrangements of ", "rearrangement of ", "amplification of ", "deletion of ", "fusion of "];

    private static readonly string[] TestedFor = ["for ", "test for ", "tests for ", "testing for "];

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
            LeafType.Biomarker => Turned(BeginningOf(name, TestedFor) is { } test ? name[test.Length..] : name, Changes),
            LeafType.Treatment when BeginningOf(name, Actors) is not null => Turned(name, Actors),
            LeafType.Treatment when name.StartsWith("anti-", StringComparison.Ordinal) && name.AsSpan("anti-".Length) is var target && (target.IndexOfAnyInRange('0', '9') >= 0 || target.IndexOf(' ') is > 0 and <= LongestTarget) && name.IndexOf(' ', StringComparison.Ordinal) is > 0 and var cut && cut == name.LastIndexOf(' ') && (TreatingTails.Contains(name[(cut + 1)..]) || name.AsSpan(cut + 1).StartsWith("antibod")) => name[..cut],
            _ => name,
        };
        name = type == LeafType.Allergy ? OfStudyDrug(name) : name;
        name = name.StartsWith("select ", StringComparison.Ordinal) ? $"selected {name["select ".Length..]}" : name;
        name = type == LeafType.Behaviour ? name.Replace("health care", "healthcare", StringComparison.Ordinal) : name;
        if (type == LeafType.Condition && AdjectivesOfPersons.Default.NounOf(Singulars.Of(name)) is { } noun)
        {
            return noun;
        }

        return type is LeafType.Condition or LeafType.Treatment or LeafType.Procedure or LeafType.Biomarker or LeafType.Allergy or LeafType.Participation or LeafType.Behaviour ? Singulars.Of(name) : name;
    }

    /// <summary>Ways to name the drug of this study where an allergy is to it.</summary>
    private static readonly HashSet<string> StudyDrugs = new(StringComparer.Ordinal)
    {
        "study medication", "study treatment", "study product", "study agent", "study intervention", "trial drug", "trial medication",
        "trial medication agent", "trial treatment", "test drug", "test product", "investigational drug", "investigational product",
        "investigational medicinal product", "investigational medication", "investigational agent", "investigational treatment", "study vaccine",
        "trial product", "systemic investigational drug", "investigational medicinal drug",
    };

    // "investigational product", "investigational product component"
    internal static string OfStudyDrug(string name)
    {
        if (StudyDrugs.Contains(Singulars.Of(name)))
        {
            return "study drug";
        }

        var cut = name.LastIndexOf(' ');
        // "components of the drug": of that which is studied; a class of drugs is another matter.
        return cut > 0 && PartWords.Contains(Singulars.Of(name[(cut + 1)..])) && (StudyDrugs.Contains(Singulars.Of(name[..cut])) || (name[..cut] is "drug" or "product" or "medication" && !name.AsSpan(cut + 1).StartsWith("class"))) ? $"study drug {name[(cut + 1)..]}" : name;
    }

    private static readonly string[] OwnedBy = ["of", "in", "from", "used", "contained", "present"];

    private static readonly HashSet<string> PartWords = new(StringComparer.Ordinal) { "excipient", "component", "ingredient", "constituent", "inactive ingredient", "active ingredient", "class", "analogue", "analog", "derivative", "metabolite" };

    /// <summary>True for "excipient" and the like, in the singular.</summary>
    internal static bool IsPart(string name) => PartWords.Contains(name);

    // "study drug or its excipients": of what stands before.
    private string? OfDrugBefore(LeafType type, string name)
    {
        if (type != LeafType.Allergy || nodes.Count == 0 || (at < end && (items[at].Cue == Cue.Prep || StartsWithAny(items[at].Of(text), OwnedBy))) || nodes[^1] is not { IsLeaf: true, Type: LeafType.Allergy } drug || link is not (Link.Or or Link.And or Link.Comma))
        {
            return null;
        }

        var part = Singulars.Of(name);
        var whole = drug.Wording ?? drug.Concept.Name;
        whole = whole.LastIndexOf(' ') is > 0 and var cut && PartWords.Contains(whole[(cut + 1)..]) ? whole[..cut] : whole;
        return PartWords.Contains(part) && !PartWords.Contains(whole) ? $"{whole} {part}" : null;
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

    // "birch pollen sensitized subjects", "cat-sensitized": an allergy to what stands before.
    private bool TrySensitized(int from, int to)
    {
        if (to - from < 2 || !(items[to - 1].Of(text).ToLowerInvariant() is "sensitized" or "sensitised"))
        {
            return false;
        }

        var what = Spelled(new TextSpan(items[from].Start, items[to - 2].Kind == ItemKind.Dash ? items[to - 2].Start : items[to - 2].End));
        foreach (var entry in lexicon.Find(what))
        {
            if (entry.Kind == EntryKind.Allergen)
            {
                var span = new TextSpan(items[from].Start, items[to - 1].End);
                at = to;
                AddPhrase(LeafType.Allergy, entry.Concept, entry, span, null, WordingOf(LeafType.Allergy, what, entry) ?? entry.Name);
                return true;
            }
        }

        return false;
    }

    private static readonly HashSet<string> ConsentWords = new(StringComparer.OrdinalIgnoreCase)
    {
        "understand", "understands", "understood", "signed", "dated", "written", "provision", "obtaining", "obtained", "obtain", "give", "gives",
        "given", "provide", "provides", "provided", "form", "copy", "read", "personally", "freely", "fully", "voluntarily", "witnessed", "of", "a",
        "the", "duly", "valid", "gave",
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

    private static readonly string[] Adjectives = ["ive", "ing", "ed", "al", "ory"];

    /// <summary>The class that a drug's words name, where the last of them only says that it is a drug; null where they name more.</summary>
    private string? WithoutTail(string words, LexiconEntry entry)
    {
        var cut = words.LastIndexOf(' ');
        if (cut < 0 || entry.Name is "biologic" || entry.Name.Contains(' ', StringComparison.Ordinal) || !TreatingTails.Contains(words[(cut + 1)..]) || SpellingIn(words[..cut], entry) is not { } spelled)
        {
            return null;
        }

        // "narcotic medication" is a narcotic; "immunosuppressive" is no noun, and the last word of "radiation therapy" says what is done.
        var named = Singulars.Of(spelled.ToLowerInvariant());
        var adjective = Array.Exists(Adjectives, ending => named.EndsWith(ending, StringComparison.Ordinal));
        return adjective || entry.Name.EndsWith("therapy", StringComparison.Ordinal) || SaysLess(spelled, entry.Name) || IsBrand(spelled) || spelled.AsSpan().ContainsAnyInRange('A', 'Z') || SameLetters(named, entry.Name) ? entry.Name : named;
    }
}
