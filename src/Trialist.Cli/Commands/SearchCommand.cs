using System.CommandLine;
using Trialist.Registry;
using Trialist.Search;
using Trialist.Search.Eligibility;
using Trialist.Search.Filters;
using Trialist.Search.Pieces;
using Trialist.Search.Places;
using Trialist.Search.Queries;

namespace Trialist.Cli.Commands;

/// <summary><c>trialist search</c>: finds studies of the data folder.</summary>
internal static class SearchCommand
{
    private const int DefaultLimit = 10;

    private static readonly Argument<string[]> Query = new("query") { HelpName = "QUERY", Description = "What to search for: words, \"phrases\", NCT ids, AND OR NOT.", Arity = ArgumentArity.ZeroOrMore };
    private static readonly Option<string?> Condition = Text("--cond", "Condition or disease.");
    private static readonly Option<string?> Intervention = Text("--intr", "Treatment.");
    private static readonly Option<string?> Location = Text("--locn", "Words of a site's name or address.");
    private static readonly Option<string?> Title = Text("--titles", "Words of the titles.");
    private static readonly Option<string?> Sponsor = Text("--spons", "Sponsor or collaborator.");
    private static readonly Option<string?> Outcome = Text("--outc", "What is measured.");
    private static readonly Option<string?> Id = Text("--id", "Any identifier of the study.");
    private static readonly Option<string[]> Criteria = new("--criteria") { HelpName = "QUESTION", Description = "What the criteria say: 'creatinine 2 mg/dL', 'ECOG 2 allowed', 'prior CAR-T excluded'; repeat it for several.", Arity = ArgumentArity.OneOrMore };
    private static readonly Option<string?> Near = new("--near") { HelpName = "PLACE", Description = "City or postal code, or coordinates 'lat,lon': nearest studies first. A region or country: studies with a site in it." };
    private static readonly Option<string?> Within = new("--within") { HelpName = "50km", Description = "Only studies with a site so near to the place; km or mi." };
    private static readonly Option<string[]> Status = Values("--status", "Overall status, such as RECRUITING, or NOT_STATED; several are alternatives.");
    private static readonly Option<string[]> Phase = Values("--phase", "Phase, such as PHASE2 or 2.");
    private static readonly Option<string[]> Country = Values("--country", "Country with a site.");
    private static readonly Option<int?> Age = new("--age") { HelpName = "YEARS", Description = "Age of the person." };
    private static readonly Option<string?> SexOption = new("--sex") { HelpName = "female|male", Description = "Sex of the person." };
    private static readonly Option<int> Limit = new("--limit") { HelpName = "N", Description = "How many hits to show.", DefaultValueFactory = _ => DefaultLimit };
    private static readonly Option<bool> AsTyped = new("--no-synonyms") { Description = "Search for the words as typed." };
    private static readonly Option<bool> Json = new("--json") { Description = "Print the hits as JSON." };

    public static Command Create()
    {
        var command = new Command("search", "Find studies by words, place and properties.")
        {
            Query, Condition, Intervention, Location, Title, Sponsor, Outcome, Id, Criteria, Near, Within, Status, Phase, Country, Age, SexOption, Limit, AsTyped, Json,
        };
        command.SetAction(async (parsed, cancellation) =>
        {
            using var registry = StudyRegistry.Open(DataFolder.OfExisting(parsed));
            var index = await registry.IndexAsync(cancellation);
            try
            {
                var query = QueryOf(parsed, index);
                if (parsed.GetValue(Criteria) is { Length: > 0 } asked)
                {
                    var table = await registry.CriteriaTableAsync(cancellation);
                    query = query with { Filters = query.Filters with { Criteria = asked.SelectMany(typed => CriteriaQuestionParser.Parse(typed)).Select(question => CriteriaFilter.Ask(table, question)).ToValueList() } };
                }

                var page = index.Search(query);
                if (parsed.GetValue(Json))
                {
                    SearchView.PrintJson(page);
                }
                else
                {
                    SearchView.Print(page, query);
                }
            }
            catch (QueryRefusedException e)
            {
                throw new UsageException(e.Message);
            }

            return CommandLine.Done;
        });
        return command;
    }

    private static Option<string?> Text(string name, string description) => new(name) { HelpName = "WORDS", Description = description };

    private static Option<string[]> Values(string name, string description) => new(name) { HelpName = "VALUE", Description = description, AllowMultipleArgumentsPerToken = true };

    private static StudyQuery QueryOf(ParseResult parsed, StudyIndex index)
    {
        var place = PlaceOf(parsed, index);
        var query = new StudyQuery
        {
            Text = string.Join(' ', parsed.GetValue(Query) ?? []),
            Condition = parsed.GetValue(Condition),
            Intervention = parsed.GetValue(Intervention),
            Location = parsed.GetValue(Location),
            Title = parsed.GetValue(Title),
            Sponsor = parsed.GetValue(Sponsor),
            Outcome = parsed.GetValue(Outcome),
            Id = parsed.GetValue(Id),
            Limit = parsed.GetValue(Limit),
            UseSynonyms = !parsed.GetValue(AsTyped),
            Filters = new StudyFilters
            {
                Statuses = Split(parsed.GetValue(Status)).Select(status => index.HasStatus(status) ? status : ValueOf("Status", status)).ToValueList(),
                Phases = Split(parsed.GetValue(Phase)).Select(phase => ValueOf("Phase", phase.Length == 1 && char.IsAsciiDigit(phase[0]) ? "PHASE" + phase : phase)).ToValueList(),
                Countries = (parsed.GetValue(Country) ?? []).Select(country => CountryOf(country, index)).ToValueList(),
                AgeYears = parsed.GetValue(Age),
                Sex = SexOf(parsed.GetValue(SexOption)),
            },
        };
        return place is null ? query : query.At(place, Radius(parsed));
    }

    private static FoundPlace? PlaceOf(ParseResult parsed, StudyIndex index)
    {
        if (parsed.GetValue(Near) is not { } typed)
        {
            return parsed.GetValue(Within) is null ? null : throw new UsageException("--within needs a place: add --near PLACE.");
        }

        return index.FindPlaces(typed) is [var place, ..]
            ? place
            : throw new UsageException($"The place '{typed}' is not known: name a city, region, country or postal code that has a site, or coordinates such as '52.52,13.40'.");
    }

    private static double? Radius(ParseResult parsed)
    {
        var written = parsed.GetValue(Within);
        return written is null ? null
            : Distance.TryParseKm(written, out var km) ? km
            : throw new UsageException($"'{written}' is not a distance: expected a number with km or mi, such as 50km.");
    }

    private static string CountryOf(string typed, StudyIndex index) =>
        index.FindPlaces(typed).FirstOrDefault(place => place.Kind == PlaceKind.Country)?.Country ?? typed;

    private static Sex? SexOf(string? typed) => typed?.ToLowerInvariant() switch
    {
        null => null,
        "f" or "female" => Sex.Female,
        "m" or "male" => Sex.Male,
        "all" => Sex.All,
        _ => throw new UsageException($"'{typed}' is not a sex of the registry: expected female or male."),
    };

    private static IEnumerable<string> Split(string[]? values) => (values ?? []).SelectMany(value => value.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries));

    private static string ValueOf(string list, string typed)
    {
        var type = EnumType.Named(list);
        var values = type.Values.Select(value => value.Value).ToList();
        return type.Find(typed) ?? throw new UsageException(
            $"'{typed}' is not a value of --{list.ToLowerInvariant()}: {(NearestName.Find(typed, values) is { } nearest ? $"did you mean {nearest}?" : $"expected one such as {values[0]} or {values[1]}.")}");
    }
}
