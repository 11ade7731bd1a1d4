namespace Trialist.Fhir;

/// <summary>One person as read from a file.</summary>
/// <param name="Person">Who the person is and what is known.</param>
/// <param name="Remarks">What was left out or doubted.</param>
public sealed record PersonReading(Person Person, ValueList<ReadingRemark> Remarks)
{
    /// <summary>What a MITRE matching client asked for beside the chart; null when the bundle holds no <c>Parameters</c>.</summary>
    public MatchParameters? Parameters { get; init; }
}
