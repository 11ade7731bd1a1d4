using Trialist.Search.Eligibility;

namespace Trialist.Search.Expressions;

/// <summary>What is searched for in the registry's expression language. All queries and filters must match.</summary>
public sealed record ExpressionSearch
{
    /// <summary>Studies on a page, at most.</summary>
    public const int MostStudies = 1_000;

    /// <summary>What ranks.</summary>
    public ValueList<RankedExpression> Queries { get; init; }

    /// <summary>What narrows without ranking.</summary>
    public ValueList<FilterExpression> Filters { get; init; }

    /// <summary>What the criteria of all studies say; needed where <see cref="AsksCriteria"/> says so.</summary>
    public CriteriaTable? Criteria { get; init; }

    /// <summary>True when a query or a filter looks into a <see cref="CriteriaArea"/>.</summary>
    public bool AsksCriteria => Queries.Any(query => CriteriaArea.IsIn(query.Expression)) || Filters.Any(filter => CriteriaArea.IsIn(filter.Expression));

    /// <summary>True to refuse also what else finds nothing: a name asked of the criteria that neither they nor the lexicon know, and a range that ends before it begins.</summary>
    public bool IsStrict { get; init; }

    /// <summary>At most two keys; when none is given, relevance where there is a query, else the number.</summary>
    public ValueList<SortKey> Sort { get; init; }

    /// <summary>Lets scores fall with distance; null for none.</summary>
    public Proximity? Proximity { get; init; }

    /// <summary>Begins behind this study; null for the first page.</summary>
    public PagePosition? After { get; init; }

    /// <summary>How many studies to return.</summary>
    public int Limit { get; init; } = 10;
}
