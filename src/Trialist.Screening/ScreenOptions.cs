using Trialist.Matching;

namespace Trialist.Screening;

/// <summary>How to screen a cohort.</summary>
/// <param name="AsOf">The day for which ages and windows are computed.</param>
public sealed record ScreenOptions(DateOnly AsOf)
{
    /// <summary>Parts of the records whose silence is read as "no"; the result carries them, and every page and export says so.</summary>
    public ValueList<LeafType> AssumeComplete { get; init; }

    /// <summary>True to number the persons instead of naming their ids; exports then hold no dates of facts and no sources.</summary>
    public bool DeIdentify { get; init; }

    /// <summary>The settings of the matcher.</summary>
    public MatchSettings Settings => new(AsOf) { AssumeComplete = AssumeComplete };
}
