using Trialist.Criteria.Vocabulary;

namespace Trialist.Criteria.Islands;

/// <content>Organs whose function is judged.</content>
internal sealed partial class IslandParser
{
    /// <summary>A longer list of organs is none that a person wrote.</summary>
    private const int LongestFunctions = 14;

    // "adequate hematologic, hepatic and end-organ function": where the list of organs ends; 0 where none stands there.
    private int FunctionsEnd(Item item)
    {
        if (item.Of(text).ToLowerInvariant() is not ("adequate" or "sufficient" or "acceptable" or "satisfactory"))
        {
            return 0;
        }

        for (var i = at; i < end && i - at < LongestFunctions; i++)
        {
            if (items[i].Of(text).ToLowerInvariant() is "function" or "functions" or "reserve" or "reserves")
            {
                return i > at && !(i + 1 < end && items[i + 1].Kind == ItemKind.Unknown) ? i + 1 : 0;
            }

            if (!(items[i].Kind is ItemKind.Unknown or ItemKind.Dash || IsQualifier(i) || items[i].IsSign(',') || items[i].IsSign('/') || items[i].Cue is Cue.And or Cue.Or || items[i] is { Kind: ItemKind.Mention, Match.Entry.LeafType: null or LeafType.Procedure or LeafType.Condition }))
            {
                return 0;
            }
        }

        return 0;
    }

    private bool ContraceptionFollows() =>
        SkipFillers(PastWays(SkipFillers(at))) is var next && next < end && items[next] is { Kind: ItemKind.Cue } word && word.Phrase!.As(Cue.Matter) is "contraception:contraception";

    // "a method for", "means of"
    private int PastWays(int index) =>
        index + 1 < end && items[index].Kind == ItemKind.Unknown && ActionNames.NamesWay(items[index].Of(text).ToLowerInvariant()) && items[index + 1].Of(text) is "of" or "for" ? index + 2 : index;

    // "adequate organ and bone marrow function", which the cues know as one phrase: two.
    private void AddAdequate(TextSpan span)
    {
        var words = Spelled(span);
        if (at + 1 < end && items[at].Cue == Cue.And && items[at + 1] is { Kind: ItemKind.Mention, Match.Entry.LeafType: LeafType.Procedure or LeafType.Measurement } && (at + 2 >= end || items[at + 2].IsSign('.')))
        {
            // "adequate coagulation and urinalysis": it is not said what is adequate.
            AddJudged(span);
            link = Link.And;
            Unread(at + 1, at + 2, "It is not said what is adequate.");
            at += 2;
            return;
        }

        var both = words.IndexOf(" and ", StringComparison.Ordinal);
        if (both < 0 || words.IndexOf(' ', StringComparison.Ordinal) is var how && how >= both || !words.EndsWith("function", StringComparison.Ordinal))
        {
            AddJudged(span);
            return;
        }

        Add(Node.Of(new Predicate.Judgement { Span = span, Wording = $"{words[..both]} function" }, link));
        link = exclusion ? Link.Or : Link.And;
        Add(Node.Of(new Predicate.Judgement { Span = span, Wording = $"{words[..how]} {words[(both + 5)..]}" }, link));
    }

    // One judgement for each organ.
    private void ReadFunctions(Item item, int stop)
    {
        var from = at;
        var any = exclusion;
        for (var i = at; i < stop; i++)
        {
            var ends = i == stop - 1;
            if (!ends && !items[i].IsSign(',') && !items[i].IsSign('/') && items[i].Cue is not (Cue.And or Cue.Or))
            {
                continue;
            }

            if (i > from)
            {
                var first = from == at;
                var span = new TextSpan(first ? item.Start : items[from].Start, items[ends ? i : i - 1].End);
                var organ = Spelled(new TextSpan(items[from].Start, items[i - 1].End));
                Add(Node.Of(new Predicate.Judgement { Span = span, Wording = $"{item.Of(text).ToLowerInvariant()} {organ}{(organ.EndsWith("status", StringComparison.Ordinal) ? "" : " " + Spelled(items[stop - 1].Span))}" }, link));
                link = any ? Link.Or : Link.And;
            }

            from = i + 1;
        }

        at = stop;
        link = Link.Adjacent;
    }
}
