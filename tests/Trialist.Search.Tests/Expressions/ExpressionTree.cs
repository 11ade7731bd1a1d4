using System.Globalization;
using Trialist.Search.Expressions;

namespace Trialist.Search.Tests.Expressions;

/// <summary>An expression as a tree of one line, so that rows of tests show how it is read.</summary>
internal static class ExpressionTree
{
    public static string Of(Expression expression) => expression switch
    {
        Expression.Term term => term.Text,
        Expression.Phrase phrase => $"'{phrase.Text}'",
        Expression.Range range => $"(range {range.From}..{range.To})",
        Expression.Near near => string.Create(CultureInfo.InvariantCulture, $"(near {near.Latitude} {near.Longitude} {near.RadiusKm})"),
        Expression.Missing => "(missing)",
        Expression.All => "(all)",
        Expression.And and => $"(and {string.Join(' ', and.Items.Select(Of))})",
        Expression.Or or => $"(or {string.Join(' ', or.Items.Select(Of))})",
        Expression.Not not => $"(not {Of(not.Item)})",
        Expression.Area area => $"(area {area.Name}{(area.OfSize ? ":size" : "")} {Of(area.Item)})",
        Expression.Scope scope => $"(scope {scope.Of} {Of(scope.Item)})",
        Expression.Covering covering => $"(covering {covering.Coverage} {Of(covering.Item)})",
        Expression.Expanded expanded => $"(expanded {expanded.Expansion} {Of(expanded.Item)})",
        Expression.Tilt tilt => $"(tilt {tilt.Piece} {Of(tilt.Item)})",
        _ => throw new NotSupportedException(expression.GetType().Name),
    };
}
