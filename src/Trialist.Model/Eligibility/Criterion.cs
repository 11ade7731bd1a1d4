using Trialist.Model.Predicates;
using Trialist.Model.Text;

namespace Trialist.Model.Eligibility;

/// <summary>One criterion of a study, tied to its exact words.</summary>
/// <param name="Id"><c>I1</c>, <c>I2.3</c>, <c>E11</c>, <c>N1</c>: by printed order within its kind.</param>
/// <param name="Kind">Inclusion, exclusion or note.</param>
/// <param name="Span">Where it stands in the text.</param>
/// <param name="Text">The exact words of the span.</param>
public sealed record Criterion(string Id, CriterionKind Kind, TextSpan Span, string Text)
{
    /// <summary>The criterion that this one is listed under; null at the top.</summary>
    public string? Parent { get; init; }

    /// <summary>How its children join; null when it has none.</summary>
    public Combine? Combine { get; init; }

    /// <summary>How far it was understood; null for notes.</summary>
    public Reading? Reading { get; init; }

    /// <summary>What its own words ask (for an exclusion: what is excluded); null when they ask nothing of their own.</summary>
    public Predicate? Predicate { get; init; }

    /// <summary>Words that bear meaning and were not understood.</summary>
    public ValueList<UnreadWords> Unread { get; init; }

    /// <summary>Who put this reading in the place of the engine's; null for the engine's own.</summary>
    public Correction? Correction { get; init; }
}
