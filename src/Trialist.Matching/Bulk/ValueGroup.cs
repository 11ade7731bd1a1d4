using Trialist.Matching.Leaves;
using Trialist.Matching.Windows;

namespace Trialist.Matching.Bulk;

/// <summary>Leaves that differ only in the numbers of their limits: one number a person decides them all, where the record is so plain that there is one.</summary>
internal sealed class ValueGroup
{
    private readonly Predicate.Leaf key;
    private readonly PreparedPerson nobody;
    private readonly Reach reach;
    private readonly DayRange? limit;
    private readonly bool isAnchored;
    private readonly bool isOfAnother;
    private readonly PlausibleLimit? plausible;
    private readonly decimal[] limits;
    private readonly List<(string Unit, decimal? Factor)> factors = [];

    private ValueGroup(Predicate.Leaf key, IReadOnlyList<int> atoms, StudyBank bank, PreparedPerson nobody, PlausibleLimit? plausible)
    {
        (this.key, this.nobody, this.plausible) = (key, nobody, plausible);
        Atoms = [.. atoms];
        isOfAnother = PreparedPerson.IsOfAnother(key.Qualifiers);
        isAnchored = Anchors.IsTheMatch(key.When?.Anchor);
        limit = key.When is { Relation: TimeRelation.Before, Min: { } distance } ? Calendar.Before(nobody.Settings.AsOf, distance) : null;
        reach = ValueRule.ReachOf(key, nobody.Settings.AsOf);
        limits = [.. atoms.SelectMany(atom => Limits(bank.Leaf(atom).Bounds!)).Distinct().Order()];
        List<LimitRequest> below = [];
        List<LimitRequest> above = [];
        List<RangeRequest> between = [];
        foreach (var atom in atoms)
        {
            var (min, max) = (bank.Leaf(atom).Bounds!.Min, bank.Leaf(atom).Bounds!.Max);
            if (min is { } from && max is { } to)
            {
                between.Add(new RangeRequest(atom, AtLeast(from, Low(from.Value)), AtMost(to, Low(to.Value)), AtLeast(from, High(from.Value)), AtMost(to, High(to.Value))));
            }
            else if (max is { } most)
            {
                below.Add(new LimitRequest(Side.Of(atom, Side.True), AtMost(most, Low(most.Value))));
                above.Add(new LimitRequest(Side.Of(atom, Side.False), AtMost(most, High(most.Value)) + 1));
            }
            else if (min is { } least)
            {
                above.Add(new LimitRequest(Side.Of(atom, Side.True), AtLeast(least, High(least.Value))));
                below.Add(new LimitRequest(Side.Of(atom, Side.False), AtLeast(least, Low(least.Value)) - 1));
            }
        }

        if (IsOfAny)
        {
            below.RemoveAll(one => one.Side % Side.Count == Side.False);
            above.RemoveAll(one => one.Side % Side.Count == Side.False);
        }

        Below = [.. below.OrderBy(one => one.Step)];
        Above = [.. above.OrderByDescending(one => one.Step)];
        Between = [.. between];
        Ranges = [.. between.Select(one => one.Atom)];
        Hedged = [.. atoms.Where(bank.IsHedged)];
    }

    /// <summary>A side of an atom that holds of everybody whose step is at most, or at least, a given one.</summary>
    internal readonly record struct LimitRequest(int Side, int Step);

    /// <summary>An atom with a limit at either end: true where the number lies in the range by the lowest and by the highest plausible limits, false where in neither.</summary>
    internal readonly record struct RangeRequest(int Atom, int First, int Last, int HighFirst, int HighLast)
    {
        public Truth TruthOf(int step)
        {
            var (low, high) = (step >= First && step <= Last, step >= HighFirst && step <= HighLast);
            return low != high ? Truth.Unknown : low ? Truth.True : Truth.False;
        }
    }

    /// <summary>The steps of the values of which each may be the latest.</summary>
    internal readonly record struct Steps(int Least, int Most);

    public int[] Atoms { get; }

    /// <summary>Those atoms.</summary>
    public int[] Ranges { get; }

    /// <summary>Those in whose place others stand where they are unknown.</summary>
    public int[] Hedged { get; }

    /// <summary>Atoms with a limit at either end.</summary>
    public RangeRequest[] Between { get; }

    /// <summary>True where one value that satisfies is enough, and none that does proves nothing.</summary>
    public bool IsOfAny => key.When?.Relation is TimeRelation.Ever or TimeRelation.Before;

    /// <summary>Sides that hold up to a step, the lowest first.</summary>
    public LimitRequest[] Below { get; }

    /// <summary>Sides that hold from a step on, the highest first.</summary>
    public LimitRequest[] Above { get; }

    /// <summary>The leaf without the numbers of its limits, where its truth depends on one number and one limit; null where it does not.</summary>
    public static Predicate.Leaf? KeyOf(Predicate.Leaf leaf)
    {
        var plain = leaf is { Except: null, Type: LeafType.Measurement or LeafType.Score, Bounds: { } bounds } &&
            (bounds.Min ?? bounds.Max) is { Value: >= 0 } && bounds is not { Min.Value: < 0 } and not { Max.Value: < 0 } &&
            leaf.When is null or { Relation: TimeRelation.Within or TimeRelation.Current or TimeRelation.Ever or TimeRelation.Before };
        return plain && !Comparison.IsHuge(leaf.Bounds!.Min) && !Comparison.IsHuge(leaf.Bounds.Max) ? leaf with { Bounds = new Bounds(null, null, leaf.Bounds.Unit) } : null;
    }

    public static ValueGroup Of(Predicate.Leaf key, IReadOnlyList<int> atoms, StudyBank bank, PreparedPerson nobody) =>
        new(key, atoms, bank, nobody, key.Bounds!.Unit switch { "[ULN]" => bank.Vocabulary.UpperLimit(key.Concept), "[LLN]" => bank.Vocabulary.LowerLimit(key.Concept), _ => null });

    private bool IsOfNormal => key.Bounds!.Unit is "[ULN]" or "[LLN]";

    /// <summary>The steps of a person's number among the limits; null where nothing is known, <see cref="Intricate"/> where the reference has to say.</summary>
    public Steps? StepsOf(ReadOnlySpan<PlacedFact> entries, PersonColumns block)
    {
        if (!isAnchored)
        {
            return null;
        }

        // With days known in part several values may be the latest; an undated one always may.
        var (latestStart, count) = (int.MinValue, 0);
        foreach (var entry in entries)
        {
            if (IsCandidate(entry, block, out var one))
            {
                latestStart = Math.Max(latestStart, one.First);
                count++;
            }
        }

        Steps? found = null;
        for (var index = 0; index < entries.Length && count > 0; index++)
        {
            if (!IsCandidate(entries[index], block, out var one))
            {
                continue;
            }

            count--;
            if (one.First != PersonColumns.NoDay && one.Last < latestStart)
            {
                continue;
            }

            if (StepOf(one, block) is not { } step)
            {
                return null;
            }

            if (step == IntricateStep)
            {
                return Intricate;
            }

            found = found is { } known ? new Steps(Math.Min(known.Least, step), Math.Max(known.Most, step)) : new Steps(step, step);
        }

        return found;
    }

    /// <summary>The step of each number that a leaf which asks for any value in its window may take.</summary>
    public void AddSteps(ReadOnlySpan<PlacedFact> entries, PersonColumns block, List<(int Step, int Person)> steps, List<int> intricate)
    {
        foreach (var entry in entries)
        {
            if (isAnchored && IsCandidate(entry, block, out var one) && StepOf(one, block) is { } step)
            {
                if (step == IntricateStep)
                {
                    intricate.Add(entry.Owner);
                    return;
                }

                steps.Add((step, entry.Owner));
            }
        }
    }

    private readonly record struct Candidate(int Fact, int First, int Last, Truth InTime);

    private bool IsCandidate(in PlacedFact entry, PersonColumns block, out Candidate candidate)
    {
        candidate = default;
        var fact = block.Facts[entry.Fact];
        if (fact is { Value: null, ValueWithin: null, Presence: not Presence.Absent } ||
            !FactGroups.Answers(fact.Type, key.Type) || PreparedPerson.IsOfAnother(fact.Qualifiers) != isOfAnother ||
            (key.Qualifiers.Count > 0 && (QualifierFit.Of(key.Qualifiers, fact).Truth == Truth.False || ValueRule.Differs(key, fact))))
        {
            return false;
        }

        ref readonly var days = ref block.Days[entry.Fact];
        var (first, last) = days.DateFirst != PersonColumns.NoDay ? (days.DateFirst, days.DateLast) : (days.StartFirst, days.StartLast);
        candidate = new Candidate(entry.Fact, first, last, InTime(first, last));
        return candidate.InTime != Truth.False;
    }

    // Null where the value leaves it open.
    private int? StepOf(in Candidate one, PersonColumns block)
    {
        var fact = block.Facts[one.Fact];
        return one.InTime == Truth.Unknown || fact.Presence != Presence.Present ? null
            : key.Qualifiers.Count > 0 && QualifierFit.Of(key.Qualifiers, fact).Truth == Truth.Unknown ? null
            : fact.Value is null ? IntricateStep
            : NumberOf(fact) is not { } number ? null
            : number == decimal.MinValue ? IntricateStep
            : Step(number);
    }

    /// <summary>Stands for a record that only the reference reads.</summary>
    public static readonly Steps Intricate = new(IntricateStep, IntricateStep);

    private const int IntricateStep = -1;

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
    private decimal? NumberOf(Fact fact)
    {
        var value = fact.Value!.Value;
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

    // Twice the limits below the number, plus one when it is a limit itself.
    private int Step(decimal number)
    {
        var at = Array.BinarySearch(limits, number);
        return at >= 0 ? (at * 2) + 1 : ~at * 2;
    }

    private int AtMost(Bound bound, decimal limit) => Step(limit) - (bound.Inclusive ? 0 : 1);

    private int AtLeast(Bound bound, decimal limit) => Step(limit) + (bound.Inclusive ? 0 : 1);

    // A multiple of normal holds when it does with the lowest and with the highest plausible limit.
    private decimal Low(decimal bound) => plausible is { } range && IsOfNormal ? bound * range.Low : bound;

    private decimal High(decimal bound) => plausible is { } range && IsOfNormal ? bound * range.High : bound;

    private IEnumerable<decimal> Limits(Bounds bounds)
    {
        foreach (var bound in new[] { bounds.Min, bounds.Max })
        {
            if (bound is { } end)
            {
                yield return Low(end.Value);
                yield return High(end.Value);
            }
        }
    }
}
