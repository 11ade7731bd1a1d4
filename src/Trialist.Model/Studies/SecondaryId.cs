namespace Trialist.Model.Studies;

/// <summary>Another number of a study.</summary>
/// <param name="Id">The number.</param>
/// <param name="Type">The registry's type, such as <c>EUDRACT_NUMBER</c>; null when not given.</param>
/// <param name="Domain">Who gave it; null when not given.</param>
public sealed record SecondaryId(string Id, string? Type, string? Domain);
