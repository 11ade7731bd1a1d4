namespace Trialist.Search.Expressions;

/// <summary>A token of an expression.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Text">A word or phrase without escapes; the name of an operator.</param>
/// <param name="Parameter">What stands in an operator's square brackets.</param>
/// <param name="Column">Where it begins, 1 for the first character.</param>
internal readonly record struct ExpressionToken(ExpressionTokenKind Kind, string Text, string Parameter, int Column);
