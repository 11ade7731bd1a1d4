using System.Text.Encodings.Web;
using System.Text.Json;
using Spectre.Console;
using Trialist.Search;
using Trialist.Search.Eligibility;
using Trialist.Search.Facets;
using Trialist.Search.Results;

namespace Trialist.Cli.Commands;

/// <summary>Prints what a search found.</summary>
internal static class SearchView
{
    private static readonly JsonWriterOptions Options = new() { Indented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static void PrintJson(SearchPage page)
    {
        using var stream = Console.OpenStandardOutput();
        using (var json = new Utf8JsonWriter(stream, Options))
        {
            json.WriteStartObject();
            json.WriteNumber("total", page.Total);
            json.WriteStartArray("hits");
            foreach (var hit in page.Hits)
            {
                WriteHit(json, hit);
            }

            json.WriteEndArray();
            json.WriteStartArray("synonymsUsed");
            foreach (var use in page.SynonymsUsed)
            {
                json.WriteStartObject();
                json.WriteString("words", use.Words);
                json.WriteStartArray("synonyms");
                foreach (var synonym in use.Synonyms)
                {
                    json.WriteStringValue(synonym);
                }

                json.WriteEndArray();
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteString("didYouMean", page.DidYouMean);
            json.WriteBoolean("relaxed", page.Relaxed);
            json.WriteEndObject();
        }

        stream.WriteByte((byte)'\n');
    }

    public static void Print(SearchPage page, StudyQuery query)
    {
        AnsiConsole.WriteLine(Headline(page));
        foreach (var use in page.SynonymsUsed)
        {
            AnsiConsole.MarkupLineInterpolated($"[grey]Also searched for {use.Words}: {string.Join(", ", use.Synonyms.Take(8))}{(use.Synonyms.Count > 8 ? " …" : "")} (--no-synonyms leaves them out)[/]");
        }

        if (page.DidYouMean is { } better)
        {
            AnsiConsole.MarkupLineInterpolated($"Did you mean [bold]{better}[/]?");
        }

        foreach (var filter in query.Filters.Criteria)
        {
            AnsiConsole.MarkupLineInterpolated($"[grey]{filter.Question.Subject}: {filter.Count(CriteriaAnswer.Allowed)} allow it, {filter.Count(CriteriaAnswer.Required)} ask for it, {filter.Count(CriteriaAnswer.Excluded)} keep such a person out, {filter.Count(CriteriaAnswer.Unknown)} cannot be told, {filter.Count(CriteriaAnswer.Silent)} do not speak of it[/]");
        }

        if (page.Hits.IsEmpty)
        {
            foreach (var loss in page.FilterLosses)
            {
                AnsiConsole.WriteLine($"Without the filter on {NameOf(loss.Filter)} there would be {loss.Count:N0}.");
            }

            return;
        }

        var table = new Table().Border(TableBorder.Simple).AddColumns("study", "", "status");
        if (query.Near is not null)
        {
            table.AddColumn("nearest site");
        }

        foreach (var hit in page.Hits)
        {
            var cells = new List<string> { hit.Row.NctId, About(hit), StatusOf(hit.Row) };
            if (query.Near is not null)
            {
                cells.Add(Nearest(hit));
            }

            table.AddRow([.. cells]);
        }

        AnsiConsole.Write(table);
    }

    private static void WriteHit(Utf8JsonWriter json, SearchHit hit)
    {
        json.WriteStartObject();
        json.WriteString("nctId", hit.Row.NctId);
        json.WriteString("title", hit.Row.Title);
        json.WriteString("status", hit.Row.Status);
        json.WriteNumber("score", Math.Round(hit.Score, 4));
        if (hit.DistanceKm is { } km)
        {
            json.WriteNumber("distanceKm", km);
        }

        if (hit.NctId.IsFictional)
        {
            json.WriteBoolean("fictional", true);
        }

        json.WriteEndObject();
    }

    private static string Headline(SearchPage page)
    {
        var found = page.Total == 1 ? "1 study" : $"{page.Total:N0} studies";
        var missing = page.MissingWords.IsEmpty ? "" : $" No study holds: {string.Join(", ", page.MissingWords)}.";
        return page.Relaxed ? $"No study holds all the words; {found} with most of them.{missing}" : $"{found}.{missing}";
    }

    private static string NameOf(string filter) => filter switch
    {
        FacetName.Near => "distance",
        FacetName.StudyType => "study type",
        FacetName.AgeGroup => "age group",
        FacetName.Country => "place",
        _ => filter,
    };

    private static string About(SearchHit hit)
    {
        var row = hit.Row;
        var (conditions, treatments) = (string.Join(", ", row.Conditions.Take(3)), string.Join(", ", row.Interventions.Take(3)));
        var lines = new[] { conditions, treatments, string.Join(" · ", new[] { AgeWords.Of(row.MinimumAge, row.MaximumAge), row.Sponsor }.Where(part => !string.IsNullOrEmpty(part))) }.Where(line => line.Length > 0);
        return $"{(hit.NctId.IsFictional ? "[black on yellow] Not a real study [/] " : "")}[bold]{Markup.Escape(row.Title)}[/]\n[grey]{Markup.Escape(string.Join('\n', lines))}[/]";
    }

    private static string StatusOf(StudyRow row)
    {
        var status = row.Status is null ? "not given" : Words(row.Status);
        var colour = row.Status switch
        {
            "RECRUITING" or "AVAILABLE" => "green",
            "NOT_YET_RECRUITING" or "ENROLLING_BY_INVITATION" => "yellow",
            _ => "grey",
        };
        var phases = string.Join(", ", row.Phases.Where(phase => phase != "NA").Select(phase => Words(phase.Replace("PHASE", "phase ", StringComparison.Ordinal))));
        return $"[{colour}]{Markup.Escape(status)}[/]\n[grey]{Markup.Escape(phases)}[/]";
    }

    private static string Words(string value) => value.Replace('_', ' ').ToLowerInvariant();

    private static string Nearest(SearchHit hit)
    {
        var site = hit.NearestOpen ?? hit.Nearest;
        return site is null ? "" : $"{site.DistanceKm:N0} km\n[grey]{Markup.Escape(string.Join(", ", new[] { site.City, site.Country }.Where(part => part.Length > 0)))}{(site.Open ? "" : " (not open)")}[/]";
    }
}
