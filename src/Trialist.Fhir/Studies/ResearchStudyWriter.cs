using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Trialist.Fhir.Studies;

/// <summary>Writes a study as a FHIR R4 ResearchStudy; sponsor and sites are contained in it, so that the resource stands alone.</summary>
public static class ResearchStudyWriter
{
    private const string Registry = "http://clinicaltrials.gov";
    private const string PhaseSystem = "http://terminology.hl7.org/CodeSystem/research-study-phase";
    private const string PurposeSystem = "http://terminology.hl7.org/CodeSystem/research-study-prim-purp-type";
    private const string MeshSystem = "https://www.nlm.nih.gov/mesh";
    private const string AbsentReason = "http://hl7.org/fhir/StructureDefinition/data-absent-reason";

    private static readonly JsonSerializerOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The resource as UTF-8 JSON.</summary>
    /// <param name="study">The study.</param>
    /// <param name="address">Where people read about it.</param>
    public static byte[] Write(Study study, string address)
    {
        var resource = new JsonObject { ["resourceType"] = "ResearchStudy", ["id"] = study.NctId.ToString() };
        Add(resource, "contained", Contained(study));
        Add(resource, "identifier", Identifiers(study));
        AddText(resource, "title", study.OfficialTitle ?? study.BriefTitle);
        AddStatus(resource, study.Status);
        AddPurposeAndPhase(resource, study.Design);
        Add(resource, "condition", Conditions(study));
        Add(resource, "contact", study.CentralContacts.Select(ContactOf));
        Add(resource, "relatedArtifact", [new JsonObject { ["type"] = "documentation", ["url"] = address }]);
        Add(resource, "keyword", study.Keywords.Select(Concept));
        Add(resource, "location", study.Sites.Select(site => site.Country).OfType<string>().Distinct(StringComparer.Ordinal).Select(Concept));
        AddText(resource, "description", study.BriefSummary);
        AddPeriod(resource, study.Dates);
        if (study.Sponsor is not null)
        {
            resource["sponsor"] = new JsonObject { ["reference"] = "#sponsor", ["display"] = study.Sponsor.Name };
        }

        Add(resource, "site", study.Sites.Select((_, i) => new JsonObject { ["reference"] = $"#site{i + 1}" }));
        if (study.WhyStopped is not null)
        {
            resource["reasonStopped"] = Concept(study.WhyStopped);
        }

        Add(resource, "arm", study.Arms.Where(arm => arm.Label.Length > 0).Select(ArmOf));
        Add(resource, "objective", study.PrimaryOutcomes.Select(outcome => Objective(outcome, "primary")).Concat(study.SecondaryOutcomes.Select(outcome => Objective(outcome, "secondary"))));
        return JsonSerializer.SerializeToUtf8Bytes(resource, Plain);
    }

    private static IEnumerable<JsonObject> Contained(Study study)
    {
        if (study.Sponsor is not null)
        {
            yield return new JsonObject { ["resourceType"] = "Organization", ["id"] = "sponsor", ["name"] = study.Sponsor.Name };
        }

        for (var i = 0; i < study.Sites.Count; i++)
        {
            yield return SiteOf(study.Sites[i], $"site{i + 1}");
        }
    }

    private static JsonObject SiteOf(Site site, string id)
    {
        var location = new JsonObject { ["resourceType"] = "Location", ["id"] = id };
        AddText(location, "name", site.Facility);
        var address = new JsonObject();
        AddText(address, "city", site.City);
        AddText(address, "state", site.State);
        AddText(address, "postalCode", site.Zip);
        AddText(address, "country", site.Country);
        if (address.Count > 0)
        {
            location["address"] = address;
        }

        if (site is { Latitude: { } latitude, Longitude: { } longitude })
        {
            location["position"] = new JsonObject { ["longitude"] = longitude, ["latitude"] = latitude };
        }

        return location;
    }

    private static IEnumerable<JsonObject> Identifiers(Study study)
    {
        yield return new JsonObject { ["use"] = "official", ["system"] = Registry, ["value"] = study.NctId.ToString() };
        foreach (var other in study.SecondaryIds.Select(id => id.Id).Prepend(study.OrgStudyId).OfType<string>())
        {
            yield return new JsonObject { ["use"] = "secondary", ["value"] = other };
        }
    }

    // The status is mandatory in R4; where the registry does not know it, its absence is said in FHIR's own way.
    private static void AddStatus(JsonObject resource, string? status)
    {
        if (StatusOf(status) is { } code)
        {
            resource["status"] = code;
        }
        else
        {
            resource["_status"] = new JsonObject { ["extension"] = new JsonArray(new JsonObject { ["url"] = AbsentReason, ["valueCode"] = "unknown" }) };
        }
    }

    private static string? StatusOf(string? status) => status switch
    {
        "RECRUITING" or "ENROLLING_BY_INVITATION" or "AVAILABLE" => "active",
        "NOT_YET_RECRUITING" => "approved",
        "ACTIVE_NOT_RECRUITING" or "NO_LONGER_AVAILABLE" or "APPROVED_FOR_MARKETING" => "closed-to-accrual",
        "SUSPENDED" or "TEMPORARILY_NOT_AVAILABLE" => "temporarily-closed-to-accrual",
        "TERMINATED" => "closed-to-accrual-and-intervention",
        "COMPLETED" => "completed",
        "WITHDRAWN" => "withdrawn",
        _ => null,
    };

    private static void AddPurposeAndPhase(JsonObject resource, StudyDesign design)
    {
        if (design.PrimaryPurpose is { } purpose)
        {
            var code = purpose.ToLowerInvariant().Replace('_', '-');
            resource["primaryPurposeType"] = code is "ect" or "other" ? Concept(purpose) : Coded(PurposeSystem, code, purpose);
        }

        if (!design.Phases.IsEmpty)
        {
            var code = string.Join('-', design.Phases.Select(phase => phase switch { "NA" => "n-a", "EARLY_PHASE1" => "early-phase-1", _ => phase.ToLowerInvariant().Replace("phase", "phase-", StringComparison.Ordinal) }));
            resource["phase"] = Coded(PhaseSystem, code, string.Join('/', design.Phases));
        }

        Add(resource, "category", design.StudyType is { } type ? [Concept(type)] : []);
    }

    private static IEnumerable<JsonObject> Conditions(Study study) =>
        study.Conditions.Select(Concept).Concat(study.ConditionMesh.Select(mesh => mesh.Id is null ? Concept(mesh.Term) : Coded(MeshSystem, mesh.Id, mesh.Term)));

    private static JsonObject ContactOf(Contact contact)
    {
        var detail = new JsonObject();
        AddText(detail, "name", contact.Name);
        Add(detail, "telecom", new[] { ("phone", contact.Phone), ("email", contact.Email) }
            .Where(way => way.Item2 is not null).Select(way => new JsonObject { ["system"] = way.Item1, ["value"] = way.Item2 }));
        return detail;
    }

    private static void AddPeriod(JsonObject resource, StudyDates dates)
    {
        var period = new JsonObject();
        AddText(period, "start", dates.Start?.ToString());
        AddText(period, "end", dates.Completion?.ToString());
        if (period.Count > 0)
        {
            resource["period"] = period;
        }
    }

    private static JsonObject ArmOf(Arm arm)
    {
        var node = new JsonObject { ["name"] = arm.Label };
        if (arm.Type is not null)
        {
            node["type"] = Concept(arm.Type);
        }

        AddText(node, "description", arm.Description);
        return node;
    }

    private static JsonObject Objective(Outcome outcome, string type) => new() { ["name"] = outcome.Measure, ["type"] = Concept(type) };

    private static JsonObject Concept(string text) => new() { ["text"] = text };

    private static JsonObject Coded(string system, string code, string text) => new()
    {
        ["coding"] = new JsonArray(new JsonObject { ["system"] = system, ["code"] = code }),
        ["text"] = text,
    };

    private static void AddText(JsonObject node, string name, string? text)
    {
        if (!string.IsNullOrWhiteSpace(text))
        {
            node[name] = text;
        }
    }

    // FHIR knows no empty arrays.
    private static void Add(JsonObject node, string name, IEnumerable<JsonObject> items)
    {
        if (items.Where(item => item.Count > 0).ToArray<JsonNode>() is { Length: > 0 } some)
        {
            node[name] = new JsonArray(some);
        }
    }
}
