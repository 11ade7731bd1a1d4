using System.Globalization;
using Trialist.Search.Places;

namespace Trialist.Search.Expressions;

/// <summary>Reads an expression by recursive descent. OR binds loosest, then AND, then NOT and the operators with brackets; terms side by side are joined by AND.</summary>
internal sealed class ExpressionParser
{
    private readonly List<ExpressionToken> tokens;
    private int next;
    private int nodes;

    private ExpressionParser(List<ExpressionToken> tokens) => this.tokens = tokens;

    private ExpressionToken Here => tokens[next];

    public static Expression Parse(string text)
    {
        if (text.Length > ExpressionLimits.Longest)
        {
            throw new ExpressionException($"the expression has {text.Length:N0} characters, at most {ExpressionLimits.Longest:N0} are taken");
        }

        var parser = new ExpressionParser(new ExpressionLexer(text).Tokens());
        var expression = parser.Either(0, "at the beginning");
        return parser.Here.Kind switch
        {
            ExpressionTokenKind.End => expression,
            ExpressionTokenKind.Close => throw new ExpressionException(parser.Here.Column, ") closes nothing"),
            _ => throw new ExpressionException(parser.Here.Column, $"'{parser.Here.Text}' is not expected here"),
        };
    }

    private Expression Either(int depth, string after)
    {
        var items = new List<Expression> { Both(depth, after) };
        while (TakeKeyword("OR"))
        {
            items.Add(Both(depth, "after OR"));
        }

        return items.Count == 1 ? items[0] : Count(new Expression.Or(items.ToValueList()));
    }

    private Expression Both(int depth, string after)
    {
        var items = new List<Expression> { Unary(depth, after) };
        while (true)
        {
            if (TakeKeyword("AND"))
            {
                items.Add(Unary(depth, "after AND"));
            }
            else if (Here.Kind is ExpressionTokenKind.End or ExpressionTokenKind.Close || Here is { Kind: ExpressionTokenKind.Keyword, Text: "OR" })
            {
                return items.Count == 1 ? items[0] : Count(new Expression.And(items.ToValueList()));
            }
            else
            {
                items.Add(Unary(depth, "here"));
            }
        }
    }

    private Expression Unary(int depth, string after)
    {
        if (depth > ExpressionLimits.Deepest)
        {
            throw new ExpressionException(Here.Column, $"the expression is nested deeper than {ExpressionLimits.Deepest} levels");
        }

        var at = new SourceColumn(Here.Column);
        if (TakeKeyword("NOT"))
        {
            return Count(new Expression.Not(Unary(depth + 1, "after NOT")) { At = at });
        }

        if (Here.Kind != ExpressionTokenKind.Operator || Here.Text is "RANGE" or "DISTANCE")
        {
            return Source(depth, after);
        }

        var (_, name, parameter, column) = tokens[next++];
        var item = Unary(depth + 1, $"after {name}[{parameter}]");
        return Count<Expression>(name switch
        {
            "AREA" => AreaOf(parameter, column, item),
            "SEARCH" => new Expression.Scope(Choice<SearchScope>(parameter, "search", column), item) { At = at },
            "EXPANSION" => new Expression.Expanded(Choice<Expansion>(parameter, "expansion", column), item) { At = at },
            "TILT" => new Expression.Tilt(parameter, item) { At = at },
            _ => new Expression.Covering(Choice<Coverage>(parameter, "coverage", column), item) { At = at },
        });
    }

    private Expression Source(int depth, string after)
    {
        var token = Here;
        var at = new SourceColumn(token.Column);
        switch (token.Kind)
        {
            case ExpressionTokenKind.Word:
                return Words();
            case ExpressionTokenKind.Phrase:
                next++;
                return Count(new Expression.Phrase(Limited(token)) { At = at });
            case ExpressionTokenKind.Open:
                next++;
                var inner = Either(depth + 1, "after (");
                if (Here.Kind != ExpressionTokenKind.Close)
                {
                    throw new ExpressionException(token.Column, "( is never closed");
                }

                next++;
                return inner;
            case ExpressionTokenKind.Keyword when token.Text is "MISSING" or "ALL":
                next++;
                return Count<Expression>(token.Text == "ALL" ? new Expression.All { At = at } : new Expression.Missing { At = at });
            case ExpressionTokenKind.Operator:
                next++;
                return Count<Expression>(token.Text == "RANGE" ? RangeOf(token) : NearOf(token));
            default:
                throw new ExpressionException(token.Column, $"expected a term {after}");
        }
    }

    private Expression.Term Words()
    {
        var first = Here;
        var words = new List<string>();
        while (Here.Kind == ExpressionTokenKind.Word)
        {
            words.Add(tokens[next++].Text);
        }

        return words.Count <= ExpressionLimits.MostWords
            ? Count(new Expression.Term(string.Join(' ', words)) { At = new SourceColumn(first.Column) })
            : throw new ExpressionException(first.Column, $"the term has {words.Count} words, at most {ExpressionLimits.MostWords} are taken");
    }

    private static string Limited(ExpressionToken phrase) =>
        phrase.Text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Length is var words && words <= ExpressionLimits.MostWords
            ? phrase.Text
            : throw new ExpressionException(phrase.Column, $"the phrase has {words} words, at most {ExpressionLimits.MostWords} are taken");

    private static Expression.Area AreaOf(string parameter, int column, Expression item)
    {
        var isSize = parameter.EndsWith(":size", StringComparison.Ordinal);
        var name = isSize ? parameter[..^5] : parameter;
        return name.Length > 0 ? new Expression.Area(name, isSize, item) { At = new SourceColumn(column) } : throw new ExpressionException(column, "expected a name in AREA[]");
    }

    private static T Choice<T>(string parameter, string what, int column) where T : struct, Enum =>
        Enum.GetNames<T>().Contains(parameter, StringComparer.Ordinal)
            ? Enum.Parse<T>(parameter)
            : throw new ExpressionException(column, $"Invalid {what}: {parameter}; expected {string.Join(", ", Enum.GetNames<T>())}");

    private static Expression.Range RangeOf(ExpressionToken token)
    {
        var parts = token.Parameter.Split(',', StringSplitOptions.TrimEntries);
        return parts is [{ Length: > 0 } from, { Length: > 0 } to]
            ? new Expression.Range(from == "MIN" ? null : from, to == "MAX" ? null : to) { At = new SourceColumn(token.Column) }
            : throw new ExpressionException(token.Column, "RANGE needs two values, as in RANGE[2020-01-01, MAX]");
    }

    private static Expression.Near NearOf(ExpressionToken token)
    {
        var parts = token.Parameter.Split(',', StringSplitOptions.TrimEntries);
        if (parts.Length != 3 || !Degrees(parts[0], 90, out var latitude) || !Degrees(parts[1], 180, out var longitude) || !Distance.TryParseKm(parts[2], out var km))
        {
            throw new ExpressionException(token.Column, "DISTANCE needs latitude, longitude and radius, as in DISTANCE[42.36, -71.06, 50mi]");
        }

        return new Expression.Near(latitude, longitude, km) { At = new SourceColumn(token.Column) };
    }

    private static bool Degrees(string text, double limit, out double degrees) =>
        double.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out degrees) && Math.Abs(degrees) <= limit;

    private bool TakeKeyword(string keyword)
    {
        if (Here.Kind != ExpressionTokenKind.Keyword || Here.Text != keyword)
        {
            return false;
        }

        next++;
        return true;
    }

    private T Count<T>(T node) where T : Expression =>
        ++nodes <= ExpressionLimits.MostNodes ? node : throw new ExpressionException($"the expression has more than {ExpressionLimits.MostNodes:N0} terms and operators");
}
