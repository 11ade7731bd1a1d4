namespace Trialist.Criteria.Islands;

/// <content>What the words between two facts say of the two.</content>
internal sealed partial class IslandParser
{
    private Relation RelationIn(int from, int to)
    {
        var between = to > from ? text.AsSpan(from, to - from).Trim() : default;
        if (between.Length < 2)
        {
            return Relation.None;
        }

        foreach (var word in CareWords)
        {
            if (HasWord(between, word))
            {
                return Relation.Care;
            }
        }

        return HasWord(between, "with") ? Relation.With : Relation.None;
    }

    private bool Touches(int from, int to)
    {
        if (to < from)
        {
            return false;
        }

        var between = text.AsSpan(from, to - from).Trim();
        return between.IsEmpty || (between[0] == '(' && between[^1] == ')');
    }

    private static readonly string[] CareWords = ["required", "requires", "require", "requiring", "needs", "needed", "need", "taking", "takes", "receiving", "received", "receives", "treated", "using", "on"];
}
