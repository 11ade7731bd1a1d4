using System.Text;

namespace Trialist.Model.Text;

/// <summary>The backslashes that the registry sets before punctuation, so that Markdown does not take it for its own: <c>\&gt;=</c> means <c>&gt;=</c>.</summary>
public static class MarkdownEscapes
{
    /// <summary>Every character that may be escaped: the punctuation of ASCII.</summary>
    private const string Escapable = "\\`*_{}[]()#+-.!<>~|&\"'^=:;,/?@%$";

    /// <summary>True when the character at a place is escaped by a backslash right before it.</summary>
    public static bool IsEscaped(string text, int at) => at > 0 && at < text.Length && text[at - 1] == '\\' && Escapable.Contains(text[at], StringComparison.Ordinal);

    /// <summary>The text as a page shows it; a backslash before anything else is one.</summary>
    public static string Undo(string text)
    {
        if (!text.Contains('\\', StringComparison.Ordinal))
        {
            return text;
        }

        var plain = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            plain.Append(IsEscaped(text, i + 1) ? text[++i] : text[i]);
        }

        return plain.ToString();
    }
}
