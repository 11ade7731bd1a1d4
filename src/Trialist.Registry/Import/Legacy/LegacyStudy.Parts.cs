using System.Text.Json.Nodes;
using System.Xml.Linq;

namespace Trialist.Registry.Import.Legacy;

/// <content>Design, arms, eligibility, places and papers.</content>
internal static partial class LegacyStudy
{
    private const string PatientRegistry = "[Patient Registry]";

    private static JsonObject Design(XElement root)
    {
        var design = root.Element("study_design_info");
        var type = root.Text("study_type");
        var (masking, who) = LegacyValues.Masking(design.Text("masking"));
        return new JsonObject()
            .With("studyType", LegacyValues.Code(type?.Replace(PatientRegistry, "", StringComparison.Ordinal)))
            .With("patientRegistry", type?.Contains(PatientRegistry, StringComparison.Ordinal) == true ? JsonValue.Create(true) : null)
            .With("targetDuration", root.Text("target_duration"))
            .With("phases", LegacyValues.Phases(root.Text("phase")))
            .With("designInfo", new JsonObject()
                .With("allocation", design.Code("allocation"))
                .With("interventionModel", design.Code("intervention_model"))
                .With("interventionModelDescription", design.Text("intervention_model_description"))
                .With("primaryPurpose", design.Code("primary_purpose"))
                .With("observationalModel", design.Code("observational_model"))
                .With("timePerspective", design.Code("time_perspective"))
                .With("maskingInfo", new JsonObject()
                    .With("masking", masking)
                    .With("maskingDescription", design.Text("masking_description"))
                    .With("whoMasked", who)))
            .With("bioSpec", new JsonObject().With("retention", root.Code("biospec_retention")).With("description", root.Block("biospec_descr")))
            .With("enrollmentInfo", new JsonObject()
                .With("count", int.TryParse(root.Text("enrollment"), out var count) ? JsonValue.Create(count) : null)
                .With("type", LegacyValues.Code((string?)root.Element("enrollment")?.Attribute("type"))));
    }

    private static JsonObject Arms(XElement root)
    {
        var interventions = root.Elements("intervention").ToList();
        return new JsonObject()
            .With("armGroups", root.List("arm_group", arm => new JsonObject()
                .With("label", arm.Text("arm_group_label"))
                .With("type", arm.Code("arm_group_type"))
                .With("description", arm.Text("description"))
                .With("interventionNames", Array(interventions
                    .Where(intervention => intervention.Elements("arm_group_label").Any(label => label.Value.Trim() == arm.Text("arm_group_label")))
                    .Select(intervention => $"{intervention.Text("intervention_type")}: {intervention.Text("intervention_name")}")))))
            .With("interventions", root.List("intervention", intervention => new JsonObject()
                .With("type", intervention.Code("intervention_type"))
                .With("name", intervention.Text("intervention_name"))
                .With("description", intervention.Text("description"))
                .With("armGroupLabels", intervention.Texts("arm_group_label"))
                .With("otherNames", intervention.Texts("other_name"))));
    }

    private static JsonObject Eligibility(XElement? rules) => new JsonObject()
        .With("eligibilityCriteria", rules.Block("criteria"))
        .With("healthyVolunteers", rules.Text("healthy_volunteers") is { } healthy ? JsonValue.Create(healthy != "No") : null)
        .With("sex", rules.Code("gender"))
        .With("genderBased", rules.YesNo("gender_based"))
        .With("genderDescription", rules.Text("gender_description"))
        .With("minimumAge", LegacyValues.Age(rules.Text("minimum_age")))
        .With("maximumAge", LegacyValues.Age(rules.Text("maximum_age")))
        .With("stdAges", rules is null ? null : LegacyValues.StandardAges(rules.Text("minimum_age"), rules.Text("maximum_age")))
        .With("studyPopulation", rules.Block("study_pop"))
        .With("samplingMethod", rules.Code("sampling_method"));

    private static JsonObject Contacts(XElement root) => new JsonObject()
        .With("centralContacts", Array(People(root, "overall_contact", "overall_contact_backup")))
        .With("overallOfficials", root.List("overall_official", official => new JsonObject()
            .With("name", NameOf(official))
            .With("affiliation", official.Text("affiliation"))
            .With("role", official.Code("role"))))
        .With("locations", root.List("location", Location));

    private static JsonObject Location(XElement location)
    {
        var facility = location.Element("facility");
        var address = facility?.Element("address");
        var investigators = location.Elements("investigator").Select(person => new JsonObject().With("name", NameOf(person)).With("role", person.Code("role")));
        return new JsonObject()
            .With("facility", facility.Text("name"))
            .With("status", location.Code("status"))
            .With("city", address.Text("city"))
            .With("state", address.Text("state"))
            .With("zip", address.Text("zip"))
            .With("country", address.Text("country"))
            .With("contacts", Array(People(location, "contact", "contact_backup").Concat(investigators)));
    }

    private static IEnumerable<JsonObject> People(XElement parent, params string[] names) =>
        names.SelectMany(name => parent.Elements(name)).Select(person => new JsonObject()
            .With("name", NameOf(person))
            .With("role", "CONTACT")
            .With("phone", person.Text("phone"))
            .With("phoneExt", person.Text("phone_ext"))
            .With("email", person.Text("email")));

    private static string? NameOf(XElement person)
    {
        var name = string.Join(' ', new[] { person.Text("first_name"), person.Text("middle_name"), person.Text("last_name") }.OfType<string>());
        return (name, person.Text("degrees")) switch
        {
            ("", _) => null,
            (_, null) => name,
            (_, { } degrees) => $"{name}, {degrees}",
        };
    }

    private static JsonObject References(XElement root)
    {
        var references = root.Elements("reference").Select(reference => (reference, type: "BACKGROUND"))
            .Concat(root.Elements("results_reference").Select(reference => (reference, type: "RESULT")));
        return new JsonObject()
            .With("references", Array(references.Select(entry => new JsonObject()
                .With("pmid", entry.reference.Text("PMID"))
                .With("type", entry.type)
                .With("citation", entry.reference.Text("citation")))))
            .With("seeAlsoLinks", root.List("link", link => new JsonObject().With("label", link.Text("description")).With("url", link.Text("url"))))
            .With("availIpds", root.Element("study_docs").List("study_doc", document => new JsonObject()
                .With("id", document.Text("doc_id"))
                .With("type", document.Text("doc_type"))
                .With("url", document.Text("doc_url"))
                .With("comment", document.Text("doc_comment"))));
    }

    private static JsonObject Sharing(XElement? data) => new JsonObject()
        .With("ipdSharing", data.Code("sharing_ipd"))
        .With("description", data.Text("ipd_description"))
        .With("infoTypes", data is null ? null : Array(data.Elements("ipd_info_type").Select(type => LegacyValues.Code(type.Value)).OfType<string>()))
        .With("timeFrame", data.Text("ipd_time_frame"))
        .With("accessCriteria", data.Text("ipd_access_criteria"))
        .With("url", data.Text("ipd_url"));

    private static JsonObject Unposted(XElement? pending) => new JsonObject().With(
        "unpostedEvents",
        pending is null ? null : Array(pending.Elements().Select(happening => new JsonObject()
            .With("type", happening.Name.LocalName switch { "submitted" => "RELEASE", "returned" => "RESET", _ => "UNRELEASE" })
            .With("date", LegacyValues.Date(happening.Value)))));

    private static JsonArray? Documents(XElement? section) => section.List("provided_document", document => new JsonObject()
        .With("hasProtocol", document.YesNo("document_has_protocol"))
        .With("hasSap", document.YesNo("document_has_sap"))
        .With("hasIcf", document.YesNo("document_has_icf"))
        .With("label", document.Text("document_type"))
        .With("date", document.Date("document_date"))
        .With("filename", document.Text("document_url")?.Split('/')[^1]));

    private static JsonArray Array(IEnumerable<JsonObject> items) => new(items.ToArray<JsonNode>());

    private static JsonArray Array(IEnumerable<string> items) => new(items.Select(item => (JsonNode)item).ToArray());
}
