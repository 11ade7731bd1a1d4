namespace Trialist.Terminology.Packs;

/// <summary>What the tree numbers of Medical Subject Headings say about a heading.</summary>
internal static class MeshTree
{
    /// <summary>Reason for headings of other branches.</summary>
    public const string OtherBranch = "not a condition, treatment or procedure";

    // Signs and symptoms; the rest of C23 are processes such as "Recurrence" and "Acute Disease".
    private const string PathologicProcesses = "C23.";
    private const string SignsAndSymptoms = "C23.888";

    /// <summary>The kind of a heading by its tree numbers; null when it is none of what studies are searched by.</summary>
    public static EntryKind? KindOf(IEnumerable<string> numbers)
    {
        var kinds = numbers.Select(KindOf).OfType<EntryKind>().ToList();
        return kinds.Count == 0 ? null : kinds.Min();
    }

    /// <summary>True when a heading is specific enough to be looked for in running text: a disease or a symptom.</summary>
    public static bool IsSpecific(IEnumerable<string> numbers) => numbers.All(number =>
        number.StartsWith("F03", StringComparison.Ordinal)
        || (number[0] == 'C' && (!number.StartsWith(PathologicProcesses, StringComparison.Ordinal) || number.StartsWith(SignsAndSymptoms, StringComparison.Ordinal))));

    /// <summary>The number above; null at the root of a branch.</summary>
    public static string? Parent(string number) => number.LastIndexOf('.') is var dot and > 0 ? number[..dot] : null;

    private static EntryKind? KindOf(string number) => number switch
    {
        ['C', ..] => EntryKind.Condition,
        ['F', '0', '3', ..] => EntryKind.Condition,
        ['D', ..] => EntryKind.Drug,
        ['E', '0', >= '1' and <= '4', ..] => EntryKind.Procedure,
        _ => null,
    };
}
