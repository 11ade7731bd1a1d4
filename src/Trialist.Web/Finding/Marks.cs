using System.Text;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Html;

namespace Trialist.Web.Finding;

/// <summary>Text with some of its words marked.</summary>
internal static class Marks
{
    public static IHtmlContent Html(string text, ValueList<TextSpan> spans)
    {
        var html = new StringBuilder();
        var done = 0;
        foreach (var span in spans)
        {
            if (span.Start < done || span.End > text.Length)
            {
                continue;
            }

            html.Append(HtmlEncoder.Default.Encode(text[done..span.Start])).Append("<mark>").Append(HtmlEncoder.Default.Encode(span.Of(text))).Append("</mark>");
            done = span.End;
        }

        return new HtmlString(html.Append(HtmlEncoder.Default.Encode(text[done..])).ToString());
    }
}
