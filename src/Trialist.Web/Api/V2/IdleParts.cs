using Trialist.Search.Expressions;
using Trialist.Search.Pieces;

namespace Trialist.Web.Api.V2;

/// <summary>Parts of an expression that say nothing, or not what they seem to, of which strict requests want to hear.</summary>
internal static class IdleParts
{
    private const string Missing = "MISSING";
    private static readonly string[] Operators = ["AREA", "SEARCH", "RANGE", "DISTANCE", "COVERAGE", "COVER", "EXPANSION", "TILT"];

    /// <summary>
    /// Refuses an area that is asked for ALL, which finds every study whatever the area holds; one that another area takes the place of; an order where nothing ranks;
    /// and an operator that is searched as a word: a blank parts it from its bracket, or it is misspelt. A word in quotes is always a word.
    /// </summary>
    /// <param name="expression">The expression.</param>
    /// <param name="ranks">False for a filter.</param>
    /// <exception cref="ExpressionException">There is such a part.</exception>
    public static void Refuse(Expression expression, bool ranks)
    {
        foreach (var part in expression.WithParts())
        {
            if (SentenceOn(part, ranks) is { } sentence)
            {
                throw part.At.Number is { } column ? new ExpressionException(column, sentence) : new ExpressionException(sentence);
            }
        }
    }

    private static string? SentenceOn(Expression part, bool ranks) => part switch
    {
        Expression.Area { Item: Expression.All } area =>
            $"`AREA[{area.Name}]ALL` finds every study, whatever stands in the area: for the value write `AREA[{area.Name}]\"ALL\"`, for any value `NOT AREA[{area.Name}]MISSING`",
        Expression.Area { Item: Expression.Area inner } outer => $"`AREA[{outer.Name}]` has no effect: `AREA[{inner.Name}]` takes its place",
        Expression.Tilt tilt when !ranks => $"`TILT[{tilt.Piece}]` has no effect in a filter, which does not rank",
        Expression.Term term when Operators.FirstOrDefault(name => $" {term.Text}".Contains($" {name} [", StringComparison.Ordinal)) is { } name =>
            $"`{name} [` is searched as a word: no blank stands before the bracket",
        Expression.Term term => term.Text.Split(' ').Select(Misspelt).FirstOrDefault(sentence => sentence is not null),
        _ => null,
    };

    // Shorter operators are too near to acronyms such as ALS, OS and ANC.
    private static string? Misspelt(string word)
    {
        var bracket = word.IndexOf('[', StringComparison.Ordinal);
        var written = bracket < 0 ? word : word[..(bracket + 1)];
        var meant = bracket >= 0 ? NearestName.OneLetterFrom(word[..bracket], Operators) is { } name ? name + "[" : null
            : Array.TrueForAll(word.ToCharArray(), char.IsAsciiLetterUpper) ? NearestName.OneLetterFrom(word, [Missing]) : null;
        return meant is null || meant == written ? null : $"`{written}` is searched as a word: did you mean `{meant}`? For the word write it in quotes";
    }
}
