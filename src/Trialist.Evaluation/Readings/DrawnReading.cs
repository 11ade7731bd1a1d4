namespace Trialist.Evaluation.Readings;

/// <summary>A criterion that was drawn to be looked at.</summary>
internal readonly record struct DrawnReading(NctId Id, Criterion Criterion);
