namespace Trialist.Evaluation.Readings;

/// <summary>One study whose criteria were read by hand into leaves.</summary>
/// <param name="NctId">The study.</param>
/// <param name="Criteria">Its criteria and notes in printed order.</param>
internal sealed record HandReading(NctId NctId, ValueList<HandCriterion> Criteria);
