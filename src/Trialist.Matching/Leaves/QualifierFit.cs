namespace Trialist.Matching.Leaves;

/// <summary>How the words that narrow a leaf stand to those of a fact.</summary>
/// <param name="Truth">True when each is met, false when one is known to differ, else unknown.</param>
/// <param name="Kind">The kind that decided, when not true.</param>
/// <param name="Note">A remark for the reader.</param>
internal readonly record struct QualifierFit(Truth Truth, QualifierKind? Kind, string? Note)
{
    public static QualifierFit Of(ValueList<Qualifier> asked, Fact fact)
    {
        var worst = new QualifierFit(Truth.True, null, null);
        foreach (var qualifier in asked)
        {
            var one = Of(qualifier, fact);
            if (one.Truth < worst.Truth)
            {
                worst = one;
            }
        }

        return worst;
    }

    private static QualifierFit Of(Qualifier asked, Fact fact)
    {
        if (asked.Kind == QualifierKind.Status && OfStatus(asked.Value, fact) is { } byStatus)
        {
            return byStatus;
        }

        string? other = null;
        foreach (var recorded in fact.Qualifiers)
        {
            if (recorded.Kind != asked.Kind)
            {
                continue;
            }

            if (QualifierWords.Implies(asked.Kind, recorded.Value, asked.Value))
            {
                return new QualifierFit(Truth.True, null, null);
            }

            if (QualifierWords.Excludes(asked.Kind, recorded.Value, asked.Value))
            {
                return new QualifierFit(Truth.False, asked.Kind, $"recorded as {recorded.Value}, not {asked.Value}");
            }

            other = recorded.Value;
        }

        return new QualifierFit(Truth.Unknown, asked.Kind, other is null ? $"not recorded whether {asked.Value}" : $"recorded as {other}; not known whether {asked.Value}");
    }

    private static QualifierFit? OfStatus(string asked, Fact fact) => (asked, fact.Status) switch
    {
        ("active" or "current" or "ongoing", FactStatus.Active) => new QualifierFit(Truth.True, null, null),
        ("active" or "current" or "ongoing", FactStatus.Past) => new QualifierFit(Truth.False, QualifierKind.Status, "recorded as past"),
        ("inactive" or "resolved" or "past", FactStatus.Past) => new QualifierFit(Truth.True, null, null),
        ("inactive" or "resolved" or "past", FactStatus.Active) => new QualifierFit(Truth.False, QualifierKind.Status, "recorded as active"),
        _ => null,
    };
}
