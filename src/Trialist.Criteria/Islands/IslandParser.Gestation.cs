using Trialist.Criteria.Vocabulary;
using Trialist.Terminology;

namespace Trialist.Criteria.Islands;

/// <content>Words of time that say no window: "after 37 weeks of gestation", "of 50 to 85 years old".</content>
internal sealed partial class IslandParser
{
    // What is measured in time is limited by the words that begin a window elsewhere.
    private bool TryGestation()
    {
        var item = items[at];
        if (item.Kind != ItemKind.Cue || at + 2 >= end || items[at + 1].Kind != ItemKind.Number)
        {
            return false;
        }

        var sense = item.Phrase!.As(Cue.Time);
        var op = sense is "before" ? "<" : sense is "after" && item.Text is not ("from" or "since") ? ">" : item.Phrase.As(Cue.Compare);
        if (op is null or "=")
        {
            return false;
        }

        var value = ReadValue(at + 1, out var unit, out var after, out _);
        // "weeks of gestation" is a term of its own that holds the unit.
        var named = items[after - 1].Kind == ItemKind.Mention ? after - 1 : SkipFillers(after);
        if (!IsTime(unit) || named >= end || items[named] is not { Kind: ItemKind.Mention, Match.Entry: { LeafType: LeafType.Measurement, Analyte: { } analyte } entry } || !Units.SameDimension(analyte.Unit, unit!) || LimitFollows(named + 1))
        {
            return false;
        }

        var bound = new Bound(value, op.Length > 1);
        var span = new TextSpan(item.Start, items[named].End);
        at = named + 1;
        Add(new Node { Span = span, Type = LeafType.Measurement, Concept = entry.Concept, Entry = entry, Bounds = new Bounds(op[0] == '>' ? bound : null, op[0] == '<' ? bound : null, unit) });
        return true;
    }

    // "male or female of 50 to 85 years old": the word "of" begins no window here.
    private bool SaysAgeAhead() =>
        items[at].Text is "of" && at + 1 < end && items[at + 1].Kind == ItemKind.Number && ReadLimit(at + 1) is { IsPlain: false, Unit: { } unit } limit && IsTime(unit) && limit.Min is not null && limit.Max is not null
        && (SaysAge(limit) || (limit.After < end && HasWord(items[limit.After].Of(text), "old")));
}
