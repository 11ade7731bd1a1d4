using Trialist.Terminology;

namespace Trialist.Screening.Sources;

/// <summary>One column of a cohort table, as its heading says.</summary>
/// <param name="Heading">The heading as written.</param>
/// <param name="Index">Where it stands, from 0.</param>
/// <param name="Kind">What its cells hold.</param>
/// <param name="Type">The kind of fact that it makes.</param>
/// <param name="Concept">What its cells are about; null for lists, whose cells name it.</param>
/// <param name="Unit">The unit of its values; null for scores and counts.</param>
internal sealed record CohortColumn(string Heading, int Index, CohortColumnKind Kind, LeafType Type, Concept? Concept, string? Unit)
{
    private static readonly Dictionary<string, CohortColumnKind> Fixed = new(StringComparer.Ordinal)
    {
        ["id"] = CohortColumnKind.Id,
        ["person"] = CohortColumnKind.Id,
        ["patient"] = CohortColumnKind.Id,
        ["birthdate"] = CohortColumnKind.BirthDate,
        ["dateofbirth"] = CohortColumnKind.BirthDate,
        ["age"] = CohortColumnKind.Age,
        ["sex"] = CohortColumnKind.Sex,
        ["gender"] = CohortColumnKind.Sex,
        ["date"] = CohortColumnKind.Date,
    };

    private static readonly Dictionary<string, LeafType> Lists = new(StringComparer.Ordinal)
    {
        ["conditions"] = LeafType.Condition,
        ["medications"] = LeafType.Treatment,
        ["treatments"] = LeafType.Treatment,
        ["procedures"] = LeafType.Procedure,
        ["biomarkers"] = LeafType.Biomarker,
        ["allergies"] = LeafType.Allergy,
    };

    /// <summary>Reads a heading: a fixed name, a list, <c>creatinine [mg/dL]</c>, or a concept whose cells are yes or no.</summary>
    public static CohortColumn Parse(string heading, int index)
    {
        var key = heading.ToLowerInvariant().Replace(" ", "", StringComparison.Ordinal).Replace("_", "", StringComparison.Ordinal);
        if (Fixed.TryGetValue(key, out var kind))
        {
            return new CohortColumn(heading, index, kind, LeafType.Age, null, null);
        }

        if (Lists.TryGetValue(key, out var type))
        {
            return new CohortColumn(heading, index, CohortColumnKind.List, type, null, null);
        }

        var bracket = heading.IndexOf('[', StringComparison.Ordinal);
        var unit = bracket > 0 && heading.TrimEnd().EndsWith(']') ? heading.Trim()[(bracket + 1)..^1].Trim() : null;
        var name = (unit is null ? heading : heading[..bracket]).Replace('_', ' ').Trim();
        var entry = Lexicon.Default.Find(name) is [var first, ..] && first.LeafType is not null ? first : null;
        var leaf = entry?.LeafType ?? (unit is null ? LeafType.Condition : LeafType.Measurement);
        var holdsValue = unit is not null || leaf is LeafType.Measurement or LeafType.Score or LeafType.Count or LeafType.Lines;
        return new CohortColumn(heading, index, holdsValue ? CohortColumnKind.Value : CohortColumnKind.YesNo, leaf, entry?.Concept ?? new Concept(name.ToLowerInvariant()), unit);
    }
}
