using System.Globalization;
using Microsoft.Extensions.Primitives;
using Trialist.Search;
using Trialist.Search.Eligibility;
using Trialist.Search.Facets;
using Trialist.Search.Filters;
using Trialist.Search.Pieces;
using Trialist.Search.Places;
using Trialist.Search.Queries;
using Trialist.Web.Words;

namespace Trialist.Web.Finding;

/// <summary>A search as an address holds it: the values as typed, what is wrong with them, and the query that the rest makes.</summary>
/// <remarks>Pages, API and feed read the same names. A bad value is left out of the query and named in <see cref="Errors"/>; the rest is kept.</remarks>
internal sealed class SearchRequest
{
    public const int PageSize = 20;
    public const int MostOnAPage = 100;
    private const int LongestValue = 2_000;
    private const int MostValues = 50;
    private const int MostQuestions = 10;
    private const int MostNamed = 3;
    private const int FirstYear = 1900;
    private const int LastYear = 2100;

    private readonly Dictionary<string, string[]> values;
    private readonly Dictionary<string, string> errors = new(StringComparer.Ordinal);

    private SearchRequest(Dictionary<string, string[]> values) => this.values = values;

    /// <summary>What is wrong, by parameter, each one sentence.</summary>
    public IReadOnlyDictionary<string, string> Errors => errors;

    /// <summary>The query that the good values make.</summary>
    public StudyQuery Query { get; private set; } = new();

    /// <summary>What <c>near</c> was understood as; null when it was not given or not known.</summary>
    public FoundPlace? Near { get; private set; }

    /// <summary>True when a place is given from which distances mean something: a country or region is too wide.</summary>
    public bool HasDistances => Near is { Area: null };

    public int Page { get; private set; } = 1;

    public int PerPage { get; private set; } = PageSize;

    /// <summary>True when nothing at all was asked for.</summary>
    public bool IsEmpty => values.Keys.All(name => name is SearchParameter.Page or SearchParameter.Sort or SearchParameter.Limit);

    /// <summary>The one value of a parameter as typed; null when it was not given.</summary>
    public string? this[string name] => values.TryGetValue(name, out var all) ? all[0] : null;

    public IReadOnlyList<string> All(string name) => values.GetValueOrDefault(name, []);

    public void Refuse(string name, string sentence) => errors[name] = sentence;

    /// <summary>The address of this search on a page of the site.</summary>
    public string Url(string path = "/search") => Address.Of(path, Pairs());

    /// <summary>The same search without one value of a parameter, from its first page.</summary>
    public string Without(string name, string? value = null) =>
        Address.Of("/search", Pairs().Where(pair => pair.Name != SearchParameter.Page && !(pair.Name == name && (value is null || pair.Value == value))));

    /// <summary>The same search without some parameters, from its first page.</summary>
    public string Without(string[] names) =>
        Address.Of("/search", Pairs().Where(pair => pair.Name != SearchParameter.Page && !names.Contains(pair.Name, StringComparer.Ordinal)));

    /// <summary>The same search with a parameter set anew.</summary>
    public string With(string name, string value, string path = "/search") =>
        Address.Of(path, Pairs().Where(pair => pair.Name != name && pair.Name != SearchParameter.Page).Append((name, value)));

    private IEnumerable<(string Name, string Value)> Pairs() => values.SelectMany(entry => entry.Value.Select(value => (entry.Key, value)));

    /// <summary>Reads the parameters. Unknown ones are passed over on pages; programs are told by the API.</summary>
    public static SearchRequest Read(IEnumerable<KeyValuePair<string, StringValues>> parameters, StudyIndex index)
    {
        var read = new Dictionary<string, string[]>(StringComparer.Ordinal);
        foreach (var (name, given) in parameters)
        {
            var known = SearchParameter.Canonical(name);
            var split = SearchParameter.IsList(known) ? given.SelectMany(value => (value ?? "").Split(',', '|'))
                : SearchParameter.IsRepeated(known) ? given
                : given.Take(1);
            var kept = split.Select(value => (value ?? "").Trim()).Where(value => value.Length > 0).Distinct().Take(MostValues).ToArray();
            if (SearchParameter.Known.Contains(known) && kept.Length > 0)
            {
                read[known] = kept;
            }
        }

        var request = new SearchRequest(read);
        request.RefuseTooLong();
        request.Build(index);
        return request;
    }

    /// <summary>Reads the parameters and asks the criteria of all studies where the search has questions to them.</summary>
    public static async Task<SearchRequest> ReadAsync(
        IEnumerable<KeyValuePair<string, StringValues>> parameters, StudyIndex index, Registry.StudyRegistry registry, CancellationToken cancellation)
    {
        var request = Read(parameters, index);
        if (request.Questions() is { IsEmpty: false } questions)
        {
            var table = await registry.CriteriaTableAsync(cancellation);
            request.Query = request.Query with { Filters = request.Query.Filters with { Criteria = questions.Select(question => CriteriaFilter.Ask(table, question)).ToValueList() } };
        }

        return request;
    }

    private ValueList<CriteriaQuestion> Questions()
    {
        try
        {
            return All(SearchParameter.Criteria).SelectMany(typed => CriteriaQuestionParser.Parse(typed)).Take(MostQuestions).ToValueList();
        }
        catch (QueryRefusedException e)
        {
            Refuse(SearchParameter.Criteria, e.Message);
            return [];
        }
    }

    private void Build(StudyIndex index)
    {
        Page = Number(SearchParameter.Page, 1, StudyQuery.DeepestHit, "a page number") ?? 1;
        PerPage = Number(SearchParameter.Limit, 0, MostOnAPage, "how many studies to give") ?? PageSize;
        if ((long)Page * Math.Max(1, PerPage) > StudyQuery.DeepestHit)
        {
            Refuse(SearchParameter.Page, $"Only the first {Counts.Plain(StudyQuery.DeepestHit)} studies can be paged through: narrow the search instead.");
            Page = 1;
        }

        Near = FindPlace(index);
        var radius = Radius();
        Query = new StudyQuery
        {
            Text = Good(SearchParameter.Text),
            Condition = Good(SearchParameter.Condition),
            Intervention = Good(SearchParameter.Treatment),
            Location = Good(SearchParameter.Location),
            Title = Good(SearchParameter.Title),
            Sponsor = Good(SearchParameter.Sponsor),
            Outcome = Good(SearchParameter.Outcome),
            Id = Good(SearchParameter.Id),
            Terms = Good(SearchParameter.Terms),
            Eligibility = Good(SearchParameter.Eligibility),
            Filters = new StudyFilters
            {
                Statuses = Values(SearchParameter.Status, "status", index),
                Phases = Values(SearchParameter.Phase, "phase"),
                StudyTypes = Values(SearchParameter.StudyType, "studyType"),
                Sex = Values(SearchParameter.Sex, "sex") is [var sex, ..] ? Enum.Parse<Sex>(sex, ignoreCase: true) : null,
                AgeYears = Number(SearchParameter.Age, 0, 120, "an age in years"),
                AgeGroups = Values(SearchParameter.AgeGroup, "ageGroup"),
                HealthyVolunteers = Flag(SearchParameter.HealthyVolunteers),
                FunderClasses = Values(SearchParameter.Funder, "funder"),
                Countries = [.. All(SearchParameter.Country)],
                Region = this[SearchParameter.Region],
                City = this[SearchParameter.City],
                HasResults = Flag(SearchParameter.Results),
                StartYears = Years(),
                StartFrom = Number(SearchParameter.StartFrom, FirstYear, LastYear, "a year"),
                StartTo = Number(SearchParameter.StartTo, FirstYear, LastYear, "a year"),
                UpdatedSince = Day(SearchParameter.UpdatedSince),
                ConditionBranches = Branches(),
                Ids = Ids(),
            },
            Sort = SortOrder(),
            Offset = (Page - 1) * PerPage,
            Limit = PerPage,
            WithFacets = true,
            UseSynonyms = this[SearchParameter.Synonyms] != "off",
        };
        if (Near is not null)
        {
            Query = Query.At(Near, radius) with { Sort = Query.Sort };
        }
    }

    // What is too long is cut before it is repeated in fields, links and sentences.
    private void RefuseTooLong()
    {
        foreach (var (name, all) in values.Where(entry => Array.Exists(entry.Value, value => value.Length > LongestValue)).ToList())
        {
            Refuse(name, $"This is too long to search for: at most {Counts.Plain(LongestValue)} characters. Only the beginning of it is shown here.");
            values[name] = [.. all.Select(value => value.Length > LongestValue ? Echo.Of(value) : value)];
        }
    }

    private string? Good(string name) => errors.ContainsKey(name) ? null : this[name];

    private ValueList<string> Values(string name, string kind, StudyIndex? index = null)
    {
        var good = new List<string>();
        foreach (var value in All(name).Select(value => value.ToUpperInvariant().Replace(' ', '_').Replace('-', '_')))
        {
            if (RegistryWords.Holds(kind, value) || index?.HasStatus(value) == true)
            {
                good.Add(value);
            }
            else if (!errors.ContainsKey(name))
            {
                Refuse(name, $"'{Echo.Of(value)}' is not a value of {FacetWords.Name(name).ToLowerInvariant()}: {Meant(value.Replace('_', ' '), RegistryWords.OfKind(kind).Select(word => (word.Value, word.Label)).ToList())}");
            }
        }

        return [.. good];
    }

    // By the registry's value or by its word: who reads "Enrolling" on the page may type that.
    private static string Meant(string written, List<(string Value, string Label)> words)
    {
        var nearest = NearestName.Find(written.Replace(' ', '_'), words.Select(word => word.Value)) ?? NearestName.Find(written, words.Select(word => word.Value))
            ?? (NearestName.Find(written, words.Select(word => word.Label)) is { } label ? words.First(word => word.Label == label).Value : null);
        return nearest is not null ? $"did you mean {nearest}?"
            : words.Count <= MostNamed ? $"expected {string.Join(", ", words.Select(word => word.Value))}."
            : $"expected one such as {string.Join(", ", words.Take(MostNamed).Select(word => word.Value))}.";
    }

    private ValueList<string> Branches()
    {
        var good = new List<string>();
        foreach (var value in All(SearchParameter.ConditionBranch))
        {
            if (ConditionBranch.Find(value) is { } branch)
            {
                good.Add(branch.Heading);
            }
            else if (!errors.ContainsKey(SearchParameter.ConditionBranch))
            {
                Refuse(SearchParameter.ConditionBranch, $"'{Echo.Of(value)}' is no kind of condition: {Meant(value, ConditionBranch.All.Select(known => (known.Heading, known.Label)).ToList())}");
            }
        }

        return [.. good];
    }

    private int? Number(string name, int least, int most, string what)
    {
        if (this[name] is not { } value)
        {
            return null;
        }

        if (int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most)
        {
            return number;
        }

        Refuse(name, $"'{Echo.Of(value)}' is not {what}: expected a whole number from {least} to {most}.");
        return null;
    }

    private ValueList<int> Years()
    {
        var years = new List<int>();
        foreach (var value in All(SearchParameter.StartYear))
        {
            if (int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var year) && year is >= FirstYear and <= LastYear)
            {
                years.Add(year);
            }
            else
            {
                Refuse(SearchParameter.StartYear, $"'{Echo.Of(value)}' is not a year: expected one from {FirstYear} to {LastYear}.");
            }
        }

        return [.. years];
    }

    private bool? Flag(string name)
    {
        switch (this[name]?.ToLowerInvariant())
        {
            case null: return null;
            case "true" or "yes" or "y" or "1": return true;
            case "false" or "no" or "n" or "0": return false;
            default:
                Refuse(name, $"'{Echo.Of(this[name]!)}' is neither 'true' nor 'false'.");
                return null;
        }
    }

    private DateOnly? Day(string name)
    {
        if (this[name] is not { } value)
        {
            return null;
        }

        if (PartialDate.TryParse(value, out var date))
        {
            return date.Earliest;
        }

        Refuse(name, $"'{Echo.Of(value)}' is not a date: expected yyyy, yyyy-MM or yyyy-MM-dd.");
        return null;
    }

    private ValueList<NctId> Ids()
    {
        var ids = new List<NctId>();
        foreach (var value in All(SearchParameter.Ids))
        {
            if (NctId.TryParse(value, out var id))
            {
                ids.Add(id);
            }
            else
            {
                Refuse(SearchParameter.Ids, $"'{Echo.Of(value)}' is not a study number: expected NCT and eight digits.");
            }
        }

        return [.. ids];
    }

    private FoundPlace? FindPlace(StudyIndex index)
    {
        if (Good(SearchParameter.Near) is not { } typed)
        {
            return null;
        }

        if (typed.Length <= 200 && index.FindPlaces(typed) is [var place, ..])
        {
            return place;
        }

        var isPoint = typed.Split(',') is { Length: 2 } point && Array.TrueForAll(point, number => double.TryParse(number, NumberStyles.Float, CultureInfo.InvariantCulture, out _));
        Refuse(SearchParameter.Near, isPoint
            ? $"'{Echo.Of(typed)}' is no point on earth: a latitude is between -90 and 90, a longitude between -180 and 180."
            : $"No site of any study lies in '{Echo.Of(typed)}': try a larger city near it, a postal code, or coordinates such as 52.5, 13.4.");
        return null;
    }

    private double? Radius()
    {
        if (this[SearchParameter.Within] is not { } value || value is "any")
        {
            return null;
        }

        if (Distance.TryParseKm(value, out var km))
        {
            return km;
        }

        Refuse(SearchParameter.Within, $"'{Echo.Of(value)}' is not a distance: expected one such as 50km or 30mi.");
        return null;
    }

    private StudySort SortOrder()
    {
        switch (this[SearchParameter.Sort])
        {
            case null: return HasDistances ? StudySort.Distance : StudySort.Relevance;
            case "relevance": return StudySort.Relevance;
            case "distance" when HasDistances: return StudySort.Distance;
            case "distance":
                Refuse(SearchParameter.Sort, $"Studies can be sorted by distance only from a known place: {(Near is null ? "fill in 'Near'" : $"{Near.Name} is too wide, name a city or a postal code")}.");
                return StudySort.Relevance;
            case "updated": return StudySort.LastUpdate;
            case "start": return StudySort.Start;
            case "enrolment": return StudySort.Enrollment;
            default:
                Refuse(SearchParameter.Sort, $"'{Echo.Of(this[SearchParameter.Sort]!)}' is no order: expected relevance, distance, updated, start or enrolment.");
                return StudySort.Relevance;
        }
    }
}
