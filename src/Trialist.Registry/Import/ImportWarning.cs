namespace Trialist.Registry.Import;

/// <summary>A value of a record that came in, which is not of the kind the registry keeps there.</summary>
/// <param name="File">The file it stands in.</param>
/// <param name="At">The entry of an archive, the 1-based line or the 0-based byte where the record starts.</param>
/// <param name="Field">Where in the record, such as <c>protocolSection.statusModule.overallStatus</c>.</param>
/// <param name="Problem">What is wrong, as a clause without subject and full stop.</param>
public sealed record ImportWarning(string File, string At, string Field, string Problem);
