using Trialist.Criteria.Vocabulary;

namespace Trialist.Criteria.Islands;

/// <content>What something needs, beside a state that it is in: "a malignancy that is progressing or requires treatment".</content>
internal sealed partial class IslandParser
{
    private static readonly PhraseList Relative = new(" that ", " which ");

    private static readonly PhraseList Requiring = new("requir", "need", "necessitat");

    private bool TryAlsoRequires(Item item)
    {
        if (!Requiring.OccursIn(item.Of(text)) || nodes.Count == 0 || nodes[^1] is not { IsLeaf: true, Type: LeafType.Condition, Bounds: null, Except: null } last || !last.Qualifiers.Exists(IsState) || last.Qualifiers.Exists(one => one.Kind == QualifierKind.Role)
            || !Relative.OccursIn(text.AsSpan(last.Span.Start, item.Start - last.Span.Start)))
        {
            return false;
        }

        var noun = at + 1;
        while (noun < end && (IsQualifier(noun) || items[noun].Cue == Cue.Filler && !items[noun].Is(Cue.Time)))
        {
            noun++;
        }

        var stop = PhraseEnd(noun);
        if (stop == noun || Resolve(noun, stop).Type is not (LeafType.Treatment or LeafType.Procedure) || !NamesCareAlone.OccursIn(text.AsSpan(items[noun].Start, items[stop - 1].End - items[noun].Start)))
        {
            // A drug by its name is a fact of its own.
            return false;
        }

        var needed = new TextSpan(items[at + 1].Start, items[stop - 1].End);
        var other = last.Copy();
        other.Span = new TextSpan(item.Start, needed.End);
        other.Qualifiers.AddRange(last.Qualifiers.Where(one => !IsState(one)));
        other.Qualifiers.Add(new Qualifier(QualifierKind.Role, $"requiring {Spelled(needed)}"));
        other.AlternativeOf = null;
        passed.Add(other.Span);
        at = stop;
        other.Link = Link.Or;
        nodes.Add(other);
        link = Link.Adjacent;
        return true;
    }

    /// <summary>True for two states of one disease of which the second is a need: the first lasts, the second is met at a time.</summary>
    private static bool IsNeedBeside(Node node, Node last) =>
        node is { IsLeaf: true, Type: LeafType.Condition } && last.IsLeaf && node.Concept == last.Concept && node.Qualifiers.Exists(IsState) && last.Qualifiers.Exists(one => one.Kind == QualifierKind.Role && one.Value.StartsWith("requiring ", StringComparison.Ordinal) && !node.Qualifiers.Contains(one));

    private static readonly HashSet<string> Managing = new(StringComparer.OrdinalIgnoreCase) { "management", "treatment", "treatments", "therapy", "therapies", "medication", "medications", "intervention", "control" };

    // "blood pressure ≥ 150 mmHg despite optimal medical management": while it is treated.
    private bool TryDespite()
    {
        if (nodes.Count > 0 && link == Link.Adjacent && nodes[^1] is { IsLeaf: true, Type: LeafType.Condition, Except: null } disease && TryDiseaseDespite(disease))
        {
            return true;
        }

        if (nodes.Count == 0 || link != Link.Adjacent || nodes[^1] is not { IsLeaf: true, Bounds: not null, Type: LeafType.Measurement or LeafType.Score } value)
        {
            return false;
        }

        var stop = at + 1;
        while (stop < end && stop - at <= LongestManaging && (items[stop].Kind is ItemKind.Unknown or ItemKind.Mention || IsQualifier(stop) || items[stop].Phrase?.As(Cue.Judgement) == "adjective" || items[stop].Cue is Cue.Filler && !items[stop].Is(Cue.Time)))
        {
            stop++;
        }

        if (stop == at + 1 || !Managing.Contains(items[stop - 1].Of(text)) || stop < end && items[stop].Kind != ItemKind.Sign)
        {
            return false;
        }

        var words = new TextSpan(items[at].Start, items[stop - 1].End);
        for (var i = nodes.Count - 1; i >= 0 && nodes[i] is { IsLeaf: true, Bounds: not null } limited && limited.Type == value.Type; i--)
        {
            limited.Qualifiers.Add(new Qualifier(QualifierKind.Role, Spelled(words)));
            if (nodes[i].Link is not (Link.Or or Link.And or Link.Comma))
            {
                break;
            }
        }

        value.Span = value.Span.Union(words);
        passed.Add(words);
        at = stop;
        return true;
    }

    // "urticaria that is uncontrolled despite use of omalizumab"
    private bool TryDiseaseDespite(Node disease)
    {
        var stop = at + 1;
        while (stop < end && stop - at <= LongestManaging && (items[stop].Kind is ItemKind.Unknown or ItemKind.Dash || items[stop] is { Kind: ItemKind.Mention, Match.Entry.LeafType: LeafType.Treatment or LeafType.Procedure } || IsQualifier(stop) || items[stop].Phrase?.As(Cue.Judgement) == "adjective" || items[stop].Cue is Cue.Treatment || items[stop].Cue is Cue.Filler && !items[stop].Is(Cue.Time)))
        {
            stop++;
        }

        if (stop == at + 1 || !(Managing.Contains(LastWord(items[stop - 1].Span)) || items[stop - 1] is { Kind: ItemKind.Mention, Match.Entry.LeafType: LeafType.Treatment }) || (stop < end && items[stop].Kind != ItemKind.Sign) || (nodes.Count > 1 && disease.Link is Link.Or or Link.And or Link.Comma))
        {
            return false;
        }

        NarrowUpTo(stop, disease);
        return true;
    }

    // The words from here on narrow the fact.
    private void NarrowUpTo(int stop, Node fact)
    {
        var words = new TextSpan(items[at].Start, items[stop - 1].End);
        fact.Qualifiers.Add(new Qualifier(QualifierKind.Role, SpelledWords.Plainly(text.AsSpan(words.Start, words.Length))));
        fact.Span = fact.Span.Union(words);
        passed.Add(words);
        at = stop;
    }

    private const int LongestManaging = 6;

    private static readonly PhraseList NamesCareAlone = new("treatment", "therapy", "medication");

    // "disease that required systemic treatment (i.e., with use of steroids or immunosuppressants)": which treatment is meant.
    private bool TryBracketOfCare(Node owner, int to)
    {
        if (owner is not { IsLeaf: true, Type: LeafType.Condition } || owner.Qualifiers.FindLastIndex(one => one.Kind == QualifierKind.Role) is not (>= 0 and var place) || owner.Qualifiers[place].Value is not { } need || !Requiring.OccursIn(need) || !NamesCareAlone.OccursIn(need))
        {
            return false;
        }

        var names = false;
        for (var i = at; i < to; i++)
        {
            names |= items[i] is { Kind: ItemKind.Mention, Match.Entry.LeafType: LeafType.Treatment };
            if (!(items[i].Kind is ItemKind.Unknown or ItemKind.Dash || items[i] is { Kind: ItemKind.Mention, Match.Entry.LeafType: LeafType.Treatment } || IsQualifier(i) || items[i].Cue is Cue.Or or Cue.And or Cue.Filler or Cue.Including or Cue.Defined or Cue.Treatment or Cue.With || items[i].Text is "," or "." or "/" or "of"))
            {
                return false;
            }
        }

        if (!names)
        {
            return false;
        }

        var words = new TextSpan(items[at].Start, items[to - 1].End);
        owner.Qualifiers[place] = new Qualifier(QualifierKind.Role, $"{need} ({SpelledWords.Plainly(text.AsSpan(words.Start, words.Length))})");
        owner.Span = owner.Span.Union(words);
        passed.Add(words);
        return true;
    }
}
