using System.Globalization;
using System.Text;

namespace Trialist.Search.Expressions;

/// <summary>Writes expressions as one would type them.</summary>
internal static class ExpressionPrinter
{
    // How tightly an expression binds; what binds looser than its place stands in parentheses.
    private const int Either = 0;
    private const int Both = 1;
    private const int Unary = 2;

    public static string Print(Expression expression)
    {
        var text = new StringBuilder();
        Write(text, expression, Either);
        return text.ToString();
    }

    private static void Write(StringBuilder text, Expression expression, int place)
    {
        var isLoose = place > expression switch { Expression.Or => Either, Expression.And => Both, _ => Unary };
        text.Append(isLoose ? "(" : "");
        switch (expression)
        {
            case Expression.Term term:
                text.AppendJoin(' ', term.Text.Split(' ').Select(Plain));
                break;
            case Expression.Phrase phrase:
                text.Append('"').Append(phrase.Text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal)).Append('"');
                break;
            case Expression.Range range:
                text.Append("RANGE[").Append(range.From ?? "MIN").Append(", ").Append(range.To ?? "MAX").Append(']');
                break;
            case Expression.Near near:
                text.Append(CultureInfo.InvariantCulture, $"DISTANCE[{near.Latitude:0.#########}, {near.Longitude:0.#########}, {near.RadiusKm:0.#########}km]");
                break;
            case Expression.Missing:
                text.Append("MISSING");
                break;
            case Expression.All:
                text.Append("ALL");
                break;
            case Expression.And and:
                Join(text, and.Items, " AND ", Unary);
                break;
            case Expression.Or or:
                Join(text, or.Items, " OR ", Both);
                break;
            case Expression.Not not:
                text.Append("NOT ");
                Write(text, not.Item, Unary);
                break;
            case Expression.Area area:
                Operator(text, "AREA", area.OfSize ? $"{area.Name}:size" : area.Name, area.Item);
                break;
            case Expression.Scope scope:
                Operator(text, "SEARCH", scope.Of.ToString(), scope.Item);
                break;
            case Expression.Covering covering:
                Operator(text, "COVERAGE", covering.Coverage.ToString(), covering.Item);
                break;
            case Expression.Expanded expanded:
                Operator(text, "EXPANSION", expanded.Expansion.ToString(), expanded.Item);
                break;
            case Expression.Tilt tilt:
                Operator(text, "TILT", tilt.Piece, tilt.Item);
                break;
        }

        text.Append(isLoose ? ")" : "");
    }

    private static void Join(StringBuilder text, ValueList<Expression> items, string by, int place)
    {
        for (var i = 0; i < items.Count; i++)
        {
            text.Append(i == 0 ? "" : by);
            Write(text, items[i], place);
        }
    }

    private static void Operator(StringBuilder text, string name, string parameter, Expression item)
    {
        text.Append(name).Append('[').Append(parameter).Append(']');
        Write(text, item, Unary);
    }

    private static string Plain(string word)
    {
        var escaped = new StringBuilder();
        var isOperator = ExpressionLexer.Keywords.Contains(word, StringComparer.Ordinal) || Array.Exists(ExpressionLexer.Operators, name => word.StartsWith(name + "[", StringComparison.Ordinal));
        escaped.Append(isOperator ? "\\" : "");
        foreach (var c in word)
        {
            escaped.Append(c is '(' or ')' or '"' or '\\' ? "\\" : "").Append(c);
        }

        return escaped.ToString();
    }
}
