using System.Text;

namespace Trialist.Terminology.Packs;

/// <summary>The lines of a text, none longer than a vocabulary's: a file without line ends fails early instead of filling the memory.</summary>
internal sealed class BoundedLines(TextReader reader) : IDisposable
{
    private string? first;
    private bool peeked;

    /// <summary>The first line; null when there is none. It is given again by <see cref="All"/>.</summary>
    public string? Peek()
    {
        if (!peeked)
        {
            (first, peeked) = (Next(), true);
        }

        return first;
    }

    /// <summary>All lines.</summary>
    public IEnumerable<string> All()
    {
        if (Peek() is { } line)
        {
            yield return line;
        }

        while (Next() is { } next)
        {
            yield return next;
        }
    }

    /// <summary>What follows the first line, for a reader of its own.</summary>
    public TextReader Rest() => reader;

    public void Dispose() => reader.Dispose();

    private string? Next()
    {
        var line = new StringBuilder();
        for (int c; (c = reader.Read()) >= 0;)
        {
            if (c == '\n')
            {
                return line.ToString().TrimEnd('\r');
            }

            if (line.Length == PackLimits.LongestLine)
            {
                throw new TrialistException($"A line of the file is longer than {PackLimits.LongestLine:N0} characters: it is not a vocabulary that is known here.");
            }

            line.Append((char)c);
        }

        return line.Length > 0 ? line.ToString() : null;
    }
}
