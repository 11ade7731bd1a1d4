using Trialist.Matching.Leaves;

namespace Trialist.Matching.Bulk;

/// <summary>A leaf on age as the days of birth that it admits.</summary>
internal readonly struct AgeLeaf
{
    public AgeLeaf(int atom, Predicate.Leaf leaf, DateOnly asOf)
    {
        Atom = atom;
        if (leaf.Bounds is not { } bounds || leaf.Concept.Name is not ("age" or "age.current") || AgeRule.Completed(asOf, asOf, bounds) is null)
        {
            return;
        }

        IsKnown = true;

        // Whoever is born later is younger: either end is found by halving.
        FirstDay = First(day => new Bounds(null, bounds.Max, bounds.Unit).Admits(Age(day)));
        LastDay = First(day => !new Bounds(bounds.Min, null, bounds.Unit).Admits(Age(day))) - 1;

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

    /// <summary>False where no day of birth decides.</summary>
    public bool IsKnown { get; }

    /// <summary>The first day of birth that is admitted, as a day number.</summary>
    public int FirstDay { get; }

    /// <summary>The last one.</summary>
    public int LastDay { get; }
}
