using System.Text;

namespace Trialist.Criteria;

/// <summary>The name of a leaf with the words that narrow it: "recurrent neuroblastoma", "chemotherapy for breast cancer".</summary>
public static class LeafName
{
    private static readonly string[] Following = ["for ", "of ", "in ", "to ", "due to ", "with ", "without ", "requiring ", "from ", "by ", "on ", "other than ", "caused by ", "after ", "against ", "involving ", "per ", "at ", "that ", "not ", "as ", "targeting ", "despite ", "during ", "causing ", "necessitating ", "needing ", "affecting ", "resulting ", "leading ", "induced ", "under ", "through ", "originating ", "arising ", "which ", "attributable ", "secondary to ", "associated ", "related to "];

    /// <summary>Narrowing words before the concept, the concept, narrowing phrases after it.</summary>
    public static string Of(Predicate.Leaf leaf)
    {
        if (leaf.Qualifiers.IsEmpty)
        {
            return leaf.Concept.Name;
        }

        var name = new StringBuilder();
        foreach (var qualifier in leaf.Qualifiers)
        {
            if (!Follows(qualifier))
            {
                name.Append(qualifier.Value).Append(' ');
            }
        }

        name.Append(leaf.Concept.Name);
        foreach (var qualifier in leaf.Qualifiers)
        {
            if (Follows(qualifier))
            {
                name.Append(' ').Append(qualifier.Value);
            }
        }

        return name.ToString();
    }

    private static bool Follows(Qualifier qualifier) => qualifier.Kind == QualifierKind.Result || Array.Exists(Following, word => qualifier.Value.StartsWith(word, StringComparison.Ordinal));
}
