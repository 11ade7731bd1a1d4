using System.Globalization;
using System.Numerics;
using Lucene.Net.Util;
using Trialist.Search.Filters;
using Trialist.Search.Indexing;

namespace Trialist.Search.Facets;

/// <summary>Counts the values of all facets over the studies found.</summary>
internal sealed class FacetCounter
{
    private const int MostValues = 300;
    private const int LastYear = 9_999;
    private const int WordBits = 64;

    private readonly ValueTables tables;
    private readonly int[] statuses;
    private readonly int[] types;
    private readonly int[] phases;
    private readonly int[] sexes;
    private readonly int[] funders;
    private readonly int[] countries;
    private readonly int[] branches;
    private readonly int[] ageGroups = new int[8];
    private readonly int[] healthy = new int[3];
    private readonly int[] results = new int[2];
    private readonly int[] startYears;

    /// <param name="tables">The values.</param>
    /// <param name="latestStartYear">No study starts later.</param>
    public FacetCounter(ValueTables tables, int latestStartYear)
    {
        this.tables = tables;
        statuses = new int[tables.Statuses.Count];
        types = new int[tables.StudyTypes.Count];
        phases = new int[tables.Phases.Count];
        sexes = new int[tables.Sexes.Count];
        funders = new int[tables.FunderClasses.Count];
        countries = new int[tables.Countries.Count];
        branches = new int[tables.Branches.Count];
        startYears = new int[latestStartYear + 1];
    }

    /// <summary>Counts a study that passes all filters.</summary>
    public void Count(SegmentColumns columns, int doc) => Count(columns, doc, 1);

    /// <summary>Counts studies of a segment. Of most of its studies, those that are left out are counted and taken from all.</summary>
    /// <param name="columns">Of the segment.</param>
    /// <param name="studies">The studies.</param>
    /// <param name="count">How many they are.</param>
    public void Count(SegmentColumns columns, FixedBitSet studies, int count)
    {
        var most = count * 2L > studies.Length;
        if (most)
        {
            Add(columns.AllCounted);
        }

        var (left, by) = most ? (~0L, -1) : (0L, 1);
        var words = studies.GetBits();
        for (var word = 0; word * WordBits < studies.Length; word++)
        {
            var bits = words[word] ^ left;
            for (; bits != 0; bits &= bits - 1)
            {
                var doc = (word * WordBits) + BitOperations.TrailingZeroCount(bits);
                if (doc >= studies.Length)
                {
                    break;
                }

                Count(columns, doc, by);
            }
        }
    }

    private void Count(SegmentColumns columns, int doc, int by)
    {
        statuses[columns.Status[doc]] += by;
        types[columns.StudyType[doc]] += by;
        sexes[columns.Sex[doc]] += by;
        ageGroups[(int)columns.AgeGroups[doc]] += by;
        healthy[columns.Healthy[doc] + 1] += by;
        results[columns.HasResults[doc] ? 1 : 0] += by;
        startYears[columns.StartYear[doc]] += by;
        CountAll(phases, columns.Phases[doc], by);
        CountAll(funders, columns.FunderClasses[doc], by);
        CountAll(countries, columns.Countries[doc], by);
        CountAll(branches, columns.Branches[doc], by);
    }

    // The other one may be of a time when there were fewer values.
    private void Add(FacetCounter other)
    {
        foreach (var (sum, part) in Arrays.Zip(other.Arrays))
        {
            for (var i = 0; i < part.Length; i++)
            {
                sum[i] += part[i];
            }
        }
    }

    private int[][] Arrays => [statuses, types, sexes, ageGroups, healthy, results, startYears, phases, funders, countries, branches];

    /// <summary>Counts a study that passes all filters but one, for the facet of that filter: its other values must stay to be chosen.</summary>
    public void CountBeside(string filter, SegmentColumns columns, int doc)
    {
        switch (filter)
        {
            case FacetName.Status: statuses[columns.Status[doc]]++; break;
            case FacetName.StudyType: types[columns.StudyType[doc]]++; break;
            case FacetName.Sex: sexes[columns.Sex[doc]]++; break;
            case FacetName.AgeGroup: ageGroups[(int)columns.AgeGroups[doc]]++; break;
            case FacetName.HealthyVolunteers: healthy[columns.Healthy[doc] + 1]++; break;
            case FacetName.Results: results[columns.HasResults[doc] ? 1 : 0]++; break;
            case FacetName.StartYear: startYears[columns.StartYear[doc]]++; break;
            case FacetName.Phase: CountAll(phases, columns.Phases[doc]); break;
            case FacetName.Funder: CountAll(funders, columns.FunderClasses[doc]); break;
            case FacetName.Country: CountAll(countries, columns.Countries[doc]); break;
            case FacetName.ConditionBranch: CountAll(branches, columns.Branches[doc]); break;
            default: break; // filters that are no facets: age, place, dates, ids
        }
    }

    /// <summary>The facets in the order in which a page shows them.</summary>
    public ValueList<Facet> ToFacets(StudyFilters filters) =>
    [
        Sorted(FacetName.Status, Values(statuses, tables.Statuses).Select(value => (value.Value.Length == 0 ? FacetName.NotStated : value.Value, value.Count)), filters.Statuses),
        Of(FacetName.Phase, phases, tables.Phases, filters.Phases),
        Of(FacetName.StudyType, types, tables.StudyTypes, filters.StudyTypes),
        Sorted(FacetName.Sex, [("FEMALE", Taking("MALE")), ("MALE", Taking("FEMALE"))], filters.Sex is { } sex && sex != Sex.All ? [sex.ToString().ToUpperInvariant()] : []),
        Sorted(FacetName.AgeGroup, [("CHILD", GroupCount(AgeGroups.Child)), ("ADULT", GroupCount(AgeGroups.Adult)), ("OLDER_ADULT", GroupCount(AgeGroups.OlderAdult))], filters.AgeGroups),
        Sorted(FacetName.HealthyVolunteers, [("true", healthy[2]), ("false", healthy[1])], Flag(filters.HealthyVolunteers)),
        Of(FacetName.Funder, funders, tables.FunderClasses, filters.FunderClasses),
        Of(FacetName.Country, countries, tables.Countries, filters.Countries),
        Sorted(FacetName.Results, [("true", results[1]), ("false", results[0])], Flag(filters.HasResults)),
        new Facet(FacetName.StartYear, YearValues(filters).ToValueList()),
        Of(FacetName.ConditionBranch, branches, tables.Branches, filters.ConditionBranches),
    ];

    private static void CountAll(int[] counts, ReadOnlySpan<int> values, int by = 1)
    {
        foreach (var value in values)
        {
            counts[value] += by;
        }
    }

    private static ValueList<string> Flag(bool? flag) => flag switch { true => ["true"], false => ["false"], null => [] };

    // As the filter counts: who may take part, so a study for all or that does not say counts for both.
    private int Taking(string otherOnly) => sexes.Sum() - (tables.Sexes.Find(otherOnly) is var other and >= 0 && other < sexes.Length ? sexes[other] : 0);

    private int GroupCount(AgeGroups group) => ageGroups.Where((_, groups) => ((AgeGroups)groups & group) != AgeGroups.None).Sum();

    private static Facet Of(string name, int[] counts, ValueTable table, ValueList<string> selected) =>
        Sorted(name, Values(counts, table), selected);

    private static IEnumerable<(string Value, int Count)> Values(int[] counts, ValueTable table) =>
        Enumerable.Range(0, counts.Length).Where(number => counts[number] > 0).Select(number => (table[number], counts[number]));

    // The unset value is no value; a selected one stays visible even where nothing is left of it.
    private static Facet Sorted(string name, IEnumerable<(string Value, int Count)> counted, ValueList<string> selected)
    {
        var values = counted.Where(value => value.Value.Length > 0 && value.Count > 0).ToList();
        values.AddRange(selected.Where(value => values.TrueForAll(other => other.Value != value)).Select(value => (value, 0)));
        return new Facet(name, values
            .OrderByDescending(value => value.Count)
            .ThenBy(value => value.Value, StringComparer.Ordinal)
            .Take(MostValues)
            .Select(value => new FacetValue(value.Value, value.Count, selected.Contains(value.Value, StringComparer.Ordinal)))
            .ToValueList());
    }

    private IEnumerable<FacetValue> YearValues(StudyFilters filters)
    {
        var set = filters.StartFrom is not null || filters.StartTo is not null;
        var selected = filters.StartYears.Where(year => year is > 0 and <= LastYear).ToHashSet();
        for (var year = Math.Max(startYears.Length - 1, selected.DefaultIfEmpty().Max()); year > 0; year--)
        {
            var count = year < startYears.Length ? startYears[year] : 0;
            if (count > 0 || selected.Contains(year))
            {
                yield return new FacetValue(year.ToString(CultureInfo.InvariantCulture), count, selected.Contains(year) || (set && year >= (filters.StartFrom ?? 0) && year <= (filters.StartTo ?? LastYear)));
            }
        }
    }
}
