namespace Trialist.Search.Expressions;

/// <summary>An expression that is not run, with one sentence for the person who typed it.</summary>
public sealed class ExpressionException : TrialistException
{
    /// <summary>Refuses an expression as a whole.</summary>
    public ExpressionException(string message) : base(message) { }

    /// <summary>Refuses an expression at a place.</summary>
    /// <param name="column">Number of the character, 1 for the first.</param>
    /// <param name="message">What was expected there.</param>
    public ExpressionException(int column, string message) : base(message) => Column = column;

    private ExpressionException(ExpressionException inner) : base(inner.Sentence, inner) => (Column, Origin, UnknownName, KnownNames) = (inner.Column, inner.Origin, inner.UnknownName, inner.KnownNames);

    /// <summary>Refuses an area or a piece that there is not.</summary>
    public static ExpressionException Unknown(string name) => new($"Unknown area name: `{name}`") { UnknownName = name };

    /// <summary>Refuses a text that is none of a list's values.</summary>
    /// <param name="message">What is wrong.</param>
    /// <param name="written">The text.</param>
    /// <param name="values">The values.</param>
    public static ExpressionException NoValue(string message, string written, IEnumerable<string> values) => new(message) { UnknownName = written, KnownNames = values.ToValueList() };

    /// <summary>The values that there are beside an unknown one; empty where it is the name of an area or a piece that is not known.</summary>
    public ValueList<string> KnownNames { get; private init; }

    /// <summary>The name of an area or a piece, or the value of a list, that there is not; null where something else is wrong.</summary>
    public string? UnknownName { get; private init; }

    /// <summary>Which expression it was, as the search named it; null when it is the search as a whole.</summary>
    public string? Origin { get; private init; }

    /// <summary>The same refusal, with the origin of the expression.</summary>
    public ExpressionException Of(string origin) => new(this) { Origin = origin };

    /// <summary>The same refusal, with the place of the part that is refused.</summary>
    public ExpressionException At(int column) => new(this) { Column = column };

    /// <summary>Where it went wrong, 1 for the first character; null when it is the whole.</summary>
    public int? Column { get; private init; }

    /// <summary>What is wrong, without the place: <c>expected a term after AND</c>.</summary>
    public string Sentence => base.Message;

    /// <summary>What is wrong, and where, if that is known: <c>column 14: expected a term after AND</c>.</summary>
    public override string Message => Column is { } column ? $"column {column}: {Sentence}" : Sentence;
}
