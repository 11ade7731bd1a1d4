using System.Text.Json;

namespace Trialist.Screening.Mitre;

/// <summary>Writes a study as a FHIR R4 <c>ResearchStudy</c>.</summary>
/// <remarks>Value sets: http://hl7.org/fhir/R4/researchstudy.html. Invented studies carry the security label HTEST, "test health data".</remarks>
public static class ResearchStudyJson
{
    private const string PhaseSystem = "http://terminology.hl7.org/CodeSystem/research-study-phase";

    /// <summary>Writes the resource as one object.</summary>
    public static void Write(Utf8JsonWriter json, Study study)
    {
        json.WriteStartObject();
        json.WriteString("resourceType", "ResearchStudy");
        json.WriteString("id", study.NctId.ToString());
        if (study.NctId.IsFictional)
        {
            WriteFictional(json);
        }

        json.WriteStartArray("identifier");
        json.WriteStartObject();
        json.WriteString("use", "official");
        json.WriteString("system", "http://clinicaltrials.gov");
        json.WriteString("value", study.NctId.ToString());
        json.WriteEndObject();
        json.WriteEndArray();
        Text(json, "title", study.BriefTitle);
        json.WriteString("status", Status(study.Status));
        WritePhase(json, study.Design.Phases);

        Texts(json, "condition", study.Conditions);
        Texts(json, "keyword", study.Keywords);
        Text(json, "description", study.BriefSummary);

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

    private static void WriteFictional(Utf8JsonWriter json)
    {
        json.WriteStartObject("meta");
        json.WriteStartArray("security");
        json.WriteStartObject();
        json.WriteString("system", "http://terminology.hl7.org/CodeSystem/v3-ActReason");
        json.WriteString("code", "HTEST");
        json.WriteString("display", "test health data");
        json.WriteEndObject();
        json.WriteEndArray();
        json.WriteEndObject();
    }

    // "phase-1", "early-phase-1", and "phase-1-phase-2" where the record names two.
    private static void WritePhase(Utf8JsonWriter json, ValueList<string> phases)
    {
        if (phases.IsEmpty)
        {
            return;
        }

        var code = phases is ["NA"] ? "n-a" : string.Join('-', phases.Select(phase =>
            phase.ToLowerInvariant().Replace("phase", "phase-", StringComparison.Ordinal).Replace("early_", "early-", StringComparison.Ordinal)));
        json.WriteStartObject("phase");
        json.WriteStartArray("coding");
        json.WriteStartObject();
        json.WriteString("system", PhaseSystem);
        json.WriteString("code", code);
        json.WriteEndObject();
        json.WriteEndArray();
        json.WriteString("text", code);
        json.WriteEndObject();
    }

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
            Text(json, "name", string.Join(", ", new[] { site.Facility, site.City, site.State, site.Country }.Where(part => !string.IsNullOrEmpty(part))));
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

    // FHIR knows no empty strings.
    private static void Text(Utf8JsonWriter json, string name, string? text)
    {
        if (!string.IsNullOrWhiteSpace(text))
        {
            json.WriteString(name, text);
        }
    }

    private static void Texts(Utf8JsonWriter json, string name, ValueList<string> texts)
    {
        var said = texts.Where(text => !string.IsNullOrWhiteSpace(text)).ToList();
        if (said.Count == 0)
        {
            return;
        }

        json.WriteStartArray(name);
        foreach (var text in said)
        {
            json.WriteStartObject();
            json.WriteString("text", text);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }
}
