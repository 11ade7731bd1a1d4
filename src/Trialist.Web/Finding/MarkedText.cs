using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Html;

namespace Trialist.Web.Finding;

/// <summary>Text with some of its words marked. It is written into the page piece by piece: a page of hits holds dozens of such texts, and no copy of them is needed.</summary>
/// <param name="text">The text.</param>
/// <param name="spans">The words, in the order of the text; one that overlaps the one before it, or ends beyond the text, is not marked.</param>
internal sealed class MarkedText(string text, ValueList<TextSpan> spans) : IHtmlContent
{
    public void WriteTo(TextWriter writer, HtmlEncoder encoder)
    {
        var done = 0;
        foreach (var span in spans)
        {
            if (span.Start < done || span.End > text.Length)
            {
                continue;
            }

            encoder.Encode(writer, text, done, span.Start - done);
            writer.Write("<mark>");
            encoder.Encode(writer, text, span.Start, span.Length);
            writer.Write("</mark>");
            done = span.End;
        }

        encoder.Encode(writer, text, done, text.Length - done);
    }
}
