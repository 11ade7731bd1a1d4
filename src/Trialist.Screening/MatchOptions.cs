using Trialist.Matching;

namespace Trialist.Screening;

/// <summary>How to match a person.</summary>
/// <param name="AsOf">The day for which ages and windows are computed.</param>
public sealed record MatchOptions(DateOnly AsOf)
{
    /// <summary>How many studies to return with their reasons.</summary>
    public int Top { get; init; } = 20;

    /// <summary>Only this study; null for the whole registry.</summary>
    public NctId? Study { get; init; }

    /// <summary>Only studies for which this holds, such as a status or phase; null for all.</summary>
    public Func<Study, bool>? Where { get; init; }

    /// <summary>True to leave out studies that the person is known not to fit.</summary>
    public bool OnlyPossible { get; init; }

    /// <summary>Only studies with a site so near, in kilometres; null for all. Without the person's place nothing is left out.</summary>
    public double? WithinKm { get; init; }

    /// <summary>Parts of the record whose silence is read as "no"; empty, the open world, unless the user asked for it.</summary>
    public ValueList<LeafType> AssumeComplete { get; init; }

    /// <summary>The settings of the matcher.</summary>
    public MatchSettings Settings => new(AsOf) { AssumeComplete = AssumeComplete };
}
