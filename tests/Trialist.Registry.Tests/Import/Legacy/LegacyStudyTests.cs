using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Xml.Linq;
using Trialist.Testing;

namespace Trialist.Registry.Import.Legacy;

public sealed class LegacyStudyTests
{
    /// <summary>XML inside clinical_study, a path into the v2 record, and what stands there.</summary>
    [Theory]
    [InlineData("<overall_status>Active, not recruiting</overall_status>", "protocolSection.statusModule.overallStatus", "ACTIVE_NOT_RECRUITING")]
    [InlineData("<overall_status>Unknown status</overall_status>", "protocolSection.statusModule.overallStatus", "UNKNOWN")]
    [InlineData("<phase>Phase 1/Phase 2</phase>", "protocolSection.designModule.phases", """["PHASE1","PHASE2"]""")]
    [InlineData("<phase>N/A</phase>", "protocolSection.designModule.phases", """["NA"]""")]
    [InlineData("<phase>Early Phase 1</phase>", "protocolSection.designModule.phases", """["EARLY_PHASE1"]""")]
    [InlineData("<study_type>Observational [Patient Registry]</study_type>", "protocolSection.designModule", """{"studyType":"OBSERVATIONAL","patientRegistry":true}""")]
    [InlineData("<study_design_info><masking>None (Open Label)</masking></study_design_info>", "protocolSection.designModule.designInfo.maskingInfo", """{"masking":"NONE"}""")]
    [InlineData("<study_design_info><masking>Double (Participant, Outcomes Assessor)</masking></study_design_info>", "protocolSection.designModule.designInfo.maskingInfo", """{"masking":"DOUBLE","whoMasked":["PARTICIPANT","OUTCOMES_ASSESSOR"]}""")]
    [InlineData("<start_date type=\"Anticipated\">July 2000</start_date>", "protocolSection.statusModule.startDateStruct", """{"date":"2000-07","type":"ESTIMATED"}""")]
    [InlineData("<last_update_posted type=\"Actual\">July 9, 2016</last_update_posted>", "protocolSection.statusModule.lastUpdatePostDateStruct", """{"date":"2016-07-09","type":"ACTUAL"}""")]
    [InlineData("<enrollment type=\"Anticipated\">36</enrollment>", "protocolSection.designModule.enrollmentInfo", """{"count":36,"type":"ESTIMATED"}""")]
    [InlineData("<eligibility><gender>Both</gender><minimum_age>18 Years</minimum_age><maximum_age>N/A</maximum_age><healthy_volunteers>Accepts Healthy Volunteers</healthy_volunteers></eligibility>", "protocolSection.eligibilityModule", """{"healthyVolunteers":true,"sex":"ALL","minimumAge":"18 Years","stdAges":["ADULT","OLDER_ADULT"]}""")]
    [InlineData("<eligibility><minimum_age>6 Months</minimum_age><maximum_age>17 Years</maximum_age></eligibility>", "protocolSection.eligibilityModule.stdAges", """["CHILD"]""")]
    [InlineData("<brief_summary><textblock>\n      This text was broken by the registry where its next word would have reached the edge of the\r\n      column, and goes on.\r\n      This break is the author's.\r\n\r\n      New.\n   </textblock></brief_summary>", "protocolSection.descriptionModule.briefSummary", "This text was broken by the registry where its next word would have reached the edge of the column, and goes on.\nThis break is the author's.\n\nNew.")]
    [InlineData("<eligibility><criteria><textblock>\n   Inclusion:\r\n\r\n     - one\r\n   </textblock></criteria></eligibility>", "protocolSection.eligibilityModule.eligibilityCriteria", "Inclusion:\n\n  - one")]
    [InlineData("<arm_group><arm_group_label>A</arm_group_label></arm_group><intervention><intervention_type>Drug</intervention_type><intervention_name>X</intervention_name><arm_group_label>A</arm_group_label></intervention>", "protocolSection.armsInterventionsModule.armGroups", """[{"label":"A","interventionNames":["Drug: X"]}]""")]
    [InlineData("<overall_contact><first_name>Ann</first_name><last_name>Lee</last_name><degrees>MD</degrees></overall_contact>", "protocolSection.contactsLocationsModule.centralContacts", """[{"name":"Ann Lee, MD","role":"CONTACT"}]""")]
    [InlineData("<sponsors><lead_sponsor><agency>S</agency><agency_class>U.S. Fed</agency_class></lead_sponsor></sponsors>", "protocolSection.sponsorCollaboratorsModule.leadSponsor", """{"name":"S","class":"FED"}""")]
    [InlineData("<clinical_results><outcome_list><outcome><group_list><group group_id=\"O2\"/></group_list></outcome></outcome_list></clinical_results>", "resultsSection.outcomeMeasuresModule.outcomeMeasures", """[{"reportingStatus":"NOT_POSTED","groups":[{"id":"OG001"}]}]""")]
    public void Element_IsMappedToItsPlaceInV2(string xml, string path, string expected)
    {
        Assert.True(LegacyStudy.TryConvert(Encoding.UTF8.GetBytes($"<clinical_study>{xml}</clinical_study>"), out var json, out var reason), reason);

        var node = path.Split('.').Aggregate(JsonNode.Parse(json), (at, name) => at![name]);

        Assert.Equal(expected, node is JsonValue value ? value.ToString() : node!.ToJsonString());
    }

    [Fact]
    public void DeepXml_IsRejectedWithItsReason()
    {
        var deep = string.Concat(Enumerable.Repeat("<a>", 200_000)) + string.Concat(Enumerable.Repeat("</a>", 200_000));

        Assert.False(LegacyStudy.TryConvert($"<clinical_study>{deep}</clinical_study>", out _, out var reason));
        Assert.Equal("it has parts within parts more than 64 deep, which no real record has", reason);
    }

    [Fact]
    public void RealRecords_UseOnlyValuesOfTheirLists()
    {
        var values = JsonNode.Parse(File.ReadAllText(SharedData.Require("ctgov/enums.json")))!.AsObject()
            .SelectMany(type => type.Value!.AsArray()).Select(value => value!.GetValue<string>()).ToHashSet(StringComparer.Ordinal);
        string[] free = ["statusModule", "referencesModule", "participantFlowModule"];
        var unknown = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var record in Records())
        {
            Visit(record, "", (path, value) =>
            {
                var name = path[(path.LastIndexOf('.') + 1)..];
                var closed = name is "overallStatus" or "lastKnownStatus" or "class" or "studyType" or "phases" or "allocation" or "interventionModel" or "primaryPurpose"
                    or "masking" or "whoMasked" or "observationalModel" or "timePerspective" or "sex" or "stdAges" or "samplingMethod" or "retention" or "ipdSharing" or "infoTypes"
                    or "nonInferiorityType" or "ciNumSides" or "assessmentType" or "role" or "paramType" or "dispersionType" or "type";
                var isFree = free.Any(part => path.Contains(part, StringComparison.Ordinal) && name == "type" && !path.Contains("Struct", StringComparison.Ordinal)) || path.Contains("analyses.paramType", StringComparison.Ordinal) || path.Contains("analyses.dispersionType", StringComparison.Ordinal);
                if (closed && !isFree && !values.Contains(value))
                {
                    unknown.Add($"{path}: {value}");
                }
            });
        }

        Assert.Empty(unknown);
    }

    [Fact]
    public void RealRecords_LoseNoText()
    {
        // What is left out on purpose: the download's own remarks, what follows from other elements, and what became a value or a date.
        string[] leftOut = ["required_header", "location_countries", "number_of_arms", "number_of_groups"];
        var lost = new SortedDictionary<string, int>(StringComparer.Ordinal);
        foreach (var (xml, json) in SharedData.ReadLines("studies-legacy-xml.ndjson.zst").Select(Pair))
        {
            var texts = new HashSet<string>(StringComparer.Ordinal);
            Visit(json, "", (_, value) => texts.Add(string.Concat(value.Where(char.IsLetterOrDigit))));
            var all = string.Join('\n', texts);
            foreach (var leaf in xml.Descendants().Where(element => !element.HasElements && element.Value.Trim().Length > 40 && !element.AncestorsAndSelf().Any(up => leftOut.Contains(up.Name.LocalName))))
            {
                var text = string.Concat(leaf.Value.Where(char.IsLetterOrDigit));
                if (!texts.Contains(text) && !all.Contains(text, StringComparison.Ordinal))
                {
                    lost[leaf.Name.LocalName] = lost.GetValueOrDefault(leaf.Name.LocalName) + 1;
                }
            }
        }

        // Closed sentences that became values, and the address of a file whose name is kept.
        Assert.Equal(["document_url", "masking", "pi_employee", "restrictive_agreement"], lost.Keys);
    }

    private static IEnumerable<JsonNode> Records() => SharedData.ReadLines("studies-legacy-xml.ndjson.zst").Select(line => Pair(line).Json);

    private static (XElement Xml, JsonNode Json) Pair(string line)
    {
        var xml = JsonDocument.Parse(line).RootElement.GetProperty("xml").GetString()!;
        Assert.True(LegacyStudy.TryConvert(xml, out var json, out var reason), reason);
        return (XElement.Parse(xml), JsonNode.Parse(json)!);
    }

    private static void Visit(JsonNode? node, string path, Action<string, string> see)
    {
        switch (node)
        {
            case JsonObject members:
                foreach (var (name, value) in members)
                {
                    Visit(value, $"{path}.{name}", see);
                }

                break;
            case JsonArray items:
                foreach (var item in items)
                {
                    Visit(item, path, see);
                }

                break;
            case JsonValue value:
                see(path, value.ToString());
                break;
        }
    }
}
