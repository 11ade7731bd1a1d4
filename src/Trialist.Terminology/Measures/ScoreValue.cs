namespace Trialist.Terminology.Measures;

/// <summary>A value of a score that is not written as a number: class III, Child-Pugh B, "moderate".</summary>
/// <param name="Written">How it is written.</param>
/// <param name="Low">The lowest number that it stands for.</param>
/// <param name="High">The highest number that it stands for.</param>
public readonly record struct ScoreValue(string Written, decimal Low, decimal High);
