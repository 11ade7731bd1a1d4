namespace Trialist.Criteria.Islands;

/// <content>Sentences that stand on the wrong side: "… will be excluded" among inclusions, "… are eligible" and "… must have" among exclusions.</content>
internal sealed partial class IslandParser
{
    private static readonly string[] Refusing = ["exclu", "ineligible", "not eligible", "not be eligible"];

    private static readonly string[] Admitting = ["eligible", "must", "should", "be included", "be enrolled", "to be included"];

    private bool SaysOtherSide(Item item)
    {
        var words = item.Span.Of(text);
        return exclusion && depth == 0 ? !ContainsAny(words, Refusing) && ContainsAny(words, Admitting) : !exclusion && ContainsAny(words, Refusing);
    }

    private void ReadOtherSide(Item item)
    {
        if (!exclusion && at + 1 >= ScopeEndAt(at) && nodes.Count > 0 && link != Link.Strong)
        {
            // "Patients with diabetes will be excluded."
            DenyLast(item);
            return;
        }

        Unread(at, at + 1, exclusion ? "This says who may take part, among those who may not." : "This says who may not take part, among those who may.");
        at++;
    }

    private int ScopeEndAt(int index)
    {
        var saved = at;
        at = index;
        var stop = ScopeEnd(stopAtComma: false);
        at = saved;
        return stop;
    }

    private static bool ContainsAny(string words, string[] parts)
    {
        foreach (var part in parts)
        {
            if (words.Contains(part, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }
}
