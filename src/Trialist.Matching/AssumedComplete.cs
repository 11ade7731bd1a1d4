namespace Trialist.Matching;

/// <summary>The names under which a user may declare parts of a record complete.</summary>
public static class AssumedComplete
{
    private static readonly (string Name, LeafType[] Types)[] Names =
    [
        ("conditions", [LeafType.Condition]),
        ("medications", [LeafType.Treatment]),
        ("procedures", [LeafType.Procedure]),
        ("biomarkers", [LeafType.Biomarker]),
        ("allergies", [LeafType.Allergy]),
        ("pregnancy", [LeafType.Pregnancy, LeafType.Lactation]),
        ("behaviour", [LeafType.Behaviour]),
        ("participation", [LeafType.Participation]),
    ];

    /// <summary>All names, in the order in which the reference lists them.</summary>
    public static IEnumerable<string> All => Names.Select(entry => entry.Name);

    /// <summary>Parses a comma-separated list such as <c>conditions,medications</c>; <c>all</c> stands for every name.</summary>
    /// <exception cref="FormatException">A name is none of these; the message lists them.</exception>
    public static ValueList<LeafType> Parse(string list)
    {
        var types = new SortedSet<LeafType>();
        foreach (var name in list.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            var found = Names.Where(entry => name.Equals("all", StringComparison.OrdinalIgnoreCase) || entry.Name.Equals(name, StringComparison.OrdinalIgnoreCase)).ToList();
            if (found.Count == 0)
            {
                throw new FormatException($"'{name}' cannot be assumed complete: expected {string.Join(", ", All)} or all.");
            }

            types.UnionWith(found.SelectMany(entry => entry.Types));
        }

        return types.ToValueList();
    }

    /// <summary>The names that stand for the types, for pages and exports.</summary>
    public static string Describe(ValueList<LeafType> types) =>
        string.Join(", ", Names.Where(entry => entry.Types.Any(type => types.Contains(type))).Select(entry => entry.Name));
}
