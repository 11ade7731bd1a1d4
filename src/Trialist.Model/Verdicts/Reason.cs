using Trialist.Model.Persons;
using Trialist.Model.Text;

namespace Trialist.Model.Verdicts;

/// <summary>Why one leaf is true, false or unknown for a person.</summary>
/// <param name="Predicate">The leaf in one line, such as <c>bilirubin.total ≤ 51 umol/L</c>.</param>
/// <param name="Truth">Its truth.</param>
/// <param name="Span">Its words in the criteria text; null for structured limits.</param>
/// <param name="Facts">The person's facts that were used.</param>
/// <param name="Missing">Names of facts that would decide it.</param>
public sealed record Reason(string Predicate, Truth Truth, TextSpan? Span, ValueList<Fact> Facts, ValueList<string> Missing)
{
    /// <summary>The kind of fact that the leaf asks about; null for judgement and for words that were not understood.</summary>
    public Predicates.LeafType? Asks { get; init; }

    /// <summary>The leaf itself, to be said in words; null for judgement and for words that were not understood.</summary>
    public Predicates.Predicate.Leaf? Leaf { get; init; }

    /// <summary>True when the value meets or misses the bound only within the rounding of a unit conversion.</summary>
    public bool Borderline { get; init; }

    /// <summary>True when the leaf cannot apply to the person, such as pregnancy in a man.</summary>
    public bool NotApplicable { get; init; }

    /// <summary>What was assumed, such as a default normal range or silence read as no; null when nothing was.</summary>
    public string? Assumed { get; init; }

    /// <summary>A remark for the reader, such as "last value is 40 days old"; null when there is none.</summary>
    public string? Note { get; init; }
}
