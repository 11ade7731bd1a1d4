using Trialist.Criteria.Vocabulary;

namespace Trialist.Criteria.Islands;

/// <content>How much somebody smoked.</content>
internal sealed partial class IslandParser
{
    private const string PackYears = "{pack_years}";

    private static readonly PhraseList Former = new("former", "ex-smok", "ex smok", "exsmok", "history", "past ", "previous");

    // "current smokers or former smokers with more than 10 pack-years": those of today are not asked how much.
    private bool SaysHowMuchWas(Limit limit, Node last, Node other) =>
        limit.Unit == PackYears && last.When is null or { Relation: TimeRelation.Ever } && Former.OccursIn(text.AsSpan(other.Span.End, limit.Start - other.Span.End));
}
