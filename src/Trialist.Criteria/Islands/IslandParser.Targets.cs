using Trialist.Terminology;

namespace Trialist.Criteria.Islands;

/// <content>Antibodies by their targets: "anti-PD-1/PD-L1 therapy" is either of two, "anti-PD-1, PD-L1 or CTLA-4" are three of one kind.</content>
internal sealed partial class IslandParser
{
    private const string Anti = "anti-";

    private const string JointTargets = "pd-1/pd-l1 inhibitor";

    private static readonly (string Name, string Inhibitor)[] Joint = [("anti-pd-1", "pd-1 inhibitor"), ("anti-pd-l1", "pd-l1 inhibitor")];

    // "PD-1/PD-L1 inhibitors": one of the two is enough, and each has its own drugs.
    private bool TryJointTargets(LeafType type, LexiconEntry? entry, TextSpan span)
    {
        if (entry is not { Name: JointTargets } || type is not (LeafType.Treatment or LeafType.Allergy))
        {
            return false;
        }

        List<Item> own = [.. qualifiers];
        var inhibits = Spelled(span).Contains("inhibitor", StringComparison.Ordinal);
        foreach (var (name, inhibitor) in Joint)
        {
            if (lexicon.ByName(name) is { } target)
            {
                AddPhrase(type, target.Concept, target, span, null, inhibits ? inhibitor : name);
                (link, nounGoesOn) = (Link.Or, true);
                qualifiers.AddRange(own);
            }
        }

        qualifiers.Clear();
        (link, nounGoesOn) = (Link.Adjacent, false);
        return true;
    }

    // "anti-PD-1, PD-L1 or CTLA-4 antibodies": the first of the list says what the others are.
    private void ShareAnti(Node node)
    {
        if (link is not (Link.Or or Link.And or Link.Comma) || node is not { IsLeaf: true, Type: LeafType.Treatment or LeafType.Biomarker, Bounds: null } || nodes.Count == 0 || nodes[^1] is not { IsLeaf: true, Type: LeafType.Treatment, Entry: { } first } || !first.Name.StartsWith(Anti, StringComparison.Ordinal) || node.Qualifiers.Exists(one => one.Kind == QualifierKind.Result))
        {
            return;
        }

        var words = node.Wording ?? node.Concept.Name;
        if (words.StartsWith(Anti, StringComparison.Ordinal) || words.Count(' ') > 1 || node is { Entry.LeafType: LeafType.Treatment, Type: LeafType.Treatment })
        {
            return;
        }

        if ((TargetOf(words) ?? TargetOf(Anti + words) ?? TargetOf(Anti + Spelled(node.Span))) is { } target)
        {
            (node.Type, node.Concept, node.Entry, node.Wording) = (LeafType.Treatment, target.Concept, target, null);
            node.When ??= nodes[^1].When;
        }
    }

    private LexiconEntry? TargetOf(string words) => lexicon.Find(words) is [{ LeafType: LeafType.Treatment } entry, ..] && entry.Name.StartsWith(Anti, StringComparison.Ordinal) ? entry : null;
}
