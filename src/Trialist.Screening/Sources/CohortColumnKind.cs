namespace Trialist.Screening.Sources;

/// <summary>What a column of a cohort table holds.</summary>
internal enum CohortColumnKind
{
    Id,
    BirthDate,
    Age,
    Sex,
    Date,
    List,
    Value,
    YesNo,
}
