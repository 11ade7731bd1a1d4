namespace Trialist.Criteria.Islands;

/// <content>Marks within a line that were typed for bullets.</content>
internal sealed partial class IslandParser
{
    // "o asthma o COPD o cystic fibrosis": a mark that was typed for a bullet. What is demanded of such a list is not said.
    private bool TryTypedBullet()
    {
        if (!IsTypedBullet(at))
        {
            return false;
        }

        if (exclusion && depth == 0)
        {
            CloseClause();
            link = Link.Strong;
            passed.Add(items[at].Span);
        }
        else
        {
            Unread(at, at + 1, "This mark seems to be a bullet; how the list joins is not understood.");
        }

        at++;
        return true;
    }

    private bool IsTypedBullet(int index) =>
        items[index] is { Kind: ItemKind.Unknown, Span.Length: 1 } item && text[item.Start] == 'o' && item.End < textEnd && text[item.End] == ' ' && (item.Start == 0 || char.IsWhiteSpace(text[item.Start - 1])) && index + 1 < end;
}
