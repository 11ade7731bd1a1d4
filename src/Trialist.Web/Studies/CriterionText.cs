using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Html;

namespace Trialist.Web.Studies;

/// <summary>The words of a criterion as HTML: the printed marker left out, escapes undone, words marked that the engine understood, cannot judge, or did not understand.</summary>
internal static class CriterionText
{
    public static IHtmlContent Html(Criterion criterion)
    {
        var text = criterion.Text;
        var html = new StringBuilder();
        var done = MarkerLength(text);
        var number = 0;
        foreach (var mark in CriterionMark.Of(criterion))
        {
            var (start, end) = (Math.Max(Whole(text, mark.Start), done), Whole(text, mark.End));
            if (end <= start)
            {
                continue;
            }

            // Focus and hover show what stands beside the words; screen readers are told by the description.
            var id = string.Create(CultureInfo.InvariantCulture, $"m-{criterion.Id}-{++number}");
            html.Append(Plain(text[done..start]))
                .Append(CultureInfo.InvariantCulture, $"<span class=\"{ClassOf(mark.Kind)}\" tabindex=\"0\" aria-describedby=\"{id}\">{Plain(text[start..end])}</span><span class=\"meaning\" role=\"tooltip\" id=\"{id}\">")
                .AppendJoin("<br>", mark.Meanings.Select(HtmlEncoder.Default.Encode))
                .Append("</span>");
            done = end;
        }

        return new HtmlString(html.Append(Plain(text[done..])).ToString());
    }

    // A mark that would begin or end inside an escape ("\\>") takes the whole of it to the part behind.
    private static int Whole(string text, int at) => MarkdownEscapes.IsEscaped(text, at) ? at - 1 : at;

    private static string ClassOf(CriterionMark.Sort kind) => kind switch
    {
        CriterionMark.Sort.Read => "understood",
        CriterionMark.Sort.Judgement => "judged",
        CriterionMark.Sort.Unread => "not-understood",
    };

    /// <summary>The words without marker and escapes, for places that take no HTML.</summary>
    public static string PlainText(string text) => Unescaped(text[MarkerLength(text)..]);

    private static string Plain(string text) => HtmlEncoder.Default.Encode(Unescaped(text)).Replace("\n", "<br>", StringComparison.Ordinal);

    private static string Unescaped(string text) => MarkdownEscapes.Undo(text).ReplaceLineEndings("\n");

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
