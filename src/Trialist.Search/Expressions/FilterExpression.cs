namespace Trialist.Search.Expressions;

/// <summary>An expression that narrows what is found without ranking it; where it says nothing else it looks into BasicSearch.</summary>
/// <param name="Expression">The expression.</param>
/// <param name="Origin">Where it comes from: a refusal names it.</param>
public sealed record FilterExpression(Expression Expression, string Origin = "filter");
