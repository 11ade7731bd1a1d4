using Trialist.Criteria.Vocabulary;
using Trialist.Terminology;

namespace Trialist.Criteria.Islands;

/// <content>Limits: "≥ 18 years", "between 7 and 10 %", "≤ 3 x ULN", "0 to 2", "18 years or older".</content>
internal sealed partial class IslandParser
{
    /// <summary>A limit as written.</summary>
    private readonly record struct Limit(Bound? Min, Bound? Max, string? Unit, int After, int Start, int End, bool OfPredicted)
    {
        public Bounds ToBounds() => new(Min, Max, Unit);

        public TextSpan Span => new(Start, End);

        /// <summary>True when a sign, a word or a unit marks it as a limit; two numbers beside each other may be anything.</summary>
        public bool IsMarked => IsWorded || Min is null || Max is null || Unit is not null || Min.Value.Value == Max.Value.Value;

        /// <summary>The other side where it has a unit of its own.</summary>
        public Bounds? Further { get; init; }

        /// <summary>True when no sign says whether it is the least, the most or the very value.</summary>
        public bool IsPlain { get; init; }

        /// <summary>True for "± 5": how far a value may move, not where it lies.</summary>
        public bool IsTolerance { get; init; }

        /// <summary>True for "or better", false for "or worse": which side that is, the scale knows.</summary>
        public bool? IsBetter { get; init; }

        /// <summary>True for "the 3rd percentile": a rank among others of the age, and no value.</summary>
        public bool IsPercentile { get; init; }

        /// <summary>True when a word such as "between" begins it.</summary>
        public bool IsWorded { get; init; }
    }

    private bool TryComparison()
    {
        var item = items[at];
        var further = item.Is(Cue.CompareAfter);
        if (item.Kind is not (ItemKind.Number or ItemKind.Comparator) && !(item.Kind == ItemKind.Cue && (further || item.Is(Cue.Compare) || item.Is(Cue.Between))))
        {
            return false;
        }

        if (IsDenominator(at))
        {
            return false;
        }

        if (IsEquation())
        {
            return false;
        }

        if (ReadLimit(at) is not { } limit)
        {
            return TrySignBeforeScale() || TrySignBeforeGrade() || TryEllipsis() || TryOtherUnit() || TryVolumeBehind() || TryOverControl();
        }

        if (items[at].Kind == ItemKind.Number && at > 0 && Numbered.Contains(items[at - 1].Of(text)))
        {
            // "type 1 or 2 diabetes"
            return false;
        }

        if (FollowsScoreWord(at))
        {
            limit = limit with { IsWorded = true };
        }

        var from = at;
        var before = link;
        if (further)
        {
            SetLink(item.Phrase!.Words[0] == "or" ? Link.Or : Link.And);
        }

        at = limit.After;
        if (Bind(limit, from) || TryUnnamed(limit))
        {
            return true;
        }

        at = from;
        link = before;
        return false;
    }

    /// <summary>What one of a unit is stands at most so many words before the sign.</summary>
    private const int LongestOne = 4;

    // "(1 cmH2O = 0.098 kPa)", "one serving = 1 glass of wine": what a unit is, and no limit on anything.
    private bool IsEquation()
    {
        for (var i = at - 1; items[at] is { Kind: ItemKind.Comparator, Text: "=" } && i >= Math.Max(0, at - LongestOne) && items[i].Kind is ItemKind.Number or ItemKind.Unknown or ItemKind.Mention or ItemKind.Cue; i--)
        {
            if (items[i] is { Kind: ItemKind.Number, Value: 1 })
            {
                return i < at - 1 && (i == 0 || items[i - 1].Kind == ItemKind.Sign);
            }
        }

        return false;
    }

    // What is numbered is not counted.
    private static readonly HashSet<string> Numbered = new(StringComparer.OrdinalIgnoreCase) { "type", "types", "visit", "visits", "cohort", "cohorts", "arm", "arms", "part", "parts", "exon", "exons", "appendix", "section", "item", "items", "question" };

    // "20/40 or better": a fraction, of which the second number says nothing by itself.
    private bool IsDenominator(int index) =>
        items[index].Kind == ItemKind.Number && index > 1 && items[index - 1].IsSign('/') && items[index - 2].Kind == ItemKind.Number && items[index - 1].Start == items[index - 2].End;

    // Visual acuity as Snellen's fraction of 20 feet or 6 metres.
    private bool IsSnellen(int number) =>
        items[number].Value is 20 or 6 && number + 2 < end && items[number + 1].IsSign('/') && items[number + 1].Start == items[number].End && items[number + 2].Kind == ItemKind.Number && items[number + 2].Value >= items[number].Value && items[number + 2].Value != 10;

    /// <summary>"bilirubin normal", "within normal limits".</summary>
    private bool TryLimitOnly()
    {
        if (nodes.Count == 0 || !nodes[^1].IsBare || nodes[^1].Type != LeafType.Measurement || link != Link.Adjacent)
        {
            return false;
        }

        var match = NormalLimits.MatchNormal(text, items[at].Start, textEnd);
        if (match.End == 0)
        {
            return false;
        }

        var start = items[at].Start;
        at = IndexAt(match.End);
        BindTo(new Limit(match.Lower ? new Bound(1, true) : null, new Bound(1, true), match.Lower ? null : Units.UpperLimitOfNormal, at, start, match.End, false), normalRange: match.Lower);
        return true;
    }

    private Limit? ReadLimit(int index)
    {
        var item = items[index];
        if (item.Kind == ItemKind.Cue && (item.Is(Cue.Between) || item.Is(Cue.Compare)) && ReadBracketed(index) is { } bracketed)
        {
            return bracketed;
        }

        if (item.Is(Cue.Between) && item.Kind == ItemKind.Cue)
        {
            var inside = SkipFillers(index + 1);
            return (ReadRange(index, inside) is { } range ? range with { IsWorded = true } : ReadFromAge(index, inside)) ?? (inside < end && !items[inside].Is(Cue.Between) && HasWord(item.Of(text), "age") | HasWord(item.Of(text), "aged") | HasWord(item.Of(text), "ages") && ReadLimit(inside) is { } aged ? aged with { Start = item.Start } : null);
        }

        var op = Operator(index, out var after);
        var number = op is null ? index : SkipFillers(after);
        if (number + 1 < end && op is not null && items[number].IsSign('+') && items[number + 1].Kind == ItemKind.Number && items[number].End == items[number + 1].Start)
        {
            number++;
        }

        if (op is not null && number + 1 < end && items[number].Kind == ItemKind.Unknown && items[number + 1].Kind == ItemKind.Number && nodes.Count > 0 && link is Link.Adjacent or Link.With && nodes[^1].Type is LeafType.Score or LeafType.Condition && items[number].Of(text).ToLowerInvariant() is "grade" or "class" or "stage")
        {
            number++;
        }

        if (number >= end || items[number].Kind != ItemKind.Number)
        {
            return op is not null ? ReadWordLimit(op, index, number) : null;
        }

        if (number + 1 < end && items[number + 1].Start == items[number].End && items[number + 1].Of(text) is "st" or "nd" or "rd" or "th")
        {
            // "up to the 19th birthday"
            return ReadPercentile(index, number, op);
        }

        if (IsSnellen(number))
        {
            return null;
        }

        if (op == "=" && ReadLostSigns(index, number) is { } lost)
        {
            return lost;
        }

        if (op is null or "=")
        {
            return ReadRange(index, number) is { } both ? both with { IsWorded = op is not null } : ReadExact(index, number, op);
        }

        if (op == "±")
        {
            return ReadTolerance(index, number);
        }

        var value = ReadValue(number, out var unit, out var next, out var predicted);
        // "urine protein ≥ 2+"
        next += unit is null && next < end && items[next].IsSign('+') && items[next].Start == items[next - 1].End && (next + 1 >= end || items[next + 1].Kind != ItemKind.Number) ? 1 : 0;
        var (min, max) = op[0] == '>' ? ((Bound?)new Bound(value, op.Length > 1), (Bound?)null) : (null, new Bound(value, op.Length > 1));

        // "≥ 2 or more", "at least 18 years or older": said twice.
        var doubled = SkipFillers(next);
        if (doubled < end && items[doubled].Kind == ItemKind.Cue && items[doubled].Phrase!.As(Cue.CompareAfter) is { } suffix && (suffix[0] == op[0]) && doubled == next)
        {
            next = doubled + 1;
        }

        return Second(new Limit(min, max, unit, next, items[index].Start, EndOf(next), predicted));
    }

    // "> 18 and < 65 years", "≥ 4 to < 18": the other side.
    private Limit Second(Limit first)
    {
        var index = first.After;
        if (SkipRepeated(index) is var repeated && repeated > index)
        {
            // "at least 18 years (≥)".
            first = first with { After = repeated, End = EndOf(repeated) };
            index = repeated;
        }

        var from = index;
        if (index < end && items[index].Kind == ItemKind.Cue && (items[index].Cue == Cue.And || items[index].Is(Cue.To) || items[index].Text == "but"))
        {
            index++;
        }
        else if (index < end && (items[index].IsSign(',') || items[index].Kind == ItemKind.Dash))
        {
            index++;
        }

        // "less than 10 mm in at least one dimension": only what joins two sides may stand between them.
        index = index < end && index > from ? SkipFillers(index) : index;
        if (index >= end || Operator(index, out var after) is not { } op || op is "=" or "±")
        {
            // "≥ 18 to 65 years"
            if (first.After < end && (items[first.After].Is(Cue.To) || items[first.After].Kind == ItemKind.Dash) && index < end && items[index].Kind == ItemKind.Number && first.Max is null && (first.Unit is null || UnitFollows(index, first.Unit)))
            {
                var upper = ReadValue(index, out var upperUnit, out var end2, out var predicted2);
                if (upper > first.Min!.Value.Value)
                {
                    return first with { Max = new Bound(upper, true), Unit = upperUnit ?? first.Unit, After = end2, End = EndOf(end2), OfPredicted = predicted2 };
                }
            }

            return first;
        }

        var number = SkipFillers(after);
        var lower = op[0] == '>';
        if (number >= end || items[number].Kind != ItemKind.Number || (lower ? first.Min : first.Max) is not null || (items[number].Text is not null && first.Unit is not null))
        {
            return first;
        }

        var value = ReadValue(number, out var unit, out var next, out var predicted);
        if (unit is null && first.Unit is not null && next < end && items[next].Text is "for" or "in" or "on")
        {
            // "score ≥ 5 for women up to 50 years and ≥ 4 for men": the second number is of another value.
            return first;
        }

        if (unit is not null && first.Unit is not null && unit != first.Unit)
        {
            // "older than 6 months and younger than 80 years": each side has its own unit.
            var side = new Bound(value, op.Length > 1);
            return first.Further is null && IsTime(unit) && IsTime(first.Unit) ? first with { Further = new Bounds(lower ? side : null, lower ? null : side, unit), After = next, End = EndOf(next) } : first;
        }

        // Another value's limit ("WBC > 3 and platelets < 5") names its subject in between and does not come here.
        if (lower ? value > first.Max!.Value.Value : value < first.Min!.Value.Value)
        {
            return first;
        }

        var bound = new Bound(value, op.Length > 1);
        return first with { Min = lower ? bound : first.Min, Max = lower ? first.Max : bound, Unit = unit ?? first.Unit, After = next, End = EndOf(next), OfPredicted = predicted || first.OfPredicted };
    }

    private static bool IsTime(string? unit) => unit is "a" or "mo" or "wk" or "d";

    private bool UnitFollows(int number, string unit)
    {
        ReadValue(number, out var found, out _, out _);
        return found is null || found == unit;
    }

    /// <summary>"18 years or older", "= 0", or a bare number.</summary>
    private Limit? ReadExact(int start, int number, string? op)
    {
        var value = ReadValue(number, out var unit, out var after, out var predicted);
        var index = after;
        while (index < end && index - after < 4 && (items[index].Cue == Cue.Filler || items[index].IsSign('(') || items[index].Text is "age" or "old"))
        {
            index++;
        }

        if (index < end && items[index].Kind == ItemKind.Cue && items[index].Phrase!.As(Cue.CompareAfter) is { } side && FurtherLimit(index, out _) is null)
        {
            var bound = new Bound(value, true);
            if (unit is null)
            {
                unit = UnitAfter(index + 1, out var further);
                return new Limit(side[0] == '>' ? bound : null, side[0] == '<' ? bound : null, unit, further, items[start].Start, EndOf(further), predicted) { IsBetter = items[index].Phrase!.Words switch { [.., "better"] => true, [.., "worse"] => false, _ => null } };
            }

            return new Limit(side[0] == '>' ? bound : null, side[0] == '<' ? bound : null, unit, index + 1, items[start].Start, items[index].End, predicted);
        }

        if (op is null && after < end && items[after].Of(text).ToLowerInvariant() is "minimum" or "maximum" && (after + 1 >= end || items[after + 1].Kind == ItemKind.Sign) && nodes.Count > 0 && nodes[^1].IsBare && link == Link.Adjacent)
        {
            // "hemoglobin 9 g/dL minimum"
            var least = items[after].Of(text).EndsWith("inimum", StringComparison.Ordinal);
            var bound = new Bound(value, true);
            return new Limit(least ? bound : null, least ? null : bound, unit, after + 1, items[start].Start, items[after].End, predicted);
        }

        if (after < end && items[after].IsSign('+') && items[after].Start == items[after - 1].End && HasPluses())
        {
            // "HER2 IHC 2+": the sign is a part of the value.
            return new Limit(new Bound(value, true), new Bound(value, true), null, after + 1, items[start].Start, items[after].End, predicted);
        }

        if (after < end && items[after].IsSign('+') && items[after].Start == items[after - 1].End)
        {
            var said = after + 1 < end && items[after + 1].Kind == ItemKind.Cue && items[after + 1].Phrase!.As(Cue.CompareAfter) is { } again && again[0] == '>' ? after + 2 : after + 1;
            // "60+ years"
            unit ??= UnitAfter(said, out said);
            return new Limit(new Bound(value, true), null, unit, said, items[start].Start, EndOf(said), predicted);
        }

        if (op is null && nodes.Count > 0 && nodes[^1].IsBare && link == Link.Adjacent && ExtremeBefore() is { } extreme)
        {
            var bound = new Bound(value, true);
            return new Limit(extreme == "minimum" ? bound : null, extreme == "minimum" ? null : bound, unit, after, items[start].Start, EndOf(after), predicted);
        }

        if (op is null && unit is Units.UpperLimitOfNormal && text.AsSpan(items[number].End, EndOf(after) - items[number].End) is var words && (HasWord(words, "higher") || HasWord(words, "greater") || HasWord(words, "above")))
        {
            // "3 times higher than the upper limit of normal".
            return new Limit(new Bound(value, true), null, unit, after, items[start].Start, EndOf(after), predicted);
        }

        if (op is null && IsPlainValue(number, unit, after))
        {
            return new Limit(new Bound(value, true), new Bound(value, true), unit, after, items[start].Start, EndOf(after), predicted) { IsPlain = true };
        }

        return op == "=" || (unit is null && FollowsScoreWord(start)) || nodes.Count > 0 && nodes[^1] is { IsBare: true, Type: LeafType.Score, Concept.Name: not "ctcae" } && link == Link.Adjacent
            ? new Limit(new Bound(value, true), new Bound(value, true), unit, after, items[start].Start, EndOf(after), predicted)
            : null;
    }

    // "a minimum life expectancy of 12 weeks": the word stands before what it limits.
    private string? ExtremeBefore()
    {
        var words = text.AsSpan(Math.Max(0, nodes[^1].Span.Start - LongestExtreme), Math.Min(LongestExtreme, nodes[^1].Span.Start));
        var trimmed = words.TrimEnd();
        return trimmed.EndsWith("minimum", StringComparison.OrdinalIgnoreCase) || trimmed.EndsWith("minimal", StringComparison.OrdinalIgnoreCase) || HasWord(nodes[^1].Span.Of(text), "minimum") ? "minimum"
            : trimmed.EndsWith("maximum", StringComparison.OrdinalIgnoreCase) || trimmed.EndsWith("maximal", StringComparison.OrdinalIgnoreCase) || HasWord(nodes[^1].Span.Of(text), "maximum") ? "maximum"
            : null;
    }

    private const int LongestExtreme = 9;

    // "≤ ULN", "> upper limit of normal", "below LLN", "above normal".
    private Limit? ReadWordLimit(string op, int start, int index)
    {
        if (index >= end || NormalLimits.Match(text, items[index].Start, textEnd) is not { End: > 0 } match)
        {
            return null;
        }

        var bound = new Bound(1, op.Length > 1);
        var after = IndexAt(match.End);
        // "platelets at least normal": no less than the lower end of it.
        var unit = op == ">=" && text.AsSpan(items[index].Start, match.End - items[index].Start).StartsWith("normal", StringComparison.OrdinalIgnoreCase) ? Units.LowerLimitOfNormal : match.Unit;
        return new Limit(op[0] == '>' ? bound : null, op[0] != '>' ? bound : null, unit, after, items[start].Start, match.End, false);
    }
}
