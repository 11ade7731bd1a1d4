namespace Trialist.Screening.Cohorts;

/// <summary>What one criterion does to a cohort.</summary>
/// <param name="Id">The criterion, or a structured limit.</param>
/// <param name="Kind">Inclusion or exclusion.</param>
/// <param name="Text">Its words; for a structured limit what it asks.</param>
/// <param name="Reading">How far it was understood.</param>
/// <param name="Met">Persons who are known to meet it.</param>
/// <param name="NotMet">Persons who are known not to meet it.</param>
/// <param name="Unknown">Persons of whom it is not known.</param>
/// <param name="LostAlone">Persons whom nothing but this criterion is known to keep out.</param>
/// <param name="LostHere">Persons whom it takes away after the criteria before it.</param>
/// <param name="Remaining">Persons whom neither it nor the criteria before it are known to keep out.</param>
public sealed record FunnelRow(
    string Id, CriterionKind Kind, string Text, Reading Reading, int Met, int NotMet, int Unknown, int LostAlone, int LostHere, int Remaining);
