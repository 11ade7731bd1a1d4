using Trialist.Matching.Windows;

namespace Trialist.Matching.Leaves;

/// <summary>A leaf that puts a limit on a value: the latest value in its window or shelf life decides.</summary>
internal static class ValueRule
{
    private readonly record struct Candidate(Fact Fact, Truth InTime, Comparison Comparison)
    {
        public Truth Truth => InTime == Truth.True ? Comparison.Truth : Truth.Unknown;
    }

    public static Finding Decide(Predicate.Leaf leaf, Bounds bounds, PreparedPerson person)
    {
        var name = leaf.Concept.Name;
        if (leaf.When is { Relation: TimeRelation.After or TimeRelation.During } || !Anchors.IsTheMatch(leaf.When?.Anchor))
        {
            return Finding.Unknown(name, "the words ask for a time that is not known");
        }

        List<Candidate> candidates = [];
        List<Fact> stale = [];
        List<Fact> left = [];
        foreach (var (fact, kinship) in person.About(leaf))
        {
            if (kinship != Kinship.Same || fact is { Value: null, ValueWithin: null, Presence: not Presence.Absent })
            {
                left.Add(fact);
                continue;
            }

            var fit = QualifierFit.Of(leaf.Qualifiers, fact);
            if (fit.Truth == Truth.False || Differs(leaf, fact))
            {
                continue;
            }

            var inTime = InTime(leaf, fact, person.Settings.AsOf);
            if (inTime == Truth.False)
            {
                stale.Add(fact);
            }
            else
            {
                candidates.Add(new Candidate(fact, inTime, Compare(leaf, bounds, fact, fit, person.Vocabulary)));
            }
        }

        return candidates.Count == 0 ? FromStale(leaf, bounds, stale, left, person)
            : leaf.When?.Relation is TimeRelation.Ever or TimeRelation.Before ? FromAny(leaf, candidates)
            : FromLatest(leaf, candidates);
    }

    // Another method or specimen measures another thing: 0.5 % blasts by flow say nothing about morphology.
    internal static bool Differs(Predicate.Leaf leaf, Fact fact)
    {
        foreach (var asked in leaf.Qualifiers)
        {
            if (asked.Kind is QualifierKind.Method or QualifierKind.Site &&
                fact.Qualifiers.Any(one => one.Kind == asked.Kind) &&
                !fact.Qualifiers.Any(one => one.Kind == asked.Kind && QualifierWords.Implies(asked.Kind, one.Value, asked.Value)))
            {
                return true;
            }
        }

        return false;
    }

    private static Comparison Compare(Predicate.Leaf leaf, Bounds bounds, Fact fact, QualifierFit fit, IVocabulary vocabulary)
    {
        if (fact.Presence == Presence.Uncertain)
        {
            return Comparison.Open("the record leaves it open");
        }

        if (fit.Truth == Truth.Unknown)
        {
            return Comparison.Open(fit.Note!);
        }

        // "No relapse" and "no prior lines" are counts of zero; a denied measurement is no value.
        if (fact.Presence == Presence.Absent)
        {
            return leaf.Type is LeafType.Count or LeafType.Lines
                ? new Comparison(bounds.Admits(0) ? Truth.True : Truth.False, false, null, null)
                : Comparison.Open("recorded as not done");
        }

        // How many there were in all says of a stretch of time only that there were no more.
        return leaf is { Type: LeafType.Count, When.Relation: TimeRelation.Within or TimeRelation.Before } && fact.Value is { } all
            ? Comparison.Of(fact with { Value = null, ValueWithin = new Bounds(new Bound(0, true), new Bound(all.Value, true), all.Unit) }, bounds, leaf.Concept, vocabulary)
            : Comparison.Of(fact, bounds, leaf.Concept, vocabulary);
    }

    internal static Truth InTime(Predicate.Leaf leaf, Fact fact, DateOnly asOf)
    {
        if ((fact.Date ?? fact.Start) is not { } date || leaf.When?.Relation is TimeRelation.Ever)
        {
            return Truth.True;
        }

        // "This month" may not mean a day to come.
        var day = DayRange.Of(date);
        day = day with { Last = Math.Min(day.Last, asOf.DayNumber) };
        return leaf.When switch
        {
            { Relation: TimeRelation.Before, Min: { } min } => Calendar.Before(asOf, min) is { } limit
                ? new Reach(new DayRange(0, 0), limit).Holds(day)
                : Truth.Unknown,
            { Relation: TimeRelation.Before } => Truth.True,
            _ => ReachOf(leaf, asOf).Holds(day),
        };
    }

    /// <summary>The days from which a value counts: the window of the leaf, or the shelf life of such values.</summary>
    internal static Reach ReachOf(Predicate.Leaf leaf, DateOnly asOf) => leaf.When is { Relation: TimeRelation.Within } window
        ? Reach.Within(window, asOf)
        : new Reach(DayRange.Of(asOf.AddDays(-ShelfLife.OfValue(leaf.Concept))), DayRange.Of(asOf));

    private static Finding FromLatest(Predicate.Leaf leaf, List<Candidate> candidates)
    {
        if (candidates.Count == 1)
        {
            return Of(leaf, candidates[0], candidates[0].Comparison.Borderline, [candidates[0].Fact]);
        }

        // With partial dates several values may be the latest; an undated one always may.
        var latestStart = candidates.Max(one => one.Fact.Date?.Earliest ?? one.Fact.Start?.Earliest ?? DateOnly.MinValue);
        var latest = candidates.Where(one => (one.Fact.Date ?? one.Fact.Start) is not { } date || date.Latest >= latestStart).ToList();
        var truth = latest[0].Truth;
        var facts = latest.Select(one => one.Fact).ToArray();
        if (latest.Any(one => one.Truth != truth))
        {
            return Finding.Unknown(leaf.Concept.Name, "the latest values disagree", facts);
        }

        return Of(leaf, latest[0], latest.Any(one => one.Comparison.Borderline), facts);
    }

    private static Finding Of(Predicate.Leaf leaf, in Candidate deciding, bool isBorderline, Fact[] facts) => new(deciding.Truth)
    {
        Facts = facts,
        Missing = deciding.Truth == Truth.Unknown ? [leaf.Concept.Name] : [],
        Borderline = isBorderline,
        Assumed = deciding.Comparison.Assumed ?? (deciding.Fact.Date is null && deciding.Fact.Start is null ? "undated value taken as current" : null),
        Note = deciding.Comparison.Note ?? (deciding.InTime == Truth.Unknown ? "not known whether the value is recent enough" : null),
    };

    // "Ever": one value that satisfies is enough; none that does proves nothing about the values that are not recorded.
    private static Finding FromAny(Predicate.Leaf leaf, List<Candidate> candidates)
    {
        var holds = candidates.Where(one => one.Truth == Truth.True).Select(one => one.Fact).ToArray();
        return holds.Length > 0
            ? new Finding(Truth.True) { Facts = holds }
            : Finding.Unknown(leaf.Concept.Name, "no recorded value satisfies it; others may", candidates.Select(one => one.Fact).ToArray());
    }

    private static Finding FromStale(Predicate.Leaf leaf, Bounds bounds, List<Fact> stale, List<Fact> left, PreparedPerson person)
    {
        if (stale.Count == 0)
        {
            return Finding.Unknown(leaf.Concept.Name, left.Count > 0 ? "recorded, but not as the words ask" : null, [.. left]);
        }

        var last = stale.MaxBy(fact => fact.Date ?? fact.Start)!;
        // A count of events or of lines of treatment never falls.
        if (leaf.Type is LeafType.Count or LeafType.Lines && leaf.When is null && last.Value is { } value && last.Presence == Presence.Present &&
            Comparison.Fit(new Bounds(new Bound(value.Value, true), null, null), bounds) is var truth and not Truth.Unknown)
        {
            return new Finding(truth) { Facts = [last], Note = "an older count, which can only have grown" };
        }

        var day = (last.Date ?? last.Start)!.Value;
        var age = person.Settings.AsOf.DayNumber - day.Latest.DayNumber;
        return Finding.Unknown(leaf.Concept.Name, $"the last value, of {day}, is {(age > 0 ? $"{age} days old" : "outside the window")}", last);
    }
}
