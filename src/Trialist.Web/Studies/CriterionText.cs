using System.Text;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Html;

namespace Trialist.Web.Studies;

/// <summary>The words of a criterion as HTML: the printed marker left out, escapes undone, words that were not understood marked.</summary>
internal static class CriterionText
{
    private const string Escapable = "\\`*_{}[]()#+-.!<>~|&\"'^=:;,/?@%$";

    public static IHtmlContent Html(Criterion criterion)
    {
        var text = criterion.Text;
        // Where nothing or all is unread, the badge says it; marking every word would only be noise.
        var unread = criterion.Reading == Reading.Partial
            ? criterion.Unread.Select(words => (Start: Whole(text, words.Span.Start - criterion.Span.Start), End: Whole(text, words.Span.End - criterion.Span.Start), words.Reason))
                .Where(words => words.Start >= 0 && words.End <= text.Length && words.End > words.Start).OrderBy(words => words.Start).ToList()
            : [];
        var html = new StringBuilder();
        var done = MarkerLength(text);
        foreach (var (start, end, reason) in unread)
        {
            if (start < done)
            {
                continue;
            }

            html.Append(Plain(text[done..start])).Append("<span class=\"not-understood\" title=\"").Append(HtmlEncoder.Default.Encode(reason)).Append("\">").Append(Plain(text[start..end])).Append("</span>");
            done = end;
        }

        return new HtmlString(html.Append(Plain(text[done..])).ToString());
    }

    // A mark that would begin or end inside an escape ("\\>") takes the whole of it to the part behind.
    private static int Whole(string text, int at) => at > 0 && at < text.Length && text[at - 1] == '\\' && Escapable.Contains(text[at], StringComparison.Ordinal) ? at - 1 : at;

    /// <summary>The words without marker and escapes, for places that take no HTML.</summary>
    public static string PlainText(string text) => Unescaped(text[MarkerLength(text)..]);

    private static string Plain(string text) => HtmlEncoder.Default.Encode(Unescaped(text)).Replace("\n", "<br>", StringComparison.Ordinal);

    private static string Unescaped(string text)
    {
        if (!text.Contains('\\', StringComparison.Ordinal))
        {
            return text.ReplaceLineEndings("\n");
        }

        var plain = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '\\' && i + 1 < text.Length && Escapable.Contains(text[i + 1], StringComparison.Ordinal))
            {
                i++;
            }

            plain.Append(text[i]);
        }

        return plain.ToString().ReplaceLineEndings("\n");
    }

    // "4. ", "a) ", "(iv) ", "* ", "• ": the page gives each criterion its own mark.
    private static int MarkerLength(string text)
    {
        const int Longest = 8;
        var space = text.AsSpan(0, Math.Min(text.Length, Longest)).IndexOfAny(' ', '\t');
        if (space <= 0)
        {
            return 0;
        }

        var marker = text.AsSpan(0, space).TrimStart('\\');
        var isBullet = marker is "*" or "-" or "•" or "·" or "–" or "+" or "o";
        var isNumber = marker.Length > 1 && marker[^1] is ('.' or ')') && marker[..^1].TrimStart('(').TrimEnd('\\').IndexOfAnyExcept("0123456789.abcdefghivxABCDEFGHIVX") < 0;
        return isBullet || isNumber ? space + 1 : 0;
    }
}
