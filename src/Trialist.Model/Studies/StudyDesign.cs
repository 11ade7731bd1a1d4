namespace Trialist.Model.Studies;

/// <summary>How a study is built; values are the registry's own, such as <c>RANDOMIZED</c>, null where not given.</summary>
public sealed record StudyDesign
{
    /// <summary>Interventional, observational or expanded access: <c>INTERVENTIONAL</c> …</summary>
    public string? StudyType { get; init; }

    /// <summary>Phases: <c>EARLY_PHASE1</c>, <c>PHASE1</c> … <c>NA</c>.</summary>
    public ValueList<string> Phases { get; init; }

    /// <summary>How participants are assigned to arms.</summary>
    public string? Allocation { get; init; }

    /// <summary>How arms are arranged.</summary>
    public string? InterventionModel { get; init; }

    /// <summary>The sponsor's words on the model.</summary>
    public string? InterventionModelDescription { get; init; }

    /// <summary>What for: treatment, prevention …</summary>
    public string? PrimaryPurpose { get; init; }

    /// <summary>How blinded: <c>NONE</c>, <c>DOUBLE</c> …</summary>
    public string? Masking { get; init; }

    /// <summary>The sponsor's words on masking.</summary>
    public string? MaskingDescription { get; init; }

    /// <summary>Who does not know the treatment: <c>PARTICIPANT</c>, <c>INVESTIGATOR</c> …</summary>
    public ValueList<string> WhoMasked { get; init; }

    /// <summary>Model of an observational study: <c>COHORT</c> …</summary>
    public string? ObservationalModel { get; init; }

    /// <summary>Time perspective of an observational study: <c>PROSPECTIVE</c> …</summary>
    public string? TimePerspective { get; init; }

    /// <summary>How many participants.</summary>
    public int? Enrollment { get; init; }

    /// <summary><c>ESTIMATED</c> or <c>ACTUAL</c>.</summary>
    public string? EnrollmentType { get; init; }
}
