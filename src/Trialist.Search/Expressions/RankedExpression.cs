namespace Trialist.Search.Expressions;

/// <summary>An expression that ranks what it finds.</summary>
/// <param name="Area">The search area or piece in which it looks where it says nothing else.</param>
/// <param name="Expression">The expression.</param>
/// <param name="Origin">Where it comes from, such as <c>query.cond</c>: a refusal names it.</param>
public sealed record RankedExpression(string Area, Expression Expression, string Origin = "query");
