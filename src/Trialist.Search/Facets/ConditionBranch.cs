using System.Collections.Frozen;
using Trialist.Terminology;

namespace Trialist.Search.Facets;

/// <summary>A broad branch of conditions, by which studies are browsed.</summary>
/// <param name="Heading">The MeSH heading near the root of the tree.</param>
/// <param name="Label">What people call it.</param>
public sealed record ConditionBranch(string Heading, string Label)
{
    private static readonly FrozenDictionary<string, ConditionBranch> ByHeading =
        EmbeddedTable.Rows("condition-branches.tsv").Select(row => new ConditionBranch(row[0], row[1])).ToFrozenDictionary(branch => branch.Heading, StringComparer.OrdinalIgnoreCase);

    private static readonly Lazy<Dictionary<string, ConditionBranch>> ByEntry = new(() => All
        .SelectMany(branch => Lexicon.Default.Find(branch.Heading).Where(entry => entry.Kind == EntryKind.Condition).Select(entry => (entry.Name, branch)))
        .DistinctBy(pair => pair.Name, StringComparer.Ordinal)
        .ToDictionary(pair => pair.Name, pair => pair.branch, StringComparer.Ordinal));

    /// <summary>All branches.</summary>
    public static IEnumerable<ConditionBranch> All => ByHeading.Values.OrderBy(branch => branch.Label, StringComparer.Ordinal);

    /// <summary>The branch of a heading; null when it is none.</summary>
    public static ConditionBranch? Find(string heading) => ByHeading.GetValueOrDefault(heading);

    /// <summary>The branches of a study, by its conditions' MeSH terms and their ancestors; where the record has none, by what the lexicon and installed packs know of its conditions.</summary>
    public static IEnumerable<ConditionBranch> Of(Study study) =>
        (study.ConditionMesh.IsEmpty && study.ConditionAncestors.IsEmpty ? study.Conditions.SelectMany(OfWords) : OfRecord(study)).Distinct();

    private static IEnumerable<ConditionBranch> OfRecord(Study study) =>
        study.ConditionMesh.Concat(study.ConditionAncestors).Select(term => ByHeading.GetValueOrDefault(term.Term)).OfType<ConditionBranch>();

    private static IEnumerable<ConditionBranch> OfWords(string condition) => Lexicon.Default.Find(condition)
        .Where(entry => entry.Kind == EntryKind.Condition)
        .SelectMany(entry => Lexicon.Default.Broader(entry).Prepend(entry))
        .Select(entry => ByEntry.Value.GetValueOrDefault(entry.Name))
        .OfType<ConditionBranch>();
}
