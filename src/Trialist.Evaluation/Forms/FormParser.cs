namespace Trialist.Evaluation.Forms;

/// <summary>Reads a logical form of the Leaf corpus: <c>cond().name('asthma').temporal_filter(eq().op(LTEQ).val('6'))</c>.</summary>
internal sealed class FormParser
{
    private const int Deepest = 64;

    private readonly string text;
    private int at;
    private int depth;

    private FormParser(string text) => this.text = text;

    /// <summary>The chain of calls; null when the text is none, as where a program printed an object instead of a form.</summary>
    public static IReadOnlyList<FormCall>? Parse(string text)
    {
        var parser = new FormParser(text);
        var chain = parser.Chain();
        parser.Blanks();
        return chain is { Count: > 0 } && parser.at == text.Length ? chain : null;
    }

    private List<FormCall>? Chain()
    {
        if (++depth > Deepest)
        {
            return null;
        }

        var calls = new List<FormCall>();
        do
        {
            if (Call() is not { } call)
            {
                return null;
            }

            calls.Add(call);
        }
        while (Take('.'));
        depth--;
        return calls;
    }

    private FormCall? Call()
    {
        var name = Word();
        if (name.Length == 0 || !Take('('))
        {
            return null;
        }

        var words = new List<string>();
        var chains = new List<IReadOnlyList<FormCall>>();
        while (!Take(')'))
        {
            if (Quoted() is { } quoted)
            {
                words.Add(quoted);
            }
            else if (!Argument(words, chains))
            {
                return null;
            }

            if (!Take(',') && !Peek(')'))
            {
                return null;
            }
        }

        return new FormCall(name, words, chains);
    }

    private bool Argument(List<string> words, List<IReadOnlyList<FormCall>> chains)
    {
        var from = at;
        var word = Word();
        if (word.Length == 0)
        {
            return false;
        }

        if (!Peek('('))
        {
            words.Add(word);
            return true;
        }

        at = from;
        if (Chain() is not { } chain)
        {
            return false;
        }

        chains.Add(chain);
        return true;
    }

    private string? Quoted()
    {
        Blanks();
        if (at >= text.Length || text[at] is not ('\'' or '"'))
        {
            return null;
        }

        // An apostrophe inside a name ends nothing: a quote closes before a bracket or comma only.
        var quote = text[at];
        var end = at + 1;
        while (end < text.Length && !(text[end] == quote && end + 1 < text.Length && text[end + 1] is ')' or ','))
        {
            end++;
        }

        if (end >= text.Length)
        {
            return null;
        }

        var quoted = text[(at + 1)..end];
        at = end + 1;
        return quoted;
    }

    private string Word()
    {
        Blanks();
        var from = at;
        while (at < text.Length && (char.IsAsciiLetterOrDigit(text[at]) || text[at] == '_'))
        {
            at++;
        }

        return text[from..at];
    }

    private bool Take(char c)
    {
        var there = Peek(c);
        at += there ? 1 : 0;
        return there;
    }

    private bool Peek(char c)
    {
        Blanks();
        return at < text.Length && text[at] == c;
    }

    private void Blanks()
    {
        while (at < text.Length && char.IsWhiteSpace(text[at]))
        {
            at++;
        }
    }
}
