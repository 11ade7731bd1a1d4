namespace Trialist.Search.Expressions;

/// <summary>An expression that is not run, with one sentence for the person who typed it.</summary>
public sealed class ExpressionException : TrialistException
{
    /// <summary>Refuses an expression as a whole.</summary>
    public ExpressionException(string message) : base(message) { }

    /// <summary>Refuses an expression at a place.</summary>
    /// <param name="column">Number of the character, 1 for the first.</param>
    /// <param name="message">What was expected there.</param>
    public ExpressionException(int column, string message) : base($"column {column}: {message}") => Column = column;

    private ExpressionException(ExpressionException inner) : base(inner.Message, inner) => (Column, Origin, UnknownName) = (inner.Column, inner.Origin, inner.UnknownName);

    /// <summary>Refuses an area or a piece that there is not.</summary>
    public static ExpressionException Unknown(string name) => new($"Unknown area name: `{name}`") { UnknownName = name };

    /// <summary>The name of an area or a piece that there is not; null where something else is wrong.</summary>
    public string? UnknownName { get; private init; }

    /// <summary>Which expression it was, as the search named it; null when it is the search as a whole.</summary>
    public string? Origin { get; private init; }

    /// <summary>The same refusal, with the origin of the expression.</summary>
    public ExpressionException Of(string origin) => new(this) { Origin = origin };

    /// <summary>The same refusal, with the place of the part that is refused.</summary>
    public ExpressionException At(int column) => new(this) { Column = column };

    /// <summary>Where it went wrong, 1 for the first character; null when it is the whole.</summary>
    public int? Column { get; private init; }
}
