using System.Text.Json;

namespace Trialist.Screening.Mitre;

/// <summary>Writes a study as the FHIR R4 <c>ResearchStudy</c> that a searchset entry holds.</summary>
internal static class ResearchStudyJson
{
    public static void Write(Utf8JsonWriter json, Study study)
    {
        json.WriteStartObject("resource");
        json.WriteString("resourceType", "ResearchStudy");
        json.WriteString("id", study.NctId.ToString());
        json.WriteStartArray("identifier");
        json.WriteStartObject();
        json.WriteString("use", "official");
        json.WriteString("system", "http://clinicaltrials.gov");
        json.WriteString("value", study.NctId.ToString());
        json.WriteEndObject();
        json.WriteEndArray();
        json.WriteString("title", study.BriefTitle);
        json.WriteString("status", Status(study.Status));
        if (study.Design.Phases is [var phase, ..])
        {
            json.WriteStartObject("phase");
            json.WriteString("text", phase.ToLowerInvariant().Replace("phase", "phase-", StringComparison.Ordinal).Replace("early_", "early-", StringComparison.Ordinal));
            json.WriteEndObject();
        }

        Texts(json, "condition", study.Conditions);
        Texts(json, "keyword", study.Keywords);
        if (study.BriefSummary is { } summary)
        {
            json.WriteString("description", summary);
        }

        WriteSites(json, study.Sites);
        json.WriteEndObject();
    }

    // FHIR R4's ResearchStudyStatus for the registry's values.
    private static string Status(string? status) => status switch
    {
        "RECRUITING" or "ENROLLING_BY_INVITATION" or "AVAILABLE" => "active",
        "NOT_YET_RECRUITING" => "approved",
        "ACTIVE_NOT_RECRUITING" or "NO_LONGER_AVAILABLE" => "closed-to-accrual",
        "COMPLETED" or "APPROVED_FOR_MARKETING" => "completed",
        "SUSPENDED" => "temporarily-closed-to-accrual",
        "TERMINATED" => "administratively-completed",
        "WITHDRAWN" => "withdrawn",
        _ => "in-review",
    };

    private static void WriteSites(Utf8JsonWriter json, ValueList<Site> sites)
    {
        if (sites.IsEmpty)
        {
            return;
        }

        json.WriteStartArray("contained");
        for (var index = 0; index < sites.Count; index++)
        {
            var site = sites[index];
            json.WriteStartObject();
            json.WriteString("resourceType", "Location");
            json.WriteString("id", $"location-{index}");
            json.WriteString("name", string.Join(", ", new[] { site.Facility, site.City, site.State, site.Country }.Where(part => !string.IsNullOrEmpty(part))));
            if (site is { Latitude: { } latitude, Longitude: { } longitude })
            {
                json.WriteStartObject("position");
                json.WriteNumber("longitude", longitude);
                json.WriteNumber("latitude", latitude);
                json.WriteEndObject();
            }

            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteStartArray("site");
        for (var index = 0; index < sites.Count; index++)
        {
            json.WriteStartObject();
            json.WriteString("reference", $"#location-{index}");
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void Texts(Utf8JsonWriter json, string name, ValueList<string> texts)
    {
        if (texts.IsEmpty)
        {
            return;
        }

        json.WriteStartArray(name);
        foreach (var text in texts)
        {
            json.WriteStartObject();
            json.WriteString("text", text);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }
}
