using System.Text;
using System.Text.Json;
using System.Xml;
using Microsoft.AspNetCore.Http.HttpResults;
using Trialist.Registry;
using Trialist.Search;
using Trialist.Search.Queries;
using Trialist.Web.Finding;
using Trialist.Web.Studies;

namespace Trialist.Web.Api;

/// <summary>Files beside the pages: feed of a search, exports of a saved list, sitemap, robots.txt.</summary>
internal static class FilesApi
{
    private const int FeedLength = 50;
    private const int SitemapLength = 50_000; // limit of sitemaps.org
    private const string Atom = "http://www.w3.org/2005/Atom";

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/search.atom", FeedAsync).ExcludeFromDescription();
        routes.MapGet("/saved.csv", async (HttpRequest request, StudyRegistry registry, CancellationToken cancellation) =>
            Download(StudyCsv.Write(await SavedStudies.FindAsync(registry, request.Query["ids"], cancellation), request.PublicRoot()), "text/csv", "studies.csv")).ExcludeFromDescription();
        routes.MapGet("/saved.ris", async (HttpRequest request, StudyRegistry registry, CancellationToken cancellation) =>
            Download(StudyRis.Write(await SavedStudies.FindAsync(registry, request.Query["ids"], cancellation), request.PublicRoot()), "application/x-research-info-systems", "studies.ris")).ExcludeFromDescription();
        routes.MapGet("/saved.json", async (HttpRequest request, StudyRegistry registry, CancellationToken cancellation) =>
            TypedResults.Bytes(Json(await SavedStudies.FindAsync(registry, request.Query["ids"], cancellation)), "application/json; charset=utf-8", "studies.json")).ExcludeFromDescription();
        routes.MapGet("/sitemap.xml", SitemapAsync).ExcludeFromDescription();
        routes.MapGet("/robots.txt", (HttpRequest request) =>
            $"User-agent: *\nDisallow: /search?\nDisallow: /saved\nDisallow: /compare\nDisallow: /match\nDisallow: /screen\nDisallow: /fhir/\nDisallow: /api/\nSitemap: {request.PublicRoot()}/sitemap.xml\n").ExcludeFromDescription();
    }

    private static FileContentHttpResult Download(string text, string type, string name) => TypedResults.Bytes(Encoding.UTF8.GetBytes(text), $"{type}; charset=utf-8", name);

    private static async Task<Results<FileContentHttpResult, ValidationProblem>> FeedAsync(HttpRequest request, StudyRegistry registry, TimeProvider clock, CancellationToken cancellation)
    {
        var index = await registry.IndexAsync(cancellation);
        var asked = await SearchRequest.ReadAsync(request.Query, index, registry, cancellation);
        try
        {
            if (asked.Errors.Count == 0)
            {
                var found = index.Search(asked.Query with { Sort = StudySort.LastUpdate, Offset = 0, Limit = FeedLength, WithFacets = false });
                return TypedResults.Bytes(Feed(found, asked, request.PublicRoot(), clock.GetUtcNow()), "application/atom+xml; charset=utf-8");
            }
        }
        catch (QueryRefusedException e)
        {
            asked.Refuse(e.Parameter, e.Message);
        }

        return TypedResults.ValidationProblem(asked.Errors.ToDictionary(error => error.Key, error => new[] { error.Value }), title: "The search could not be understood.");
    }

    private static byte[] Feed(Trialist.Search.Results.SearchPage found, SearchRequest asked, string root, DateTimeOffset now)
    {
        using var stream = new MemoryStream();
        using (var xml = XmlWriter.Create(stream, new XmlWriterSettings { Encoding = new UTF8Encoding(false), Indent = true, CheckCharacters = false }))
        {
            xml.WriteStartElement("feed", Atom);
            xml.WriteElementString("title", Atom, $"Trialist: {(asked[SearchParameter.Text] is { } words ? Clean(words) : "studies")}");
            xml.WriteElementString("id", Atom, root + asked.Url("/search"));
            xml.WriteElementString("updated", Atom, Day(found.Hits.Select(hit => hit.Row.LastUpdate).FirstOrDefault(), now));
            Link(xml, "self", root + asked.Url("/search.atom"));
            Link(xml, "alternate", root + asked.Url("/search"));
            foreach (var hit in found.Hits)
            {
                xml.WriteStartElement("entry", Atom);
                xml.WriteElementString("title", Atom, Clean(hit.NctId.IsFictional ? $"{Fiction.Mark}: {hit.Row.Title}" : hit.Row.Title));
                xml.WriteElementString("id", Atom, $"{root}/studies/{hit.NctId}");
                xml.WriteElementString("updated", Atom, Day(hit.Row.LastUpdate, now));
                Link(xml, "alternate", $"{root}/studies/{hit.NctId}");
                xml.WriteStartElement("author", Atom);
                xml.WriteElementString("name", Atom, Clean(hit.Row.Sponsor ?? "Sponsor not stated"));
                xml.WriteEndElement();
                xml.WriteElementString("summary", Atom, Clean($"{Words.RegistryWords.Of("status", hit.Row.Status ?? "UNKNOWN").Label}. {MarkdownEscapes.Undo(hit.Row.Summary ?? "")}"));
                xml.WriteEndElement();
            }

            xml.WriteEndElement();
        }

        return stream.ToArray();
    }

    private static void Link(XmlWriter xml, string rel, string href)
    {
        xml.WriteStartElement("link", Atom);
        xml.WriteAttributeString("rel", rel);
        xml.WriteAttributeString("href", href);
        xml.WriteEndElement();
    }

    private static string Day(string? date, DateTimeOffset otherwise) =>
        PartialDate.TryParse(date, out var known) ? $"{known.Earliest:yyyy-MM-dd}T00:00:00Z" : $"{otherwise.UtcDateTime:yyyy-MM-dd}T00:00:00Z";

    // Characters that XML cannot hold at all would break the whole feed.
    private static string Clean(string text) => string.Concat(text.Where(XmlConvert.IsXmlChar));

    private static byte[] Json(IReadOnlyList<StoredStudy> studies)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream))
        {
            json.WriteStartArray();
            foreach (var study in studies)
            {
                json.WriteRawValue(study.MarkedJson().Span);
            }

            json.WriteEndArray();
        }

        return stream.ToArray();
    }

    private static async Task<FileContentHttpResult> SitemapAsync(HttpRequest request, StudyRegistry registry, CancellationToken cancellation)
    {
        var root = request.PublicRoot();
        var text = new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n");
        foreach (var page in new[] { "/", "/search", "/expert", "/locations", "/conditions", "/glossary", "/about" })
        {
            text.Append("<url><loc>").Append(root).Append(page).Append("</loc></url>\n");
        }

        var count = 6;
        await foreach (var study in registry.Store.AllAsync(cancellation))
        {
            if (!study.IsFictional() && count++ < SitemapLength)
            {
                text.Append("<url><loc>").Append(root).Append("/studies/").Append(study.NctId).Append("</loc>")
                    .Append(study.Version.LastUpdate is { IsExact: true } day ? $"<lastmod>{day}</lastmod>" : "").Append("</url>\n");
            }
        }

        return TypedResults.Bytes(Encoding.UTF8.GetBytes(text.Append("</urlset>\n").ToString()), "application/xml; charset=utf-8");
    }
}
