namespace Trialist.Model.Eligibility;

/// <summary>Who put the reading of a criterion right.</summary>
/// <param name="By">The curator.</param>
/// <param name="On">The day.</param>
/// <param name="Why">The reason in the curator's words; null when none is given.</param>
public sealed record Correction(string By, DateOnly On, string? Why);
