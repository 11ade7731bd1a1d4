namespace Trialist.Criteria.Lint;

/// <summary>The catalogue of findings: id, weight and sentence. Each id has a section in docs/reference/diagnostics.md.</summary>
internal sealed record Finding(string Id, DiagnosticSeverity Severity, string Sentence)
{
    public static readonly Finding Contradiction = new("TC0101", DiagnosticSeverity.Error, "No value of {0} can meet both limits.");
    public static readonly Finding EmptyRange = new("TC0102", DiagnosticSeverity.Error, "The range of {0} holds no value.");
    public static readonly Finding Overlap = new("TC0201", DiagnosticSeverity.Warning, "Some values of {0} are admitted by the inclusion limit and excluded by the exclusion limit.");
    public static readonly Finding Gap = new("TC0202", DiagnosticSeverity.Info, "Some values of {0} are neither admitted nor excluded: the exclusion limit can never decide.");
    public static readonly Finding Duplicate = new("TC0203", DiagnosticSeverity.Info, "The same demand on {0} is made twice.");
    public static readonly Finding Implausible = new("TC0301", DiagnosticSeverity.Warning, "The limit on {0} lies outside the values that occur.");
    public static readonly Finding UnitMisfit = new("TC0302", DiagnosticSeverity.Warning, "The unit does not fit {0}.");
    public static readonly Finding UndefinedReference = new("TC0401", DiagnosticSeverity.Info, "'{0}' is not defined here.");
    public static readonly Finding MissingWindow = new("TC0402", DiagnosticSeverity.Info, "'{0}' gives no length of time.");
    public static readonly Finding ExternalReference = new("TC0403", DiagnosticSeverity.Info, "'{0}' points to another document.");
    public static readonly Finding AgeAtOdds = new("TC0501", DiagnosticSeverity.Warning, "The text limits age otherwise than the structured field ({0}).");
    public static readonly Finding SexAtOdds = new("TC0502", DiagnosticSeverity.Warning, "The text asks for another sex than the structured field ({0}).");
    public static readonly Finding DoubleNegative = new("TC0601", DiagnosticSeverity.Info, "An exclusion that denies {0} asks for it.");

    public static readonly Finding CorrectionUnfit = new("TC0701", DiagnosticSeverity.Warning, "The correction of {0} is for other words than the criterion has now, and was left aside.");
    public static readonly Finding CorrectionWrong = new("TC0702", DiagnosticSeverity.Error, "{0}.");

    /// <summary>All findings, for the page that lists them.</summary>
    public static IReadOnlyList<Finding> All { get; } =
        [Contradiction, EmptyRange, Overlap, Gap, Duplicate, Implausible, UnitMisfit, UndefinedReference, MissingWindow, ExternalReference, AgeAtOdds, SexAtOdds, DoubleNegative, CorrectionUnfit, CorrectionWrong];

    public Diagnostic About(string what, ValueList<string> criteria, ValueList<TextSpan> spans) =>
        new(Id, Severity, Sentence.Replace("{0}", what, StringComparison.Ordinal), criteria, spans);
}
