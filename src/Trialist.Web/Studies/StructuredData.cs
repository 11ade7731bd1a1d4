using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Html;

namespace Trialist.Web.Studies;

/// <summary>A study as schema.org's MedicalTrial or MedicalObservationalStudy, for search engines.</summary>
internal static class StructuredData
{
    public static IHtmlContent Script(Study study, string url)
    {
        var trial = new JsonObject
        {
            ["@context"] = "https://schema.org",
            ["@type"] = study.Design.StudyType == "OBSERVATIONAL" ? "MedicalObservationalStudy" : "MedicalTrial",
            ["name"] = study.BriefTitle,
            ["alternateName"] = study.OfficialTitle,
            ["identifier"] = study.NctId.ToString(),
            ["url"] = url,
            ["description"] = study.BriefSummary is { } summary ? MarkdownEscapes.Undo(summary) : null,
            ["status"] = StatusOf(study.Status) is { } status ? $"https://schema.org/{status}" : null,
            ["phase"] = study.Design.Phases.IsEmpty ? null : string.Join("/", study.Design.Phases.Select(phase => Words.RegistryWords.Of("phase", phase).Label)),
            ["sponsor"] = study.Sponsor is { } sponsor ? new JsonObject { ["@type"] = "Organization", ["name"] = sponsor.Name } : null,
            ["healthCondition"] = new JsonArray([.. study.Conditions.Select(JsonNode (name) => new JsonObject { ["@type"] = "MedicalCondition", ["name"] = name })]),
            ["studyLocation"] = new JsonArray([.. study.Sites.Select(site => site.Country).OfType<string>().Distinct().Select(JsonNode (name) => new JsonObject { ["@type"] = "AdministrativeArea", ["name"] = name })]),
        };
        foreach (var empty in trial.Where(entry => entry.Value is null or JsonArray { Count: 0 }).Select(entry => entry.Key).ToList())
        {
            trial.Remove(empty);
        }

        // The default encoder escapes <, > and &, so that no text can end the element.
        return new HtmlString($"<script type=\"application/ld+json\">{trial.ToJsonString(JsonSerializerOptions.Default)}</script>");
    }

    private static string? StatusOf(string? status) => status switch
    {
        "RECRUITING" => "Recruiting",
        "NOT_YET_RECRUITING" => "NotYetRecruiting",
        "ENROLLING_BY_INVITATION" => "EnrollingByInvitation",
        "ACTIVE_NOT_RECRUITING" => "ActiveNotRecruiting",
        "COMPLETED" => "Completed",
        "SUSPENDED" => "Suspended",
        "TERMINATED" => "Terminated",
        "WITHDRAWN" => "Withdrawn",
        _ => null,
    };
}
