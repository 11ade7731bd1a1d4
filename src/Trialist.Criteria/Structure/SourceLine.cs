namespace Trialist.Criteria.Structure;

/// <summary>One line of the text, or the part of a line that stands alone (a heading followed by words, one item of a run-on list).</summary>
/// <param name="Start">First character that is not blank.</param>
/// <param name="End">After the last character that is not blank; equal to <paramref name="Start"/> on a blank line.</param>
/// <param name="Indent">Columns before the first character; a tab counts four.</param>
/// <param name="Width">Columns up to the end of the line, for telling wrapped lines from short ones.</param>
internal readonly record struct SourceLine(int Start, int End, int Indent, int Width)
{
    private const int TabColumns = 4;

    public bool IsBlank => Start == End;

    public static List<SourceLine> Split(string text)
    {
        var lines = new List<SourceLine>();
        var at = 0;
        while (at < text.Length)
        {
            var end = text.IndexOf('\n', at);
            end = end < 0 ? text.Length : end;
            lines.Add(Of(text, at, end));
            at = end + 1;
        }

        return lines;
    }

    /// <summary>The line between two offsets, trimmed of blanks.</summary>
    public static SourceLine Of(string text, int start, int end)
    {
        var indent = 0;
        while (start < end && char.IsWhiteSpace(text[start]))
        {
            indent += text[start] == '\t' ? TabColumns : 1;
            start++;
        }

        while (end > start && char.IsWhiteSpace(text[end - 1]))
        {
            end--;
        }

        return new SourceLine(start, end, indent, indent + (end - start));
    }
}
