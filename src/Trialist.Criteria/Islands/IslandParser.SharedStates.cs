namespace Trialist.Criteria.Islands;

/// <content>States that are said once and meant of each: "treated skin cancer or cervical carcinoma in situ", "active HIV, hepatitis B or hepatitis C infection".</content>
internal sealed partial class IslandParser
{
    private static readonly HashSet<string> Cared = new(StringComparer.Ordinal) { "treated", "resected", "excised", "cured" };

    // What is lifted when treated is lifted when treated, all of the list.
    private bool ShareCare(Node node)
    {
        if (!IsBareInList(node, out var before) || (!lifts && !(before.Qualifiers.Exists(one => one.Value is "untreated") && !exclusion && !underDenial)))
        {
            return false;
        }

        var shared = before.Qualifiers.FindAll(one => one.Kind == QualifierKind.Status && (Cared.Contains(one.Value) || (one.Value is "untreated" && !lifts)));
        node.Qualifiers.AddRange(shared);
        return shared.Count > 0;
    }

    // "active HIV, hepatitis B or hepatitis C": the infections that are listed together.
    private bool ShareActivity(Node node)
    {
        if (!IsBareInList(node, out var before) || (link == Link.Comma && Nouns.Contains(LastWord(node.Span)) && !AreHepatitis(before, node)) || !IsListedVirus(before) || !IsListedVirus(node) || before.Qualifiers.Count == 0 || !before.Qualifiers.TrueForAll(one => one is { Kind: QualifierKind.Status, Value: "active" or "chronic" or "acute" or "uncontrolled" or "untreated" }))
        {
            return false;
        }

        node.Qualifiers.AddRange(before.Qualifiers);
        return true;
    }

    // "active hepatitis B, HIV infection": with a noun of its own the next begins afresh.
    private static readonly HashSet<string> Nouns = new(StringComparer.OrdinalIgnoreCase) { "infection", "infections", "disease" };

    private bool IsBareInList(Node node, out Node before)
    {
        before = nodes.Count > 0 ? nodes[^1] : node;
        return node is { IsLeaf: true, Type: LeafType.Condition, Bounds: null } && node.Qualifiers.TrueForAll(one => one.Kind is not (QualifierKind.Status or QualifierKind.Severity or QualifierKind.Grade or QualifierKind.Stage)) && link is Link.Or or Link.And or Link.Comma && !sawVerb
            && before != node && before is { IsLeaf: true, Type: LeafType.Condition, AlternativeOf: null } && node.When == before.When;
    }

    private static bool IsListedVirus(Node node) => node.Concept.Name is "hiv infection" or "hepatitis b" or "hepatitis c" or "hepatitis a" or "hepatitis d" or "hepatitis e" or "viral hepatitis" or "cmv infection" or "syphilis";
}
