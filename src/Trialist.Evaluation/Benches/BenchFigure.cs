namespace Trialist.Evaluation.Benches;

/// <summary>One measured figure.</summary>
/// <param name="Case">What was measured, such as <c>search.or</c>.</param>
/// <param name="Engine">Which program: <c>trialist</c> or a rival.</param>
/// <param name="Metric">Which figure: <c>p50</c>, <c>p99</c>, <c>rate</c> …</param>
/// <param name="Value">Its value.</param>
/// <param name="Unit">Its unit: <c>ms</c>, <c>1/s</c> …</param>
public sealed record BenchFigure(string Case, string Engine, string Metric, double Value, string Unit);
