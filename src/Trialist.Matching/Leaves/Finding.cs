namespace Trialist.Matching.Leaves;

/// <summary>What a rule found out about one leaf.</summary>
internal sealed record Finding(Truth Truth)
{
    /// <summary>The facts that were used.</summary>
    public IReadOnlyList<Fact> Facts { get; init; } = [];

    /// <summary>Names of facts that would decide it.</summary>
    public IReadOnlyList<string> Missing { get; init; } = [];

    public bool Borderline { get; init; }

    public bool NotApplicable { get; init; }

    public string? Assumed { get; init; }

    public string? Note { get; init; }

    public static Finding Unknown(string missing, string? note = null, params Fact[] facts) =>
        new(Truth.Unknown) { Missing = [missing], Note = note, Facts = facts };

    public Reason ToReason(Predicate predicate, TextSpan? span) =>
        new(Notation.LeafLine.Of(predicate), Truth, span, Facts.ToValueList(), Missing.ToValueList())
        {
            Asks = (predicate as Predicate.Leaf)?.Type,
            Leaf = predicate as Predicate.Leaf,
            Borderline = Borderline,
            NotApplicable = NotApplicable,
            Assumed = Assumed,
            Note = Note,
        };
}
