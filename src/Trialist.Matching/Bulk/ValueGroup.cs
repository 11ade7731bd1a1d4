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
    private readonly LimitLadder ladder;

    private ValueGroup(Predicate.Leaf key, IReadOnlyList<int> atoms, IReadOnlyList<Bounds> bounds, StudyBank bank, PreparedPerson nobody, Func<int, bool> isLive)
    {
        (this.key, this.nobody) = (key, nobody);
        plausible = key.Bounds!.Unit switch { "[ULN]" => bank.Vocabulary.UpperLimit(key.Concept), "[LLN]" => bank.Vocabulary.LowerLimit(key.Concept), _ => null };
        Atoms = [.. atoms];
        isOfAnother = PreparedPerson.IsOfAnother(key.Qualifiers);
        isAnchored = Anchors.IsTheMatch(key.When?.Anchor);
        limit = key.When is { Relation: TimeRelation.Before, Min: { } distance } ? Calendar.Before(nobody.Settings.AsOf, distance) : null;
        reach = ValueRule.ReachOf(key, nobody.Settings.AsOf);
        ladder = new LimitLadder(bounds.SelectMany(Limits));
        List<LimitRequest> below = [];
        List<LimitRequest> above = [];
        List<RangeRequest> between = [];
        for (var index = 0; index < Atoms.Length; index++)
        {
            var (yes, no, range) = (Side.Of(Atoms[index], Side.True), Side.Of(Atoms[index], Side.False), RangeOf(bounds[index]));
            if (bounds[index] is { Min: not null, Max: not null })
            {
                between.Add(new RangeRequest(Atoms[index], range, isLive(yes), isLive(no) && !IsOfAny));
            }
            else if (bounds[index].Max is not null)
            {
                below.Add(new LimitRequest(yes, Math.Min(range.Last, range.HighLast)));
                above.Add(new LimitRequest(no, Math.Max(range.Last, range.HighLast) + 1));
            }
            else
            {
                above.Add(new LimitRequest(yes, Math.Max(range.First, range.HighFirst)));
                below.Add(new LimitRequest(no, Math.Min(range.First, range.HighFirst) - 1));
            }
        }

        Below = [.. below.Where(IsRead).OrderBy(one => one.Step)];
        Above = [.. above.Where(IsRead).OrderByDescending(one => one.Step)];
        Between = [.. between];
        Ranges = [.. between.Select(one => one.Atom)];
        Hedged = [.. Atoms.Where(bank.IsHedged)];

        bool IsRead(LimitRequest one) => isLive(one.Side) && !(IsOfAny && one.Side % Side.Count == Side.False);
    }

    /// <summary>A side of an atom that holds of everybody whose step is at most, or at least, a given one.</summary>
    internal readonly record struct LimitRequest(int Side, int Step);

    /// <summary>The steps between the limits at either end, by the lowest and by the highest plausible limits where those are multiples of normal.</summary>
    /// <param name="First">The first step by the lowest limits.</param>
    /// <param name="Last">The last step by the lowest limits.</param>
    /// <param name="HighFirst">The first step by the highest limits.</param>
    /// <param name="HighLast">The last step by the highest limits.</param>
    internal readonly record struct Range(int First, int Last, int HighFirst, int HighLast)
    {
        /// <summary>True of a step in the range by the lowest and by the highest limits, false of one in neither.</summary>
        public Truth TruthOf(int step)
        {
            var (low, high) = (step >= First && step <= Last, step >= HighFirst && step <= HighLast);
            return low != high ? Truth.Unknown : low ? Truth.True : Truth.False;
        }
    }

    /// <summary>An atom with a limit at either end.</summary>
    /// <param name="Atom">The atom.</param>
    /// <param name="Range">Its range.</param>
    /// <param name="NeedsTrue">Whether it is read of whom it is true.</param>
    /// <param name="NeedsFalse">Whether it is read of whom it is false.</param>
    internal readonly record struct RangeRequest(int Atom, Range Range, bool NeedsTrue, bool NeedsFalse);

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
        var plain = leaf is { Except: null, Type: LeafType.Measurement or LeafType.Score or LeafType.Biomarker or LeafType.LifeExpectancy, Bounds: { } bounds } &&
            (bounds.Min ?? bounds.Max) is not null && (bounds.Unit is not ("[ULN]" or "[LLN]") || bounds is not { Min.Value: < 0 } and not { Max.Value: < 0 }) &&
            leaf.When is null or { Relation: TimeRelation.Within or TimeRelation.Current or TimeRelation.Ever or TimeRelation.Before };
        return plain && !Comparison.IsHuge(leaf.Bounds!.Min) && !Comparison.IsHuge(leaf.Bounds.Max) ? leaf with { Bounds = new Bounds(null, null, leaf.Bounds.Unit) } : null;
    }

    /// <summary>A group of leaves with the same key.</summary>
    public static ValueGroup Of(Predicate.Leaf key, IReadOnlyList<int> atoms, StudyBank bank, PreparedPerson nobody, Func<int, bool> isLive) =>
        new(key, atoms, [.. atoms.Select(atom => bank.Leaf(atom).Bounds!)], bank, nobody, isLive);

    /// <summary>A group of one leaf that need not be an atom.</summary>
    public static ValueGroup Of(Predicate.Leaf leaf, StudyBank bank, PreparedPerson nobody) => new(KeyOf(leaf)!, [], [leaf.Bounds!], bank, nobody, static _ => false);

    /// <summary>Between which steps a number lies that the bounds admit.</summary>
    public Range RangeOf(Bounds bounds)
    {
        var (first, highFirst) = bounds.Min is { } min ? (AtLeast(min, Low(min.Value)), AtLeast(min, High(min.Value))) : (int.MinValue, int.MinValue);
        var (last, highLast) = bounds.Max is { } max ? (AtMost(max, Low(max.Value)), AtMost(max, High(max.Value))) : (int.MaxValue, int.MaxValue);
        return new Range(first, last, highFirst, highLast);
    }

    private bool IsOfNormal => key.Bounds!.Unit is "[ULN]" or "[LLN]";

    /// <summary>The steps of a person's number among the limits; null where nothing is known, <see cref="Intricate"/> where the reference has to say.</summary>
    public Steps? StepsOf(ReadOnlySpan<ValuedFact> entries)
    {
        if (!isAnchored)
        {
            return null;
        }

        if (entries.Length == 1)
        {
            return IsCandidate(entries[0], out var inTime) && StepOf(entries[0], inTime) is { } only ? only == IntricateStep ? Intricate : new Steps(only, only, 1) : null;
        }

        // With days known in part several values may be the latest; an undated one always may.
        var (latestStart, count) = (int.MinValue, 0);
        foreach (ref readonly var entry in entries)
        {
            if (IsCandidate(entry, out _))
            {
                latestStart = Math.Max(latestStart, entry.First);
                count++;
            }
        }

        Steps? found = null;
        for (var index = 0; index < entries.Length && count > 0; index++)
        {
            ref readonly var one = ref entries[index];
            if (!IsCandidate(one, out var inTime))
            {
                continue;
            }

            count--;
            if (one.First != PersonColumns.NoDay && one.Last < latestStart)
            {
                continue;
            }

            if (StepOf(one, inTime) is not { } step)
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
    public void AddSteps(ReadOnlySpan<ValuedFact> entries, List<PersonStep> steps, List<int> intricate)
    {
        foreach (ref readonly var entry in entries)
        {
            if (isAnchored && IsCandidate(entry, out var inTime) && StepOf(entry, inTime) is { } step)
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

    private int AtMost(Bound bound, decimal limit) => ladder.StepOf(limit) - (bound.Inclusive ? 0 : 1);

    private int AtLeast(Bound bound, decimal limit) => ladder.StepOf(limit) + (bound.Inclusive ? 0 : 1);

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
