using Markdig;
using Markdig.Parsers;
using Markdig.Parsers.Inlines;
using Microsoft.AspNetCore.Html;
using System.Text.Encodings.Web;

namespace Trialist.Web.Words;

/// <summary>The registry's markup (paragraphs, nested lists, escapes such as <c>\&gt;</c>) as HTML. Nothing else of Markdown is honoured: no HTML, links, headings or code, because sponsors mean none of these.</summary>
internal static class Markup
{
    private const int Step = 4;
    private const int DeepestList = 12; // nobody reads deeper; Markdig itself stops at 128
    private static readonly MarkdownPipeline Pipeline = Build();

    public static IHtmlContent Html(string? text)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            return HtmlString.Empty;
        }

        try
        {
            return new HtmlString(Markdown.ToHtml(Nested(text), Pipeline));
        }
        catch (ArgumentException)
        {
            // Markdig refuses to nest deeper than its limit; such text is shown as it stands.
            return new HtmlString($"<p>{HtmlEncoder.Default.Encode(text)}</p>");
        }
    }

    private static MarkdownPipeline Build()
    {
        var builder = new MarkdownPipelineBuilder().UseSoftlineBreakAsHardlineBreak();
        builder.BlockParsers.Clear();
        builder.BlockParsers.Add(new ListBlockParser());
        builder.BlockParsers.Add(new ParagraphBlockParser { ParseSetextHeadings = false });
        builder.InlineParsers.RemoveAll(parser => parser is not (EscapeInlineParser or LineBreakInlineParser));
        return builder.Build();
    }

    // Sponsors nest lists by two blanks, also under "10. ", and legacy records indent every line. Markdown wants a child under its parent's words,
    // so each level is given four blanks.
    private static string Nested(string text)
    {
        var levels = new Stack<int>();
        var lines = text.ReplaceLineEndings("\n").Split('\n');
        for (var i = 0; i < lines.Length; i++)
        {
            var words = lines[i].TrimStart();
            if (words.Length == 0)
            {
                continue;
            }

            var indent = lines[i].Length - words.Length;
            var isItem = IsItem(words);
            while (levels.TryPeek(out var open) && (isItem ? open >= indent : open >= indent && i > 0 && lines[i - 1].Length == 0))
            {
                levels.Pop();
            }

            lines[i] = new string(' ', Math.Min(levels.Count, DeepestList) * Step) + words;
            if (isItem)
            {
                levels.Push(indent);
            }
        }

        return string.Join('\n', lines);
    }

    private static bool IsItem(string words)
    {
        var digits = words.AsSpan().IndexOfAnyExceptInRange('0', '9');
        return digits switch
        {
            0 => words.Length > 1 && words[0] is ('*' or '-' or '+') && words[1] == ' ',
            > 0 and < 10 => digits + 1 < words.Length && words[digits] is ('.' or ')') && words[digits + 1] == ' ',
            _ => false,
        };
    }
}
