using Trialist.Criteria.Vocabulary;

namespace Trialist.Criteria.Islands;

/// <content>Lengths of time.</content>
internal sealed partial class IslandParser
{
    /// <summary>"28 days", "5 half-lives or 30 days, whichever is longer": the longest length and the others.</summary>
    private (Duration Longest, ValueList<Duration> Others, int After)? ReadDurations(int index)
    {
        if (ReadDuration(index) is not { } first)
        {
            return null;
        }

        var all = new List<Duration> { first.Length };
        var after = first.After;
        var apart = false;
        for (var next = after; next < end && next - after < 8; next++)
        {
            var item = items[next];
            if (item.Kind == ItemKind.Cue && item.Phrase!.As(Cue.Time) == "longer")
            {
                return Finish(all, next + 1 < end && items[next + 1].IsSign(')') && next > index && items[next - 1].IsSign('(') ? next + 2 : next + 1);
            }

            if (item.Kind == ItemKind.Cue && item.Phrase!.As(Cue.Time) == "shorter")
            {
                // The model keeps the longer of several lengths only.
                return null;
            }

            if (ReadDuration(next) is { } further && (items[next - 1].Cue is Cue.Or or Cue.And or Cue.Filler || items[next - 1].Phrase?.As(Cue.Time) is "within" || items[next - 1].IsSign('/') || (items[next - 1].IsSign(',') && item.Kind == ItemKind.Number)) && next - after < 6)
            {
                apart |= !JoinsLengths(after, next);
                all.Add(further.Length);
                after = further.After;
                next = after - 1;
            }
        }

        if (all.Count > 1 && !apart)
        {
            return Finish(all, after);
        }

        return (first.Length, [], first.After);

        static (Duration, ValueList<Duration>, int)? Finish(List<Duration> all, int after) => (all[0], all.Count > 1 ? all.ToValueList() : [], after);
    }

    // "within 7 days before enrolment or pegfilgrastim within 14 days": unless the words say "whichever is longer", two lengths of one time stand side by side.
    private bool JoinsLengths(int from, int to)
    {
        var joined = false;
        for (var i = from; i < to; i++)
        {
            joined |= items[i].Cue is Cue.Or or Cue.And || items[i].IsSign('/') || items[i].IsSign('(') || items[i].IsSign(',');
            if (!(items[i].Cue is Cue.Or or Cue.And or Cue.Filler || items[i].IsSign('/') || items[i].IsSign('(') || items[i].IsSign(',') || items[i].Kind == ItemKind.Comparator || items[i].Is(Cue.Compare) || items[i].Phrase?.As(Cue.Time) is "within" or "for"))
            {
                return false;
            }
        }

        return joined;
    }

    private (Duration Length, int After)? ReadDuration(int index)
    {
        if (index >= end)
        {
            return null;
        }

        decimal value = 1;
        var unit = index;
        if (items[index].Kind == ItemKind.Number)
        {
            value = items[index].Value;
            unit = index + 1;
            // "12-month", "2 to 3 weeks" (the longer counts), "six (6) months".
            if (unit + 1 < end && (items[unit].Kind == ItemKind.Dash || items[unit].Text == "to") && items[unit + 1].Kind == ItemKind.Number)
            {
                value = items[unit + 1].Value;
                unit += 2;
            }

            if (unit < end && items[unit].Kind == ItemKind.Dash)
            {
                unit++;
            }
        }

        if (unit >= end)
        {
            return null;
        }

        var words = items[unit].Of(text);
        if (words.StartsWith("half", StringComparison.OrdinalIgnoreCase) && items[index].Kind == ItemKind.Number)
        {
            var after = unit + 1;
            while (after < end && after - unit < 4 && (items[after].Kind == ItemKind.Dash || items[after].Text is "lives" or "life" || items[after].Of(text).StartsWith("li", StringComparison.OrdinalIgnoreCase)))
            {
                after++;
            }

            return (new Duration(value, "[half-life]"), after);
        }

        var calendar = unit < end && words is "calendar" or "consecutive" or "full" ? unit + 1 : unit;
        var code = calendar < end ? TimeUnits.Of(items[calendar].Text ?? CueTable.Default.WordOf(items[calendar].Of(text))) : null;
        return code is null || (items[index].Kind != ItemKind.Number && code is "mo" && words.Length < 3) || (items[index].Kind != ItemKind.Number && words.Length < 3) ? null : (new Duration(value, code), calendar + 1);
    }

    // The lesser number of "4-6 weeks", "6 to 12 months".
    private decimal? LeastOfRange(int index) =>
        index + 2 < end && items[index].Kind == ItemKind.Number && (items[index + 1].Kind == ItemKind.Dash || items[index + 1].Text == "to") && items[index + 2].Kind == ItemKind.Number && items[index].Value < items[index + 2].Value ? items[index].Value : null;

    // "for at least 3 months", "for more than 2 weeks before screening".
    private (TimeWindow, int)? ReadFor(int index)
    {
        var words = items[index].Of(text);
        if ((items[index].Is(Cue.Compare) || items[index].Is(Cue.Between)) && (nodes.Count == 0 || !nodes[^1].IsLeaf || nodes[^1].Type is not (LeafType.Condition or LeafType.Treatment or LeafType.Behaviour or LeafType.Procedure)))
        {
            // "over 60 years" is an age unless something lasts that long.
            return null;
        }

        var op = index + 1 < end ? Operator(index + 1, out _) : null;
        var from = op is null ? index + 1 : index + 2;
        if (ReadDuration(SkipFillers(from)) is not { } length)
        {
            return null;
        }

        if (op is null && length.After < end && items[length.After].Kind == ItemKind.Cue && items[length.After].Phrase!.As(Cue.CompareAfter) is ['<', ..] most)
        {
            // "for 8 days or less"
            op = most;
        }

        op ??= words.Contains("more than", StringComparison.OrdinalIgnoreCase) || words.Contains("greater", StringComparison.OrdinalIgnoreCase) || words.Contains("over", StringComparison.OrdinalIgnoreCase) || words.Contains("longer", StringComparison.OrdinalIgnoreCase) ? ">" : words.Contains("up to", StringComparison.OrdinalIgnoreCase) ? "<=" : ">=";
        var (side, anchor, after) = ReadSide(length.After);
        if (side == TimeRelation.After && anchor is not null)
        {
            // "for 6 months after the study": the length begins where the other ends, which no window holds; what is only agreed to needs none.
            if (nodes.Count == 0 || !nodes[^1].IsAction)
            {
                return null;
            }

            anchor = null;
        }

        if (after < end && items[after].Kind == ItemKind.Cue && items[after].Is(Cue.CompareAfter))
        {
            after++;
        }

        var least = LeastOfRange(SkipFillers(from));
        var bound = length.Length with { Inclusive = op.Length > 1, Value = op[0] == '>' && least is { } fewest ? fewest : length.Length.Value };
        if (least is { } lower && op == ">=" && !SaysAtLeast.OccursIn(words) && from == index + 1)
        {
            // "for 4 to 6 weeks"
            return (new TimeWindow(TimeRelation.During, length.Length with { Value = lower }, length.Length, [], anchor), after);
        }

        return (new TimeWindow(TimeRelation.During, op[0] == '<' ? null : bound, op[0] == '<' ? bound : null, [], anchor), after);
    }

    // "during the study", "during the screening period": a stretch of the study, not of the person's own history.
    private (TimeWindow, int)? ReadDuringStudy(int index) =>
        ReadAnchored(index, "during") is { } found && (found.Window.Anchor is "study start" or "screening" or "visit" or "baseline" || (found.Window.Anchor == "enrolment" && items[index..found.After].Exists(item => HasWord(item.Of(text), "study") || HasWord(item.Of(text), "trial")))) ? found : null;

    // "antibiotics within 2 weeks before the study or during the study": the same fact at either time.
    private bool TryAlsoDuring(TimeWindow window, TextSpan span)
    {
        if (window.Relation != TimeRelation.During || link is not (Link.Or or Link.And) || !exclusion || nodes is not [{ IsLeaf: true, Except: null, When: { Max: not null } or { Relation: TimeRelation.Before, Anchor: not null } } only])
        {
            return false;
        }

        var other = only.Copy();
        other.Qualifiers.AddRange(only.Qualifiers);
        (other.Bounds, other.When, other.Span) = (only.Bounds, window, span);
        link = Link.Or;
        Add(other);
        passed.Add(span);
        return true;
    }
}
