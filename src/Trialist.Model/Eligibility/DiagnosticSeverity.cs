namespace Trialist.Model.Eligibility;

/// <summary>How much a finding matters.</summary>
public enum DiagnosticSeverity
{
    /// <summary>Worth knowing.</summary>
    Info,

    /// <summary>Probably not what the author meant.</summary>
    Warning,

    /// <summary>Cannot be met, or cannot mean what it says.</summary>
    Error,
}
