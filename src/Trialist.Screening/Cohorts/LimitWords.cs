namespace Trialist.Screening.Cohorts;

/// <summary>The structured limits of a record in words, for rows that have no words of their own.</summary>
public static class LimitWords
{
    /// <summary>The words of <c>S.age</c>, <c>S.sex</c> or <c>S.volunteers</c>.</summary>
    public static string Of(string id, EligibilityRules rules) => id switch
    {
        "S.age" => (Given(rules.MinimumAge), Given(rules.MaximumAge)) switch
        {
            ({ } min, { } max) => $"Age {min} to {max}",
            ({ } min, null) => $"Age {min} or older",
            (null, { } max) => $"Age {max} or younger",
            (null, null) => "Age",
        },
        "S.sex" => rules.Sex == Sex.Female ? "Women only" : "Men only",
        "S.volunteers" => "No healthy volunteers",
        _ => id,
    };

    private static string? Given(string? age) => AgeWords.IsNone(age) ? null : age;
}
