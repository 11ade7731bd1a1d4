namespace Trialist.Registry.Import;

/// <summary>A record that could not be imported.</summary>
/// <param name="File">The file it stands in.</param>
/// <param name="At">The entry of an archive, the 1-based line or the 0-based byte where it starts.</param>
/// <param name="Reason">Why, as a clause without full stop.</param>
public sealed record ImportReject(string File, string At, string Reason);
