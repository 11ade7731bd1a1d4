using Trialist.Criteria.Vocabulary;

namespace Trialist.Criteria.Islands;

/// <content>Signs and words that say which side a limit is.</content>
internal sealed partial class IslandParser
{
    private string? Operator(int index, out int after)
    {
        after = index + 1;
        var item = items[index];
        if (item.Kind == ItemKind.Comparator)
        {
            // "= > 5" and "> = 5" with a blank between.
            if (after < end && items[after].Kind == ItemKind.Comparator && item.Text is "=" != items[after].Text is "=")
            {
                after++;
                return (item.Text == "=" ? items[after - 1].Text! : item.Text!)[0] == '>' ? ">=" : "<=";
            }

            if (after < end && items[after].Kind == ItemKind.Cue && items[after].Phrase!.As(Cue.Compare) is { } same && same[0] == item.Text![0])
            {
                after++;
            }

            return item.Text;
        }

        if (item.Kind != ItemKind.Cue)
        {
            return null;
        }

        if (item.Phrase!.As(Cue.Compare) is { } words)
        {
            after = SkipRepeated(after);
            if (after < end && items[after] is { Kind: ItemKind.Comparator, Text: { } sign } && sign[0] == words[0])
            {
                // "at least > 125": said twice.
                after++;
                return sign.Length < words.Length ? sign : words;
            }

            return OrEqual(words, ref after);
        }

        return FurtherLimit(index, out after);
    }

    // "of less than" is a phrase of its own; what follows may still say "or equal to".
    private string OrEqual(string words, ref int after)
    {
        if (words.Length > 1 || after + 1 >= end || items[after].Cue != Cue.Or)
        {
            return words;
        }

        var equal = items[after + 1];
        if (equal.Kind == ItemKind.Comparator ? equal.Text != "=" : equal.Phrase?.As(Cue.Compare) != "=")
        {
            return words;
        }

        after = SkipRepeated(after + 2);
        return words + "=";
    }

    // "less than or equal to (≤) 40": the sign in brackets says it again.
    private int SkipRepeated(int index) =>
        index + 2 < end && items[index].IsSign('(') && items[index + 1].Kind == ItemKind.Comparator && items[index + 2].IsSign(')') ? index + 3 : index;

    // "over 18 and under 75", "or older than 80": "and under" ends no limit but begins the next.
    private string? FurtherLimit(int index, out int after)
    {
        after = index + 1;
        if (items[index].Phrase!.As(Cue.CompareAfter) is not { } side || items[index].Phrase!.Words is not ["and" or "or", ..] || after >= end)
        {
            return null;
        }

        var than = items[after].Of(text).Equals("than", StringComparison.OrdinalIgnoreCase);
        after += than ? 1 : 0;
        if (than || items[index].Phrase!.Words is [.., "than"])
        {
            // "and less than or equal to 21 years"
            var op = OrEqual(side[..1], ref after);
            if (op.Length > 1)
            {
                return SkipFillers(after) is var equal && equal < end && items[equal].Kind == ItemKind.Number ? op : null;
            }
        }

        var number = SkipFillers(after);
        return number < end && items[number].Kind == ItemKind.Number && (than || (number == after && items[index].Phrase!.Words is [.., "than"] or [_, "over" or "under" or "above" or "below" or "older" or "younger"])) ? side[..1] : null;
    }
}
