using System.Text.Json;

namespace Trialist.Registry.Reading;

/// <content>Arms, outcomes, who may take part, where, and what was published.</content>
internal static partial class StudyParts
{
    private static Arm? ArmOf(JsonElement item) =>
        item.ValueKind == JsonValueKind.Object
            ? new Arm(item.Text("label") ?? "", item.Text("type"), item.Text("description"), item.Texts("interventionNames"))
            : null;

    private static Intervention? InterventionOf(JsonElement item) =>
        item.ValueKind == JsonValueKind.Object
            ? new Intervention(item.Text("type"), item.Text("name") ?? "", item.Text("description"), item.Texts("armGroupLabels"), item.Texts("otherNames"))
            : null;

    private static Outcome? OutcomeOf(JsonElement item) =>
        item.ValueKind == JsonValueKind.Object
            ? new Outcome(item.Text("measure") ?? "", item.Text("description"), item.Text("timeFrame"))
            : null;

    private static EligibilityRules EligibilityOf(JsonElement module) => new()
    {
        Text = module.Text("eligibilityCriteria"),
        Sex = module.Text("sex") switch { "ALL" => Sex.All, "FEMALE" => Sex.Female, "MALE" => Sex.Male, _ => null },
        GenderBased = module.Flag("genderBased") ?? false,
        MinimumAge = module.Text("minimumAge"),
        MaximumAge = module.Text("maximumAge"),
        StandardAges = module.Texts("stdAges"),
        HealthyVolunteers = module.Flag("healthyVolunteers"),
        StudyPopulation = module.Text("studyPopulation"),
        SamplingMethod = module.Text("samplingMethod"),
    };

    private static Contact? ContactOf(JsonElement item)
    {
        var contact = new Contact(item.Text("name") ?? "", item.Text("role"), item.Text("phone"), item.Text("phoneExt"), item.Text("email"), item.Text("affiliation"));
        return contact is { Name: "", Phone: null, Email: null } ? null : contact;
    }

    private static Site? SiteOf(JsonElement item)
    {
        if (item.ValueKind != JsonValueKind.Object)
        {
            return null;
        }

        var point = item.Part("geoPoint");
        return new Site(
            item.Text("facility"), item.Text("status"), item.Text("city"), item.Text("state"), item.Text("zip"), item.Text("country"),
            point.Degrees("lat", GreatestLatitude), point.Degrees("lon", GreatestLongitude), item.List("contacts", ContactOf));
    }

    private static Reference? ReferenceOf(JsonElement item) =>
        item.Text("citation") is { } citation ? new Reference(item.Text("pmid"), item.Text("type"), citation)
        : item.Text("pmid") is { } pmid ? new Reference(pmid, item.Text("type"), "")
        : null;

    private static Link? LinkOf(JsonElement item) => item.Text("url") is { } url ? new Link(item.Text("label"), url) : null;

    private static MeshTerm? MeshOf(JsonElement item) => item.Text("term") is { } term ? new MeshTerm(item.Text("id"), term) : null;
}
