using Trialist.Matching.Leaves;
using Trialist.Matching.Windows;

namespace Trialist.Matching.Bulk;

internal sealed partial class ValueGroup
{
    private readonly List<(string Unit, decimal? Factor)> factors = [];
    private Fitness[] fitnesses = []; // by form

    /// <summary>Whether facts of a form can answer, whatever their values and days.</summary>
    private enum Fitness : byte
    {
        NotSeen,
        No,
        Open,
        Yes,
    }

    private bool IsCandidate(in ValuedFact entry, out Truth inTime)
    {
        inTime = FitnessOf(entry) == Fitness.No ? Truth.False : InTime(entry.First, entry.Last);
        return inTime != Truth.False;
    }

    private Fitness FitnessOf(in ValuedFact entry)
    {
        if (entry.Form >= fitnesses.Length)
        {
            Array.Resize(ref fitnesses, Math.Max(entry.Form + 1, fitnesses.Length * 2));
        }

        ref var known = ref fitnesses[entry.Form];
        return known != Fitness.NotSeen ? known : known = FitnessOf(entry.Fact);
    }

    private Fitness FitnessOf(Fact fact)
    {
        var fit = QualifierFit.Of(key.Qualifiers, fact).Truth;
        return !FactGroups.Answers(fact.Type, key.Type) || PreparedPerson.IsOfAnother(fact.Qualifiers) != isOfAnother || (key.Qualifiers.Count > 0 && (fit == Truth.False || ValueRule.Differs(key, fact))) ? Fitness.No
            : fact.Presence != Presence.Present || (key.Qualifiers.Count > 0 && fit == Truth.Unknown) ? Fitness.Open
            : Fitness.Yes;
    }

    // Null where the value leaves it open.
    private int? StepOf(in ValuedFact one, Truth inTime)
    {
        if (inTime == Truth.Unknown || FitnessOf(one) == Fitness.Open)
        {
            return null;
        }

        return one.Value is not { } value ? IntricateStep
            : NumberOf(value, one.Fact) is not { } number ? null
            : number == decimal.MinValue ? IntricateStep
            : ladder.StepOf(number);
    }

    private Truth InTime(int first, int last)
    {
        if (first == PersonColumns.NoDay || key.When?.Relation == TimeRelation.Ever)
        {
            return Truth.True;
        }

        var day = new DayRange(first, Math.Min(last, nobody.Settings.AsOf.DayNumber));
        return key.When is not { Relation: TimeRelation.Before } before ? reach.Holds(day)
            : before.Min is null ? Truth.True
            : limit is { } days ? new Reach(new DayRange(0, 0), days).Holds(day)
            : Truth.Unknown;
    }

    // Null: no comparison is possible; the least decimal: ask the reference.
    private decimal? NumberOf(in Quantity value, Fact fact)
    {
        if (Comparison.IsHuge(new Bound(value.Value, true)))
        {
            return decimal.MinValue;
        }

        // Limits that are multiples of normal stand in the unit of the plausible range.
        if (value.Unit == key.Bounds!.Unit && !IsOfNormal)
        {
            return value.Value;
        }

        if (IsOfNormal)
        {
            return value.Unit is "[ULN]" or "[LLN]" || fact.ReferenceRange is not null ? decimal.MinValue
                : plausible is null || value.Unit is null ? null
                : Converted(value, plausible.Value.Unit);
        }

        var (unitless, askedUnitless) = (Comparison.IsUnitless(value.Unit), Comparison.IsUnitless(key.Bounds.Unit));
        return unitless && askedUnitless ? value.Value
            : value.Unit is "[ULN]" or "[LLN]" || LengthOfTime.Compare(new Bounds(null, null, value.Unit), key.Bounds) is not null ? decimal.MinValue
            : unitless || askedUnitless ? null
            : Converted(value, key.Bounds.Unit!);
    }

    private decimal? Converted(Quantity value, string unit)
    {
        if (value.Unit == unit)
        {
            return value.Value;
        }

        if (IsShort(value.Value) && FactorOf(value.Unit!, unit) is { } factor)
        {
            return value.Value * factor;
        }

        return nobody.Vocabulary.Convert(key.Concept, value.Value, value.Unit!, unit);
    }

    // The product of two such numbers has all its digits.
    private static bool IsShort(decimal number)
    {
        Span<int> parts = stackalloc int[4];
        _ = decimal.GetBits(number, parts);
        return parts[2] == 0 && (uint)parts[1] < 1 << 16;
    }

    // A short factor without an offset is exact, and multiplying by it is what the conversion comes to.
    private decimal? FactorOf(string from, string to)
    {
        foreach (var known in factors)
        {
            if (known.Unit == from)
            {
                return known.Factor;
            }
        }

        var one = nobody.Vocabulary.Convert(key.Concept, 1, from, to);
        var isExact = one is { } found && IsShort(found) && nobody.Vocabulary.Convert(key.Concept, 0, from, to) == 0 &&
            nobody.Vocabulary.Convert(key.Concept, 3, from, to) == one * 3;
        factors.Add((from, isExact ? one : null));
        return isExact ? one : null;
    }
}
