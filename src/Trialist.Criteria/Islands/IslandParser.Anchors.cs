using Trialist.Criteria.Vocabulary;
using Trialist.Terminology;

namespace Trialist.Criteria.Islands;

/// <content>The point that time is counted from.</content>
internal sealed partial class IslandParser
{
    private bool IsOf(Item item) => item.Text is "of" || (item.Cue == Cue.Prep && item.Of(text).Equals("of the", StringComparison.OrdinalIgnoreCase));

    /// <summary>The point that a window is counted from; where no known point is named, the words themselves when they may be free.</summary>
    private (string? Anchor, int After) ReadAnchor(int index, bool free)
    {
        var best = -1;
        decimal? day = null;
        var after = index;
        var i = index;
        // "reaction after using a product with wheat": not of the study.
        var own = index < end && items[index].Of(text).Equals("using", StringComparison.OrdinalIgnoreCase) && !(index + 1 < end && HasWord(items[index + 1].Of(text), "study"));
        while (i < end && i - index < AnchorLength && !own)
        {
            var item = items[i];
            var rank = RankIn(item);
            if (IsQualifier(i) && QualifierOf(item) is { Kind: QualifierKind.Role, Value: "standard" or "salvage" or "adjuvant" or "neoadjuvant" or "first line" or "second line" or "definitive" or "palliative" })
            {
                // "after standard therapy": a point of the person's own history.
                best = -1;
                break;
            }

            if (rank >= 0)
            {
                best = Math.Max(best, rank);
                after = i + 1;
            }
            else if (best >= 0 && EndOfStudyDrugs(index, i) is > 0 and var drugs)
            {
                after = drugs;
                break;
            }
            else if (item is { Kind: ItemKind.Mention, Match.Entry: { LeafType: LeafType.Treatment or LeafType.Procedure or LeafType.Condition, Name: not ("drug" or "study drug" or "treatment" or "investigational drug") } } && !(free && IsTest(item.Match.Entry)))
            {
                if (free && nodes.Count > 0 && index > 0 && items[index - 1].Text is not ("since" or "from") && PhraseEnd(i) is var named && named > i && EndsPoint(named) && item.Match.Entry.LeafType is not LeafType.Condition)
                {
                    // "within 6 weeks of a previous influenza vaccination", "before the FMT procedure"
                    return (SpelledWords.Plainly(text.AsSpan(items[index].Start, items[named - 1].End - items[index].Start)), named);
                }

                if (free && EndOfDosed(index, i) is > 0 and var dosed)
                {
                    return (SpelledWords.Plainly(text.AsSpan(items[index].Start, items[dosed - 1].End - items[index].Start)), dosed);
                }

                // "after 131I-MIBG therapy": a point of the person's own history.
                best = -1;
                break;
            }
            else if (item.Kind == ItemKind.Number && i > index && (RankIn(items[i - 1]) >= 0 || (i > index + 1 && items[i - 1].Kind == ItemKind.Dash && items[i - 2].Kind == ItemKind.Number && after == i - 1)))
            {
                day ??= items[i - 1].Of(text).Equals("day", StringComparison.OrdinalIgnoreCase) ? item.Value : null;
                after = i + 1;
            }
            else if (item.Kind == ItemKind.Dash && i + 1 < end && items[i + 1].Kind == ItemKind.Number && item.End == items[i + 1].Start && i > index && RankIn(items[i - 1]) >= 0 && char.IsWhiteSpace(text[item.Start - 1]))
            {
                // "Day -1", "visit -1"
                day ??= items[i - 1].Of(text).Equals("day", StringComparison.OrdinalIgnoreCase) ? -items[i + 1].Value : null;
                i++;
                after = i + 1;
            }
            else if (!(item.Kind == ItemKind.Unknown || item.Kind == ItemKind.Mention || item.IsSign('\'') || (item.IsSign('/') && best >= 0) || (item.Kind == ItemKind.Cue && (item.Cue is Cue.Filler or Cue.Qualifier or Cue.Reference or Cue.Action or Cue.Treatment or Cue.Procedure or Cue.Planned || (free && i + 1 < end && item.Text is "previous" or "prior" && items[i + 1] is { Kind: ItemKind.Mention, Match.Entry.LeafType: LeafType.Treatment or LeafType.Procedure } && nodes.Count > 0))) || item.Text is "of" or "in" or "the" or "to" or "first" or "into" or "for" or "on" || (item.Kind == ItemKind.Dash && item.End < textEnd && !char.IsWhiteSpace(text[item.End]))))
            {
                break;
            }

            i++;
        }

        if (best >= 0 && after + 2 < end && items[after].IsSign(',') && items[after + 1].Text is "day" && items[after + 2].Kind == ItemKind.Number && AnchorWords.Name(best) == FirstCycle)
        {
            // "before Cycle 1, Day 1"
            after += 3;
        }

        if (best >= 0)
        {
            return (day is { } number && AnchorWords.Name(best) == FirstDay ? AnchorWords.Day(number) : AnchorWords.Name(best), AfterDrug(after));
        }

        if (!free || i == index)
        {
            return (null, index);
        }

        var stop = Math.Min(i, index + 4);
        return (Spelled(new TextSpan(items[index].Start, items[stop - 1].End)), stop);
    }

    private bool EndsPoint(int index) => index >= end || (items[index].Kind == ItemKind.Sign && items[index].Text is "." or ";" or ")");

    // "before the first dose of durvalumab or tremelimumab": the drugs of the study by their names; where they end, 0 where none are named so.
    private int EndOfStudyDrugs(int from, int index)
    {
        if (from == 0 || items[from - 1].Phrase?.As(Cue.Time) is not "before" || items[index] is not { Kind: ItemKind.Mention, Match.Entry.LeafType: LeafType.Treatment } || !HasWord(text.AsSpan(items[from].Start, items[index].Start - items[from].Start), "first dose of"))
        {
            return 0;
        }

        return EndOfDrugs(index);
    }

    // "after the final dose of durvalumab/placebo": the point is the dose of these; 0 where none is named.
    private int EndOfDosed(int from, int index) =>
        items[index] is { Kind: ItemKind.Mention, Match.Entry.LeafType: LeafType.Treatment } && text.AsSpan(items[from].Start, items[index].Start - items[from].Start).TrimEnd().EndsWith(" dose of", StringComparison.OrdinalIgnoreCase) ? EndOfDrugs(index) : 0;

    private int EndOfDrugs(int index)
    {
        var past = index + 1;
        while (past + 1 < end && (items[past].Cue is Cue.Or or Cue.And || items[past].IsSign(',') || items[past].IsSign('/')) && items[past + 1] is { Kind: ItemKind.Mention, Match.Entry.LeafType: LeafType.Treatment })
        {
            past += 2;
        }

        return past;
    }

    // "before skin testing", "prior to the food challenge": what a study does is a point in time.
    private bool IsTest(LexiconEntry entry) => entry.LeafType == LeafType.Procedure && lexicon.Broader(entry).Any(wider => wider.Name == "diagnostic procedure");

    // "at screening visit 1", "screening visit #2": the visits of a study are numbered.
    private bool NumbersVisit()
    {
        var before = at - 1;
        before -= before > 0 && text[items[before].Start] == '#' ? 1 : 0;
        return before >= 0 && SaysVisit(items[before]) && items[at].End - items[at].Start <= 2 && !(at + 1 < end && (items[at + 1].Kind is ItemKind.Number or ItemKind.Comparator || IsUnit(at + 1)));
    }

    private bool SaysVisit(Item item) => item.Kind is ItemKind.Cue or ItemKind.Mention && text.AsSpan(item.Start, item.Span.Length).EndsWith("visit", StringComparison.OrdinalIgnoreCase);

    private bool IsUnit(int index) => items[index].Kind == ItemKind.Unknown && Units.Canonical(items[index].Of(text)) is not null;

    private const string FirstDay = "day 1";

    private const string FirstCycle = "cycle 1";

    private int RankIn(Item item)
    {
        var best = AnchorWords.RankOf(item.Text);
        if (item.Phrase is not null && item.Text is null)
        {
            foreach (var word in item.Phrase.Words)
            {
                best = Math.Max(best, AnchorWords.RankOf(word));
            }
        }
        else if (item.Kind == ItemKind.Mention)
        {
            // "the informed consent" is a point in time; "bowel surgery" is a fact although "surgery" may be one.
            foreach (var word in item.Match.Entry.Kind == EntryKind.Matter ? item.Of(text).Split(' ') : [item.Of(text)])
            {
                best = Math.Max(best, AnchorWords.RankOf(CueTable.Default.WordOf(word)));
            }
        }

        return best;
    }
}
