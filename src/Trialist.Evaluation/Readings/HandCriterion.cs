namespace Trialist.Evaluation.Readings;

/// <summary>One criterion as a careful reader cut it.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Kind">Inclusion, exclusion or note.</param>
/// <param name="FirstLine">First line, counted from 1.</param>
/// <param name="Part">Its first five words, where several criteria share a line; else null.</param>
/// <param name="Reading"><c>computable</c>, <c>judgement</c>, <c>action</c>, <c>mixed</c>; null for notes.</param>
/// <param name="Logic">How its own leaves join: <c>all</c>, <c>any</c>, <c>mixed</c>; null with fewer than two.</param>
/// <param name="Leaves">Its own leaves.</param>
internal sealed record HandCriterion(string Id, CriterionKind Kind, int FirstLine, string? Part, string? Reading, string? Logic, ValueList<FlatLeaf> Leaves);
