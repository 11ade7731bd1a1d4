using System.Collections.Frozen;

namespace Trialist.Search.Facets;

/// <summary>A broad branch of conditions, by which studies are browsed.</summary>
/// <param name="Heading">The MeSH heading near the root of the tree.</param>
/// <param name="Label">What people call it.</param>
public sealed record ConditionBranch(string Heading, string Label)
{
    private static readonly FrozenDictionary<string, ConditionBranch> ByHeading =
        EmbeddedTable.Rows("condition-branches.tsv").Select(row => new ConditionBranch(row[0], row[1])).ToFrozenDictionary(branch => branch.Heading, StringComparer.OrdinalIgnoreCase);

    /// <summary>All branches.</summary>
    public static IEnumerable<ConditionBranch> All => ByHeading.Values.OrderBy(branch => branch.Label, StringComparer.Ordinal);

    /// <summary>The branches of a study, by its conditions' MeSH terms and their ancestors.</summary>
    public static IEnumerable<ConditionBranch> Of(Study study) =>
        study.ConditionMesh.Concat(study.ConditionAncestors)
            .Select(term => ByHeading.GetValueOrDefault(term.Term))
            .OfType<ConditionBranch>()
            .Distinct();
}
