using Trialist.Search.Analysis;
using Trialist.Search.Results;

namespace Trialist.Search.Searching;

/// <summary>Marks the words of a query in the texts of a hit.</summary>
internal static class Highlighter
{
    private const int SnippetLength = 240;

    /// <summary>The texts of a study that hold some of the terms.</summary>
    /// <param name="row">The study.</param>
    /// <param name="terms">The terms.</param>
    /// <param name="starts">How they begin.</param>
    public static ValueList<Highlight> Of(StudyRow row, HashSet<string> terms, WordStarts starts)
    {
        if (terms.Count == 0)
        {
            return [];
        }

        var found = new List<Highlight>();
        var words = new List<Word>();
        void Add(string field, string text)
        {
            if (Marks(text, terms, starts, words) is { } marks)
            {
                found.Add(new Highlight(field, text, marks.ToValueList()));
            }
        }

        Add("title", row.Title);
        foreach (var (field, texts) in new[] { ("condition", row.Conditions), ("intervention", row.Interventions), ("otherName", row.OtherNames) })
        {
            foreach (var text in texts)
            {
                Add(field, text);
            }
        }

        if (row.Summary is { } summary && Marks(summary, terms, starts, words) is { } inSummary)
        {
            found.Add(Snippet(summary, inSummary));
        }

        return found.ToValueList();
    }

    // Most texts hold none of the words: the list of words is filled anew for each, and a list of marks is made for few.
    private static List<TextSpan>? Marks(string text, HashSet<string> terms, WordStarts starts, List<Word> words)
    {
        words.Clear();
        WordSplitter.Split(text, words, only: starts);
        List<TextSpan>? marks = null;
        foreach (var word in words)
        {
            if (!terms.Contains(word.Term))
            {
                continue;
            }

            var span = new TextSpan(word.Start, word.End);
            if (marks is not null && span.Start < marks[^1].End)
            {
                marks[^1] = marks[^1].Union(span);
            }
            else
            {
                (marks ??= []).Add(span);
            }
        }

        return marks;
    }

    // The window with most marks, begun at a word.
    private static Highlight Snippet(string text, List<TextSpan> marks)
    {
        var best = marks.MaxBy(mark => marks.Count(other => other.Start >= mark.Start && other.End <= mark.Start + SnippetLength - 60));
        var start = Math.Max(0, best.Start - 60);
        start = start == 0 ? 0 : Math.Min(best.Start, text.IndexOf(' ', start) + 1);
        var end = Math.Min(text.Length, start + SnippetLength);
        end = end == text.Length ? end : Math.Max(best.End, text.LastIndexOf(' ', end - 1));
        var (before, after) = (start > 0 ? "… " : "", end < text.Length ? " …" : "");
        var inside = marks.Where(mark => mark.Start >= start && mark.End <= end).Select(mark => new TextSpan(mark.Start - start + before.Length, mark.End - start + before.Length));
        return new Highlight("summary", before + text[start..end] + after, inside.ToValueList());
    }
}
