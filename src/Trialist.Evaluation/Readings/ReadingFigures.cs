using Trialist.Evaluation.Scoring;

namespace Trialist.Evaluation.Readings;

/// <summary>How well the engine's readings meet the hand readings.</summary>
/// <param name="Studies">Studies compared.</param>
/// <param name="Criteria">Criteria (and notes) found: same kind, same first line.</param>
/// <param name="Numeric">Leaves with bounds: type, side, value, inclusiveness and unit.</param>
/// <param name="Concepts">Leaves without bounds: type and name.</param>
/// <param name="Class">Criteria whose reading class is right, of those found.</param>
/// <param name="Full">Of what is called full, exactly as the hand reading.</param>
internal readonly record struct ReadingFigures(int Studies, Score Criteria, Score Numeric, Score Concepts, Score Class, Score Full)
{
    public static ReadingFigures operator +(ReadingFigures a, ReadingFigures b) =>
        new(a.Studies + b.Studies, a.Criteria + b.Criteria, a.Numeric + b.Numeric, a.Concepts + b.Concepts, a.Class + b.Class, a.Full + b.Full);
}
