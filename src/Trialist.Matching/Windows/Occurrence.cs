using System.Buffers;

namespace Trialist.Matching.Windows;

/// <summary>Whether something that happened to a person lies in the window that the words ask for.</summary>
internal static class Occurrence
{
    // Charts keep such diagnoses open for years; the words mean the day on which it happened.
    private static readonly SearchValues<string> Sudden = SearchValues.Create(
    [
        "infarction", "stroke", "cerebrovascular accident", "transient isch", "haemorrhage", "hemorrhage", "bleed", "embol", "thrombos", "seizure",
        "trauma", "fracture", "syncope", "arrest", "attack", "exacerbation", "hospital", "overdose", "attempt", "surgery", "injury", "acute",
    ], StringComparison.OrdinalIgnoreCase);

    /// <summary>The truth, and a remark where the reader should know why it is not plain.</summary>
    public static (Truth Truth, string? Note) Lies(Fact fact, TimeWindow? window, DateOnly asOf)
    {
        if (fact.Status == FactStatus.Planned)
        {
            return window is { Relation: TimeRelation.During, Min: null } ? (Truth.True, null) : (Truth.False, "planned, not begun");
        }

        if (window is null)
        {
            return fact.Status == FactStatus.Past
                ? (Truth.Unknown, "recorded as past; the words do not say whether the past counts")
                : (Truth.True, null);
        }

        if (!Anchors.IsTheMatch(window.Anchor))
        {
            return (Truth.Unknown, $"counted from '{window.Anchor}', a day that is not known");
        }

        var stretch = Stretch.Of(fact, asOf);
        return window.Relation switch
        {
            TimeRelation.Ever => (Truth.True, null),
            TimeRelation.Current => (Now(fact, stretch, asOf), null),
            TimeRelation.Within => Within(fact, window, stretch, asOf),
            TimeRelation.Before when window.Min is null && (window.Max is not null || !window.LongerOf.IsEmpty) => Within(fact, window, stretch, asOf),
            TimeRelation.Before => (Earlier(window, fact, stretch, asOf), null),
            TimeRelation.During when window.Min is { } least => (Lasting(least, fact, stretch, asOf), null),
            TimeRelation.During when window.Max is not null => Within(fact, window, stretch, asOf),
            TimeRelation.During or TimeRelation.After => (Truth.Unknown, "asks about what has not happened yet"),
        };
    }

    /// <summary>True for a condition that happens on a day.</summary>
    public static bool IsSudden(Concept concept) => concept.Name.AsSpan().ContainsAny(Sudden);

    private static Truth Now(Fact fact, Stretch stretch, DateOnly asOf)
    {
        if (fact.Status == FactStatus.Active && (fact.End is null || stretch.End.First >= asOf.DayNumber))
        {
            return Truth.True;
        }

        return fact.Status == FactStatus.Past || stretch.End.Last < asOf.DayNumber ? Truth.False : Truth.Unknown;
    }

    private static (Truth, string?) Within(Fact fact, TimeWindow window, Stretch stretch, DateOnly asOf)
    {
        var reach = Reach.Within(window, asOf);
        var truth = reach.Touches(stretch);
        if (truth == Truth.True && fact.Type == LeafType.Condition && stretch.Start.First < reach.Opens.Last &&
            IsSudden(fact.Concept))
        {
            return reach.Holds(stretch.Start) == Truth.False
                ? (Truth.False, "began before the window")
                : (Truth.Unknown, "began before the window or on an unknown day");
        }

        return (truth, null);
    }

    // "Diabetes at least 180 days before": a disease that goes on is counted from its onset; what is over, from its end.
    private static Truth Earlier(TimeWindow window, Fact fact, Stretch stretch, DateOnly asOf)
    {
        var counted = fact is { Type: LeafType.Condition, Status: FactStatus.Active or FactStatus.Unstated, End: null } ? stretch.Start : stretch.End;
        if (window.Min is not { } least)
        {
            return window.LongerOf.IsEmpty ? Truth.True : Truth.Unknown;
        }

        if (Calendar.Before(asOf, least) is not { } limit)
        {
            return Truth.Unknown;
        }

        var shift = least.Inclusive ? 0 : 1;
        return counted.Last <= limit.First - shift ? Truth.True : counted.First > limit.Last - shift ? Truth.False : Truth.Unknown;
    }

    private static Truth Lasting(Duration least, Fact fact, Stretch stretch, DateOnly asOf)
    {
        if (Calendar.Before(asOf, least) is not { } limit)
        {
            return Truth.Unknown;
        }

        if (stretch.Start.First > limit.Last)
        {
            return Truth.False;
        }

        if (stretch.Start.Last <= limit.First && fact.Status == FactStatus.Active && fact.Start is not null)
        {
            return Truth.True;
        }

        // "A history of diabetes" does not say that it is over; only a day on which it ended does.
        return fact.End is not null ? Now(fact, stretch, asOf).And(Truth.Unknown) : Truth.Unknown;
    }
}
