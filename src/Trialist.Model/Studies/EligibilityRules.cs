namespace Trialist.Model.Studies;

/// <summary>Who may take part, as the registry has it: the free text and the structured limits beside it.</summary>
public sealed record EligibilityRules
{
    /// <summary>The eligibility text exactly as it came; null when there is none.</summary>
    public string? Text { get; init; }

    /// <summary>Sex that may take part; null when not given.</summary>
    public Sex? Sex { get; init; }

    /// <summary>True when the study is about gender rather than sex at birth.</summary>
    public bool GenderBased { get; init; }

    /// <summary>Least age as written, such as "18 Years"; null when not given: unknown, not "any".</summary>
    public string? MinimumAge { get; init; }

    /// <summary>Greatest age as written; null when not given.</summary>
    public string? MaximumAge { get; init; }

    /// <summary>Standard age groups: <c>CHILD</c>, <c>ADULT</c>, <c>OLDER_ADULT</c>.</summary>
    public ValueList<string> StandardAges { get; init; }

    /// <summary>True when healthy volunteers may take part; null when not given.</summary>
    public bool? HealthyVolunteers { get; init; }

    /// <summary>Who is studied, for observational studies; null when not given.</summary>
    public string? StudyPopulation { get; init; }

    /// <summary>How they are chosen, for observational studies; null when not given.</summary>
    public string? SamplingMethod { get; init; }
}
