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

        return HasWord(between, "with") || SaysOfSame(between) ? Relation.With : Relation.None;
    }

    // "lung cancer patients who have brain metastases", "a tumour that is HER2-positive": both are said of one person.
    private static bool SaysOfSame(ReadOnlySpan<char> between)
    {
        var words = between.StartsWith("patients ", StringComparison.OrdinalIgnoreCase) ? between["patients ".Length..] : between;
        foreach (var clause in Clauses)
        {
            if (words.Equals(clause, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }

    private static readonly string[] Clauses = ["who have", "who has", "who are", "who is", "that is", "that are", "which is", "which are", "that has", "which has", "who also have"];

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
