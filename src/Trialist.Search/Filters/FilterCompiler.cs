using Trialist.Search.Facets;
using Trialist.Search.Indexing;
using Trialist.Search.Places;

namespace Trialist.Search.Filters;

/// <summary>Makes the tests for the filters that are set.</summary>
internal static class FilterCompiler
{
    public static List<ActiveFilter> Compile(StudyFilters filters, PlaceDistances? near, ValueTables tables)
    {
        var active = new List<ActiveFilter>();
        void Add(string name, Func<SegmentColumns, int, bool> passes) => active.Add(new ActiveFilter(name, passes));

        if (Numbers(filters.Statuses.Select(OfColumn).ToValueList(), tables.Statuses) is { } statuses)
        {
            Add(FacetName.Status, (columns, doc) => statuses.Contains(columns.Status[doc]));
        }

        if (Numbers(filters.Phases, tables.Phases) is { } phases)
        {
            Add(FacetName.Phase, (columns, doc) => columns.Phases[doc].ContainsAny(phases));
        }

        if (Numbers(filters.StudyTypes, tables.StudyTypes) is { } types)
        {
            Add(FacetName.StudyType, (columns, doc) => types.Contains(columns.StudyType[doc]));
        }

        if (filters.Sex is { } sex && sex != Sex.All)
        {
            // A study that does not name a sex takes every one.
            var other = tables.Sexes.Find(sex == Sex.Female ? "MALE" : "FEMALE");
            Add(FacetName.Sex, (columns, doc) => columns.Sex[doc] != other);
        }

        if (filters.AgeYears is { } years)
        {
            var (from, until) = (years * AgeLimit.Year, (years + 1) * AgeLimit.Year);
            Add(FacetName.Age, (columns, doc) => columns.LowerAge[doc] < until && (columns.UpperAge[doc] == AgeLimit.Unknown || columns.UpperAge[doc] > from));
        }

        if (!filters.AgeGroups.IsEmpty)
        {
            var groups = filters.AgeGroups.Aggregate(AgeGroups.None, (sum, group) => sum | Group(group));
            Add(FacetName.AgeGroup, (columns, doc) => (columns.AgeGroups[doc] & groups) != AgeGroups.None);
        }

        if (filters.HealthyVolunteers is { } healthy)
        {
            var wanted = (sbyte)(healthy ? 1 : 0);
            Add(FacetName.HealthyVolunteers, (columns, doc) => columns.Healthy[doc] == wanted);
        }

        if (Numbers(filters.FunderClasses, tables.FunderClasses) is { } funders)
        {
            Add(FacetName.Funder, (columns, doc) => columns.FunderClasses[doc].ContainsAny(funders));
        }

        if (filters.Region is not null || filters.City is not null)
        {
            var places = PlacesWhere(tables.Places, place => IsIn(place, filters));
            Add(FacetName.Country, (columns, doc) => AnyIn(columns.Sites[doc], places));
        }
        else if (Numbers(filters.Countries, tables.Countries) is { } countries)
        {
            Add(FacetName.Country, (columns, doc) => columns.Countries[doc].ContainsAny(countries));
        }

        if (filters.Inside is { } area)
        {
            var places = PlacesWhere(tables.Places, area.Holds);
            Add(FacetName.Near, (columns, doc) => AnyIn(columns.Sites[doc], places));
        }

        if (filters.HasResults is { } results)
        {
            Add(FacetName.Results, (columns, doc) => columns.HasResults[doc] == results);
        }

        if (filters.StartFrom is not null || filters.StartTo is not null || !filters.StartYears.IsEmpty)
        {
            var (first, last) = (filters.StartFrom ?? 1, filters.StartTo ?? 9999);
            HashSet<int>? named = filters.StartYears.IsEmpty ? null : [.. filters.StartYears];
            Add(FacetName.StartYear, (columns, doc) => columns.StartYear[doc] >= first && columns.StartYear[doc] <= last && named?.Contains(columns.StartYear[doc]) != false);
        }

        if (filters.UpdatedSince is not null || filters.PostedSince is not null)
        {
            var (updated, posted) = (filters.UpdatedSince?.DayNumber ?? StudyColumns.NoDay, filters.PostedSince?.DayNumber ?? StudyColumns.NoDay);
            Add(FacetName.Dates, (columns, doc) => columns.LastUpdateDay[doc] >= updated && columns.FirstPostedDay[doc] >= posted);
        }

        if (Numbers(filters.ConditionBranches, tables.Branches) is { } branches)
        {
            Add(FacetName.ConditionBranch, (columns, doc) => columns.Branches[doc].ContainsAny(branches));
        }

        if (!filters.Criteria.IsEmpty)
        {
            var criteria = filters.Criteria;
            Add(FacetName.Criteria, (columns, doc) => PassesAll(criteria, columns.Number[doc]));
        }

        if (near is { HasRadius: true })
        {
            Add(FacetName.Near, (columns, doc) => near.AnyWithin(columns.Sites[doc]));
        }

        return active;
    }

    // Null when the filter is not set; a value that no study has passes nothing.
    private static int[]? Numbers(ValueList<string> values, ValueTable table) => values.IsEmpty ? null : [.. values.Select(table.Find)];

    private static string OfColumn(string status) => status == FacetName.NotStated ? "" : status;

    private static AgeGroups Group(string group) => group switch
    {
        "CHILD" => AgeGroups.Child,
        "ADULT" => AgeGroups.Adult,
        "OLDER_ADULT" => AgeGroups.OlderAdult,
        _ => AgeGroups.None,
    };

    private static HashSet<int> PlacesWhere(PlaceTable table, Func<SitePlace, bool> fits) => [.. Enumerable.Range(0, table.Count).Where(number => fits(table[number]))];

    private static bool IsIn(SitePlace place, StudyFilters filters) =>
        (filters.Countries.IsEmpty || filters.Countries.Contains(place.Country, StringComparer.Ordinal))
        && (filters.Region is null || filters.Region == place.Region)
        && (filters.City is null || filters.City == place.City);

    private static bool PassesAll(ValueList<CriteriaFilter> filters, int study)
    {
        foreach (var filter in filters)
        {
            if (!filter.Passes(study))
            {
                return false;
            }
        }

        return true;
    }

    private static bool AnyIn(ReadOnlySpan<int> sites, HashSet<int> places)
    {
        foreach (var site in sites)
        {
            if (places.Contains(site & ~SegmentColumns.OpenBit))
            {
                return true;
            }
        }

        return false;
    }
}
