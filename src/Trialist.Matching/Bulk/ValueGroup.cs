using Trialist.Matching.Leaves;
using Trialist.Matching.Windows;

namespace Trialist.Matching.Bulk;

/// <summary>Leaves that differ only in the numbers of their limits: one number a person decides them all, where the record is so plain that there is one.</summary>
internal sealed partial class ValueGroup
{
    private readonly Predicate.Leaf key;
    private readonly PreparedPerson nobody;
    private readonly Reach reach;
    private readonly DayRange? limit;
    private readonly bool isAnchored;
    private readonly bool isOfAnother;
    private readonly PlausibleLimit? plausible;
    private readonly decimal[] limits;

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
    /// <param name="Least">The least step.</param>
    /// <param name="Most">The greatest step.</param>
    /// <param name="Count">How many values there are.</param>
    internal readonly record struct Steps(int Least, int Most, int Count);

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
            (bounds.Min ?? bounds.Max) is not null && (bounds.Unit is not ("[ULN]" or "[LLN]") || bounds is not { Min.Value: < 0 } and not { Max.Value: < 0 }) &&
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

        if (entries.Length == 1)
        {
            return IsCandidate(entries[0], block, out var only) && StepOf(only, block) is { } onlyStep ? onlyStep == IntricateStep ? Intricate : new Steps(onlyStep, onlyStep, 1) : null;
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

            found = found is { } known ? new Steps(Math.Min(known.Least, step), Math.Max(known.Most, step), known.Count + 1) : new Steps(step, step, 1);
        }

        return found;
    }

    /// <summary>The step of each number that a leaf which asks for any value in its window may take.</summary>
    public void AddSteps(ReadOnlySpan<PlacedFact> entries, PersonColumns block, List<PersonStep> steps, List<int> intricate)
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

                steps.Add(new PersonStep(step, entry.Owner));
            }
        }
    }

    /// <summary>Stands for a record that only the reference reads.</summary>
    public static readonly Steps Intricate = new(IntricateStep, IntricateStep, 0);

    private const int IntricateStep = -1;

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
