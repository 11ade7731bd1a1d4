namespace Trialist.Criteria.Islands;

/// <summary>Numbers of several items: "sixty-five", "one hundred twenty", "two (2)".</summary>
internal static class SpelledNumbers
{
    /// <summary>Joins the last items where together they spell one number.</summary>
    public static void Join(string text, List<Item> items)
    {
        switch (items)
        {
            case [.., { Kind: ItemKind.Number, Text: not null, Value: >= 20 and <= 90 } tens, { Kind: ItemKind.Dash } dash, { Kind: ItemKind.Number, Text: not null, Value: >= 1 and <= 9 } ones]
                when tens.End == dash.Start && dash.End == ones.Start && tens.Value % 10 == 0:
                Replace(items, 3, tens.Value + ones.Value, "");
                break;
            case [.., { Kind: ItemKind.Number, Text: not null, Value: >= 20 and <= 90 } tens, { Kind: ItemKind.Number, Text: not null, Value: >= 1 and <= 9 } ones]
                when tens.Value % 10 == 0 && string.IsNullOrWhiteSpace(text[tens.End..ones.Start]):
                Replace(items, 2, tens.Value + ones.Value, "");
                break;
            case [.., { Kind: ItemKind.Number, Text: not null, Value: >= 1 and <= 9 } count, { Kind: ItemKind.Number, Text: "hundred" } hundred]
                when string.IsNullOrWhiteSpace(text[count.End..hundred.Start]):
                Replace(items, 2, count.Value * hundred.Value, "");
                break;
            case [.., { Kind: ItemKind.Number, Text: not null, Value: >= 100 and <= 900 } hundreds, { Kind: ItemKind.Number, Text: not null, Value: >= 1 and < 100 } rest]
                when hundreds.Value % 100 == 0 && string.IsNullOrWhiteSpace(text[hundreds.End..rest.Start]):
                Replace(items, 2, hundreds.Value + rest.Value, "");
                break;
            case [.., { Kind: ItemKind.Number } first, { Kind: ItemKind.Sign } open, { Kind: ItemKind.Number } again, { Kind: ItemKind.Sign } close]
                when open.IsSign('(') && close.IsSign(')') && first.Value == again.Value && first.Text is null != again.Text is null:
                Replace(items, 4, first.Value, null);
                break;
        }
    }

    private static void Replace(List<Item> items, int count, decimal value, string? word)
    {
        var whole = new Item(ItemKind.Number, items[^count].Start, items[^1].End) { Value = value, Text = word };
        items.RemoveRange(items.Count - count, count);
        items.Add(whole);
    }
}
