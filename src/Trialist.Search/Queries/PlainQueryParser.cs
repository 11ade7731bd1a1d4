namespace Trialist.Search.Queries;

/// <summary>Reads a plain query: words, "phrases", NCT ids, and the operators AND, OR, NOT (or a minus) in capitals with parentheses. Forgives what people type; refuses what only a machine would.</summary>
internal sealed class PlainQueryParser
{
    private readonly string parameter;
    private readonly List<string> tokens;
    private readonly bool hasOperators;
    private int next;
    private int words;

    private PlainQueryParser(string parameter, List<string> tokens)
    {
        this.parameter = parameter;
        this.tokens = tokens;
        hasOperators = tokens.Any(token => token is "AND" or "OR" or "NOT");
    }

    /// <summary>Reads a query; null when there is nothing to search for in it.</summary>
    /// <exception cref="QueryRefusedException">It breaks a limit.</exception>
    public static QueryNode? Parse(string parameter, string? text)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            return null;
        }

        if (text.Length > QueryLimits.LongestQuery)
        {
            throw new QueryRefusedException(parameter, $"The search has {text.Length:N0} characters; at most {QueryLimits.LongestQuery:N0} are taken: search for its most telling words.");
        }

        if (text.Any(c => char.IsControl(c) && c is not ('\t' or '\n' or '\r')))
        {
            throw new QueryRefusedException(parameter, "The search holds control characters: type it again as plain text.");
        }

        var parser = new PlainQueryParser(parameter, Tokens(text));
        var node = parser.AnyOf(0);
        while (parser.next < parser.tokens.Count)
        {
            parser.next++; // a closing parenthesis too many
            node = Join(node, parser.AnyOf(0));
        }

        return node;
    }

    private static QueryNode? Join(QueryNode? left, QueryNode? right) =>
        left is null ? right : right is null ? left : new QueryNode.AllOf([.. left.Parts(), .. right.Parts()]);

    // Quotes keep their text as one token that begins with a quote; parentheses are tokens of their own.
    private static List<string> Tokens(string text)
    {
        var found = new List<string>();
        for (var i = 0; i < text.Length;)
        {
            var c = text[i];
            if (IsQuote(c))
            {
                var end = i + 1;
                while (end < text.Length && !IsQuote(text[end]))
                {
                    end++;
                }

                found.Add('"' + text[(i + 1)..end]);
                i = end + 1;
            }
            else if (c is '(' or ')')
            {
                found.Add(c.ToString());
                i++;
            }
            else if (char.IsWhiteSpace(c) || c is ',' or ';')
            {
                i++;
            }
            else
            {
                var end = i;
                while (end < text.Length && !char.IsWhiteSpace(text[end]) && text[end] is not (',' or ';' or '(' or ')') && !IsQuote(text[end]))
                {
                    end++;
                }

                found.Add(text[i..end]);
                i = end;
            }
        }

        return found;
    }

    private static bool IsQuote(char c) => c is '"' or '“' or '”' or '„' or '«' or '»';

    private QueryNode? AnyOf(int depth)
    {
        if (depth > QueryLimits.DeepestNesting)
        {
            throw new QueryRefusedException(parameter, $"The search has parentheses more than {QueryLimits.DeepestNesting} deep: write it flatter.");
        }

        var items = new List<QueryNode>();
        while (true)
        {
            if (AllOf(depth) is { } item)
            {
                items.Add(item);
            }

            if (!Take("OR"))
            {
                break;
            }
        }

        return items.Count switch { 0 => null, 1 => items[0], _ => new QueryNode.AnyOf(items.ToValueList()) };
    }

    private QueryNode? AllOf(int depth)
    {
        var items = new List<QueryNode>();
        while (next < tokens.Count && tokens[next] is not "OR")
        {
            if (tokens[next] == ")")
            {
                if (depth > 0)
                {
                    break;
                }

                next++; // closes nothing
                continue;
            }

            if (Take("AND"))
            {
                continue;
            }

            switch (Item(depth))
            {
                case null:
                    break;
                case QueryNode.AllOf inner: // "a (b AND c)" says no more than "a b c"
                    items.AddRange(inner.Items);
                    break;
                case var item:
                    items.Add(item);
                    break;
            }
        }

        return items.Count switch { 0 => null, 1 => items[0], _ => new QueryNode.AllOf(items.ToValueList()) };
    }

    private QueryNode? Item(int depth)
    {
        if (Take("NOT"))
        {
            return next < tokens.Count && tokens[next] is not (")" or "OR" or "AND") && Item(depth + 1) is { } item ? new QueryNode.Not(item) : null;
        }

        var token = tokens[next++];
        if (token == "(")
        {
            if (!hasOperators)
            {
                return null; // "Trastuzumab (Herceptin)": the parentheses group nothing
            }

            var inner = AnyOf(depth + 1);
            Take(")");
            return inner;
        }

        return Leaf(token);
    }

    private QueryNode? Leaf(string token)
    {
        if (++words > QueryLimits.MostWords)
        {
            throw new QueryRefusedException(parameter, $"The search has more than {QueryLimits.MostWords} words: search for its most telling ones.");
        }

        if (token[0] == '"')
        {
            return PhraseOf(token[1..]);
        }

        if (token.Contains('*', StringComparison.Ordinal))
        {
            throw new QueryRefusedException(parameter, "Wildcards (*) are not needed: type the whole word, other endings of it are found as well.");
        }

        if (token.Length > 1 && token[0] is '-' or '−' && char.IsLetter(token[^1]))
        {
            return new QueryNode.Not(new QueryNode.Word(token[1..]));
        }

        return WordOrStudy(token);
    }

    /// <summary>A word, or the number of a study: punctuation may stand around it, as in "(see NCT04599543)."</summary>
    public static QueryNode WordOrStudy(string token) =>
        NctId.TryParse(token.Trim('.', ':', '[', ']', '?', '!', '\''), out var id) ? new QueryNode.Study(id) : new QueryNode.Word(token);

    private QueryNode.Phrase? PhraseOf(string text)
    {
        var count = text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Length;
        return count switch
        {
            0 => null,
            > QueryLimits.LongestPhrase => throw new QueryRefusedException(parameter, $"The search has a quoted phrase of {count} words; at most {QueryLimits.LongestPhrase} are taken."),
            _ => new QueryNode.Phrase(text),
        };
    }

    private bool Take(string token)
    {
        if (next < tokens.Count && tokens[next] == token)
        {
            next++;
            return true;
        }

        return false;
    }
}
