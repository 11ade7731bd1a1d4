using Trialist.Search.Expressions;

namespace Trialist.Web.Api.V2;

/// <summary>Parts of an expression that say nothing, of which strict requests want to hear.</summary>
internal static class IdleParts
{
    private static readonly string[] Operators = ["AREA", "SEARCH", "RANGE", "DISTANCE", "COVERAGE", "EXPANSION", "TILT"];

    /// <summary>Refuses an area that is asked for ALL, which finds every study whatever the area holds, and an operator that a blank parts from its bracket, which is searched as a word.</summary>
    /// <exception cref="ExpressionException">There is such a part.</exception>
    public static void Refuse(Expression expression)
    {
        switch (expression)
        {
            case Expression.Area { Item: Expression.All } area:
                var refusal = new ExpressionException($"`AREA[{area.Name}]ALL` finds every study, whatever stands in the area: for the value write `AREA[{area.Name}]\"ALL\"`, for any value `NOT AREA[{area.Name}]MISSING`");
                throw area.At.Number is { } column ? refusal.At(column) : refusal;
            case Expression.Area area:
                Refuse(area.Item);
                break;
            case Expression.And and:
                RefuseAll(and.Items);
                break;
            case Expression.Or or:
                RefuseAll(or.Items);
                break;
            case Expression.Not not:
                Refuse(not.Item);
                break;
            case Expression.Scope scope:
                Refuse(scope.Item);
                break;
            case Expression.Covering covering:
                Refuse(covering.Item);
                break;
            case Expression.Expanded expanded:
                Refuse(expanded.Item);
                break;
            case Expression.Tilt tilt:
                Refuse(tilt.Item);
                break;
            case Expression.Term term when Operators.FirstOrDefault(name => $" {term.Text}".Contains($" {name} [", StringComparison.Ordinal)) is { } name:
                throw new ExpressionException($"`{name} [` is searched as a word: no blank stands before the bracket");
            case Expression.Term or Expression.Phrase or Expression.Range or Expression.Near or Expression.Missing or Expression.All:
                break;
        }
    }

    private static void RefuseAll(ValueList<Expression> items)
    {
        foreach (var item in items)
        {
            Refuse(item);
        }
    }
}
