using System.Text;

namespace Trialist.Search.Expressions;

/// <summary>Cuts an expression into tokens. Operators are in capitals; a backslash makes any character, and any word, a plain one.</summary>
internal sealed class ExpressionLexer(string text)
{
    public static readonly string[] Keywords = ["AND", "OR", "NOT", "MISSING", "ALL"];
    public static readonly string[] Operators = ["AREA", "SEARCH", "COVERAGE", "COVER", "EXPANSION", "TILT", "RANGE", "DISTANCE"];

    private readonly StringBuilder word = new();
    private int at;

    public List<ExpressionToken> Tokens()
    {
        var tokens = new List<ExpressionToken>();
        while (true)
        {
            while (at < text.Length && (char.IsWhiteSpace(text[at]) || char.IsControl(text[at])))
            {
                at++;
            }

            if (at == text.Length)
            {
                tokens.Add(new ExpressionToken(ExpressionTokenKind.End, "", "", at + 1));
                return tokens;
            }

            tokens.Add(Next());
        }
    }

    private ExpressionToken Next()
    {
        var column = at + 1;
        switch (text[at])
        {
            case '(':
                at++;
                return new ExpressionToken(ExpressionTokenKind.Open, "(", "", column);
            case ')':
                at++;
                return new ExpressionToken(ExpressionTokenKind.Close, ")", "", column);
            case '"':
                return Phrase(column);
        }

        foreach (var name in Operators)
        {
            if (at + name.Length < text.Length && text[at + name.Length] == '[' && string.CompareOrdinal(text, at, name, 0, name.Length) == 0)
            {
                return Operator(name, column);
            }
        }

        return Word(column);
    }

    private ExpressionToken Phrase(int column)
    {
        word.Clear();
        for (at++; at < text.Length && text[at] != '"'; at++)
        {
            if (text[at] == '\\' && at + 1 < text.Length)
            {
                at++;
            }

            word.Append(text[at]);
        }

        if (at == text.Length)
        {
            throw new ExpressionException(column, "the quotation mark is never closed");
        }

        at++;
        return new ExpressionToken(ExpressionTokenKind.Phrase, word.ToString(), "", column);
    }

    private ExpressionToken Operator(string name, int column)
    {
        var start = at + name.Length + 1;
        var end = text.IndexOf(']', start);
        if (end < 0)
        {
            throw new ExpressionException(column, $"expected ] to close {name}[");
        }

        at = end + 1;
        return new ExpressionToken(ExpressionTokenKind.Operator, name, text[start..end].Trim(), column);
    }

    private ExpressionToken Word(int column)
    {
        word.Clear();
        var escaped = false;
        while (at < text.Length && !char.IsWhiteSpace(text[at]) && text[at] is not ('(' or ')' or '"'))
        {
            if (text[at] == '\\' && at + 1 < text.Length)
            {
                escaped = true;
                at++;
            }

            word.Append(text[at++]);
        }

        var written = word.ToString();
        return new ExpressionToken(!escaped && Keywords.Contains(written, StringComparer.Ordinal) ? ExpressionTokenKind.Keyword : ExpressionTokenKind.Word, written, "", column);
    }
}
