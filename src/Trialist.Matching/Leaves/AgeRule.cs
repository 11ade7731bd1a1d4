namespace Trialist.Matching.Leaves;

/// <summary>Age in completed units of the bound on the day of the match; unknown when the possible birth dates disagree.</summary>
internal static class AgeRule
{
    public static Finding Decide(Predicate.Leaf leaf, PreparedPerson person)
    {
        if (leaf.Bounds is not { } bounds || leaf.Concept.Name is not ("age" or "age.current"))
        {
            return Finding.Unknown(leaf.Concept.Name);
        }

        var asOf = person.Settings.AsOf;
        if (BirthDays(person.Person, asOf) is not { } birth)
        {
            return Finding.Unknown("age");
        }

        var facts = new[] { AsFact(person.Person, asOf) };
        if (Completed(birth.Last, asOf, bounds) is not { } least || Completed(birth.First, asOf, bounds) is not { } most)
        {
            return Finding.Unknown("age", $"an age cannot be compared in '{bounds.Unit}'", facts);
        }

        var truth = OfRange(bounds, least, most);
        return truth == Truth.Unknown
            ? Finding.Unknown("birth date", "the birth date is not known closely enough", facts)
            : new Finding(truth) { Facts = facts };
    }

    /// <summary>Completed years on a day, when certain.</summary>
    public static int? Years(Person person, DateOnly asOf) =>
        BirthDays(person, asOf) is { } birth && YearsSince(birth.Last, asOf) == YearsSince(birth.First, asOf) ? YearsSince(birth.First, asOf) : null;

    public static (DateOnly First, DateOnly Last)? BirthDays(Person person, DateOnly asOf)
    {
        if (person.BirthDate is { } birth)
        {
            return birth.Earliest > asOf ? null : (birth.Earliest, birth.Latest < asOf ? birth.Latest : asOf);
        }

        if ((person.AgeMonths ?? (person.AgeYears * 12)) is not { } months || months is < 0 or > 2400 || asOf.Year < 202)
        {
            return null;
        }

        var unit = person.AgeMonths is null ? 12 : 1;
        return (asOf.AddMonths(-months - unit).AddDays(1), asOf.AddMonths(-months));
    }

    // Both ends are truths over whole numbers, so that the range decides when every age in it gives the same answer.
    private static Truth OfRange(Bounds bounds, decimal least, decimal most)
    {
        if (bounds.Admits(least) && bounds.Admits(most))
        {
            return Truth.True;
        }

        var below = bounds.Min is { } min && (min.Inclusive ? most < min.Value : most <= min.Value);
        var above = bounds.Max is { } max && (max.Inclusive ? least > max.Value : least >= max.Value);
        return below || above || bounds.IsEmpty ? Truth.False : Truth.Unknown;
    }

    internal static decimal? Completed(DateOnly birth, DateOnly asOf, Bounds bounds)
    {
        var days = asOf.DayNumber - birth.DayNumber;
        switch (bounds.Unit)
        {
            case "a" or null when IsWhole(bounds):
                return YearsSince(birth, asOf);
            case "a" or null:
                // "6.5 years": completed months, as a part of a year.
                return MonthsSince(birth, asOf) / 12m;
            case "mo":
                return MonthsSince(birth, asOf);
            case "wk":
                return days / 7;
            case "d":
                return days;
            default:
                return null;
        }
    }

    private static bool IsWhole(Bounds bounds) =>
        (bounds.Min is not { } min || decimal.Truncate(min.Value) == min.Value) && (bounds.Max is not { } max || decimal.Truncate(max.Value) == max.Value);

    private static int YearsSince(DateOnly birth, DateOnly asOf) => asOf.Year - birth.Year - (IsBefore(asOf, birth) ? 1 : 0);

    private static bool IsBefore(DateOnly day, DateOnly birthday) => (day.Month, day.Day).CompareTo((birthday.Month, birthday.Day)) < 0;

    private static int MonthsSince(DateOnly birth, DateOnly asOf) =>
        ((asOf.Year - birth.Year) * 12) + asOf.Month - birth.Month - (asOf.Day < birth.Day ? 1 : 0);

    private static Fact AsFact(Person person, DateOnly asOf)
    {
        var fact = new Fact(LeafType.Age, new Concept("age"), "Patient");
        return person.BirthDate is { } birth
            ? fact with { Value = Years(person, asOf) is { } years ? new Quantity(years, "a") : null, Start = birth }
            : fact with { Value = person.AgeMonths is { } months ? new Quantity(months, "mo") : new Quantity(person.AgeYears ?? 0, "a") };
    }
}
