namespace Trialist.Search.Expressions;

/// <summary>A query in the registry's expression language (docs/reference/expressions.md).</summary>
public abstract record Expression
{
    private Expression() { }

    /// <summary>Where it was written.</summary>
    public SourceColumn At { get; init; }

    /// <summary>Words.</summary>
    public sealed record Term(string Text) : Expression;

    /// <summary>Words in quotes, to be found one after another.</summary>
    public sealed record Phrase(string Text) : Expression;

    /// <summary>Values from one to another, both included; null for the least or the greatest of all.</summary>
    public sealed record Range(string? From, string? To) : Expression;

    /// <summary>Points in a circle.</summary>
    public sealed record Near(double Latitude, double Longitude, double RadiusKm) : Expression;

    /// <summary>No value in the area.</summary>
    public sealed record Missing : Expression;

    /// <summary>Every study.</summary>
    public sealed record All : Expression;

    /// <summary>All must match.</summary>
    public sealed record And(ValueList<Expression> Items) : Expression;

    /// <summary>One must match; more matches count more.</summary>
    public sealed record Or(ValueList<Expression> Items) : Expression;

    /// <summary>Must not match.</summary>
    public sealed record Not(Expression Item) : Expression;

    /// <summary>Where to look: a search area, a piece, or with <paramref name="OfSize"/> the length of a list.</summary>
    public sealed record Area(string Name, bool OfSize, Expression Item) : Expression;

    /// <summary>What the conditions are about together.</summary>
    public sealed record Scope(SearchScope Of, Expression Item) : Expression;

    /// <summary>How much of a value must match.</summary>
    public sealed record Covering(Coverage Coverage, Expression Item) : Expression;

    /// <summary>How far words may be expanded.</summary>
    public sealed record Expanded(Expansion Expansion, Expression Item) : Expression;

    /// <summary>Lifts studies by the order of a piece's values: newer, or more, is higher.</summary>
    public sealed record Tilt(string Piece, Expression Item) : Expression;

    /// <summary>This expression and all that stand in it, each before what stands in it, in the order in which they are written.</summary>
    public IEnumerable<Expression> WithParts()
    {
        var waiting = new Stack<Expression>([this]);
        while (waiting.TryPop(out var next))
        {
            yield return next;
            var inner = next.Inner();
            for (var i = inner.Count - 1; i >= 0; i--)
            {
                waiting.Push(inner[i]);
            }
        }
    }

    /// <summary>One of some expressions; an only one stands for itself.</summary>
    public static Expression AnyOf(IEnumerable<Expression> expressions) => expressions.ToValueList() is var items && items.Count == 1 ? items[0] : new Or(items);

    /// <summary>Reads an expression; null when there is nothing in it.</summary>
    /// <exception cref="ExpressionException">It is malformed or breaks a limit.</exception>
    public static Expression? Parse(string? text) => string.IsNullOrWhiteSpace(text) ? null : ExpressionParser.Parse(text);

    /// <summary>The expression as one would type it; reading it gives the same expression.</summary>
    public sealed override string ToString() => ExpressionPrinter.Print(this);

    // What stands right inside.
    private ValueList<Expression> Inner() => this switch
    {
        And and => and.Items,
        Or or => or.Items,
        Not not => [not.Item],
        Area area => [area.Item],
        Scope scope => [scope.Item],
        Covering covering => [covering.Item],
        Expanded expanded => [expanded.Item],
        Tilt tilt => [tilt.Item],
        Term or Phrase or Range or Near or Missing or All => [],
    };
}
