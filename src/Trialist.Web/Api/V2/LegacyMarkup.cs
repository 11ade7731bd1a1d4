using System.Text;

namespace Trialist.Web.Api.V2;

/// <summary>Turns the markdown of a record into the plain text of the classic registry: no escapes, lines that end in CR LF.</summary>
internal static class LegacyMarkup
{
    public static string Of(string markdown)
    {
        var text = new StringBuilder(markdown.Length + 16);
        for (var i = 0; i < markdown.Length; i++)
        {
            var c = markdown[i];
            switch (c)
            {
                // Markdown escapes ASCII punctuation only; any other backslash is one.
                case '\\' when i + 1 < markdown.Length && char.IsAscii(markdown[i + 1]) && (char.IsPunctuation(markdown[i + 1]) || char.IsSymbol(markdown[i + 1])):
                    text.Append(markdown[++i]);
                    break;
                case '\r' when i + 1 < markdown.Length && markdown[i + 1] == '\n':
                    break;
                case '\n':
                    text.Append("\r\n");
                    break;
                default:
                    text.Append(c);
                    break;
            }
        }

        return text.ToString();
    }
}
