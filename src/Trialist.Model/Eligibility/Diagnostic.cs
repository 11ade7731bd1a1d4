using Trialist.Model.Text;

namespace Trialist.Model.Eligibility;

/// <summary>A finding about criteria text.</summary>
/// <param name="Id">Such as <c>TC0201</c>; each has a page in the reference.</param>
/// <param name="Severity">How much it matters.</param>
/// <param name="Message">One sentence that names the offending thing.</param>
/// <param name="Criteria">The criteria it is about.</param>
/// <param name="Spans">The exact words it is about.</param>
public sealed record Diagnostic(string Id, DiagnosticSeverity Severity, string Message, ValueList<string> Criteria, ValueList<TextSpan> Spans);
