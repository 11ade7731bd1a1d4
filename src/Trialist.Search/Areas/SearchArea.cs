using System.Globalization;

namespace Trialist.Search.Areas;

/// <summary>A search area of the registry: data pieces that are searched together, each with its weight.</summary>
/// <param name="Name">The registry's name, such as <c>ConditionSearch</c>.</param>
/// <param name="Parameter">The query parameter that uses it, such as <c>cond</c>; empty when none does.</param>
/// <param name="Parts">The pieces, heaviest first.</param>
public sealed record SearchArea(string Name, string Parameter, ValueList<AreaPart> Parts)
{
    /// <summary>All areas, in the registry's order.</summary>
    public static ValueList<SearchArea> All { get; } = Load();

    /// <summary>Everything that the box searches.</summary>
    public static SearchArea Basic { get; } = Named("BasicSearch");

    /// <summary>Conditions.</summary>
    public static SearchArea Condition { get; } = Named("ConditionSearch");

    /// <summary>Treatments.</summary>
    public static SearchArea Intervention { get; } = Named("InterventionSearch");

    /// <summary>Titles and acronym.</summary>
    public static SearchArea Title { get; } = Named("TitleSearch");

    /// <summary>Words of the sites' addresses.</summary>
    public static SearchArea Location { get; } = Named("LocationSearch");

    /// <summary>Sponsor and collaborators.</summary>
    public static SearchArea Sponsor { get; } = Named("SponsorSearch");

    /// <summary>What is measured.</summary>
    public static SearchArea Outcome { get; } = Named("OutcomeSearch");

    /// <summary>Identifiers.</summary>
    public static SearchArea Id { get; } = Named("IdSearch");

    /// <summary>Who may take part, in the words of the record.</summary>
    public static SearchArea Eligibility { get; } = Named("EligibilitySearch");

    /// <summary>The area of a name; null when there is none.</summary>
    public static SearchArea? Find(string name) => All.FirstOrDefault(area => area.Name == name);

    /// <summary>The area of a name.</summary>
    /// <exception cref="ArgumentException">There is no such area.</exception>
    public static SearchArea Named(string name) =>
        Find(name) ?? throw new ArgumentException($"There is no search area '{name}'.", nameof(name));

    private static ValueList<SearchArea> Load() =>
        EmbeddedTable.Rows("search-areas.tsv")
            .GroupBy(row => (Name: row[0], Parameter: row[1]))
            .Select(area => new SearchArea(area.Key.Name, area.Key.Parameter,
                area.Select(row => new AreaPart(row[2], float.Parse(row[3], CultureInfo.InvariantCulture), row[4] == "enum", int.Parse(row[5], CultureInfo.InvariantCulture), row[6] == "1")).ToValueList()))
            .ToValueList();
}
