using System.Text;

namespace Trialist.Criteria.Repair;

/// <summary>The words of one criterion with their blanks put right, and where each character stands in the text as it came. The text itself is never changed.</summary>
internal sealed class RepairedText
{
    private readonly int[] origins;

    private RepairedText(string text, int[] origins)
    {
        Text = text;
        this.origins = origins;
    }

    /// <summary>The words with their blanks put right.</summary>
    public string Text { get; }

    /// <summary>Puts blanks in and takes blanks out.</summary>
    /// <param name="text">The whole text.</param>
    /// <param name="start">First character of the criterion's words.</param>
    /// <param name="end">After the last.</param>
    /// <param name="cuts">Where a blank is missing, ascending.</param>
    /// <param name="joins">Blanks that stand inside a word.</param>
    public static RepairedText Of(string text, int start, int end, IReadOnlyList<int> cuts, IReadOnlyList<int> joins)
    {
        var words = new StringBuilder(end - start + cuts.Count);
        var places = new List<int>(end - start + cuts.Count + 1);
        var cut = 0;
        for (var at = start; at < end; at++)
        {
            if (cut < cuts.Count && cuts[cut] == at)
            {
                words.Append(' ');
                places.Add(at);
                cut++;
            }

            if (!joins.Contains(at))
            {
                words.Append(text[at]);
                places.Add(at);
            }
        }

        places.Add(end);
        return new RepairedText(words.ToString(), [.. places]);
    }

    /// <summary>The span of the text as it came.</summary>
    public TextSpan Back(TextSpan span) => new(origins[span.Start], span.End > span.Start ? origins[span.End - 1] + 1 : origins[span.Start]);

    /// <summary>The predicate with the spans of the text as it came.</summary>
    public Predicate Back(Predicate predicate) => predicate switch
    {
        Predicate.All all => all with { Items = Back(all.Items), Span = Back(all.Span) },
        Predicate.Any any => any with { Items = Back(any.Items), Span = Back(any.Span) },
        Predicate.AtLeast atLeast => atLeast with { Items = Back(atLeast.Items), Span = Back(atLeast.Span) },
        Predicate.Not not => not with { Item = Back(not.Item), Span = Back(not.Span) },
        Predicate.Leaf leaf => leaf with { Span = Back(leaf.Span), Except = leaf.Except is { } except ? Back(except) : null },
        Predicate.Judgement judgement => judgement with { Span = Back(judgement.Span) },
        Predicate.Unread unread => unread with { Span = Back(unread.Span) },
    };

    private ValueList<Predicate> Back(ValueList<Predicate> items) => items.Select(Back).ToValueList();
}
