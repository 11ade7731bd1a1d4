using Trialist.Matching.Leaves;

namespace Trialist.Matching.Bulk;

/// <summary>A leaf on age as the days of birth that it admits.</summary>
internal readonly struct AgeLeaf
{
    private readonly int first;
    private readonly int last;
    private readonly bool isKnown;

    public AgeLeaf(int atom, Predicate.Leaf leaf, DateOnly asOf)
    {
        Atom = atom;
        if (leaf.Bounds is not { } bounds || leaf.Concept.Name is not ("age" or "age.current") || AgeRule.Completed(asOf, asOf, bounds) is null)
        {
            return;
        }

        isKnown = true;

        // Whoever is born later is younger: either end is found by halving.
        first = First(day => new Bounds(null, bounds.Max, bounds.Unit).Admits(Age(day)));
        last = First(day => !new Bounds(bounds.Min, null, bounds.Unit).Admits(Age(day))) - 1;

        decimal Age(int day) => AgeRule.Completed(DateOnly.FromDayNumber(day), asOf, bounds)!.Value;

        int First(Func<int, bool> holds)
        {
            var (low, high) = (0, asOf.DayNumber + 1);
            while (low < high)
            {
                var middle = (low + high) / 2;
                (low, high) = holds(middle) ? (low, middle) : (middle + 1, high);
            }

            return low;
        }
    }

    public int Atom { get; }

    /// <summary>For somebody born on the day.</summary>
    public Truth TruthOf(int birthDay) => !isKnown ? Truth.Unknown : birthDay >= first && birthDay <= last ? Truth.True : Truth.False;
}
