using System.Text.Json;
using static Trialist.Specs.Demo.DemoStudies;

namespace Trialist.Specs.Demo;

/// <summary>The demo registry keeps to the shape and the values of the ClinicalTrials.gov API v2.</summary>
public sealed class DemoShapeTests
{
    [Theory]
    [MemberData(nameof(DemoStudies.Rows), MemberType = typeof(DemoStudies))]
    public void Study_HasTheModulesThatEveryRecordHas(string name)
    {
        string[] modules =
        [
            "identificationModule.briefTitle", "identificationModule.orgStudyIdInfo.id", "statusModule.overallStatus", "statusModule.lastUpdatePostDateStruct.date",
            "sponsorCollaboratorsModule.leadSponsor.name", "descriptionModule.briefSummary", "conditionsModule.conditions", "designModule.studyType",
            "armsInterventionsModule", "eligibilityModule.eligibilityCriteria", "eligibilityModule.sex", "eligibilityModule.stdAges",
        ];

        Assert.All(modules, path => Assert.NotNull(At(Protocol(name), path)));
        Assert.NotNull(At(Get(name), "hasResults"));
    }

    [Theory]
    [MemberData(nameof(DemoStudies.Rows), MemberType = typeof(DemoStudies))]
    public void Value_OfAListOfTheRegistry_IsOnThatList(string name)
    {
        var study = Get(name);
        foreach (var (path, values) in RegistryValues.ByPath)
        {
            var found = Walk(study).Where(entry => entry.Path == path)
                .SelectMany(entry => entry.Value.ValueKind == JsonValueKind.Array ? entry.Value.EnumerateArray().ToArray() : [entry.Value]);

            Assert.All(found, value => Assert.Contains(value.GetString()!, values));
        }
    }

    [Theory]
    [MemberData(nameof(DemoStudies.Rows), MemberType = typeof(DemoStudies))]
    public void Study_SaysNothingEmpty(string name)
    {
        var empty = Walk(Get(name)).Where(entry => entry.Value.ValueKind switch
        {
            JsonValueKind.Null => true,
            JsonValueKind.String => string.IsNullOrWhiteSpace(entry.Value.GetString()),
            JsonValueKind.Array => entry.Value.GetArrayLength() == 0,
            // The registry itself writes an expanded access or interventions module without content as an empty object.
            JsonValueKind.Object => entry.Path.Count(c => c == '.') > 1 && !entry.Value.EnumerateObject().Any(),
            _ => false,
        });

        Assert.Empty(empty.Select(entry => entry.Path));
    }

    [Theory]
    [MemberData(nameof(DemoStudies.Rows), MemberType = typeof(DemoStudies))]
    public void Design_FitsTheStudyType(string name)
    {
        var design = At(Protocol(name), "designModule")!.Value;
        var type = Text(design, "studyType");

        Assert.Equal(type == "INTERVENTIONAL", At(design, "phases") is not null);
        Assert.Equal(type == "INTERVENTIONAL", At(design, "designInfo.primaryPurpose") is not null);
        Assert.Equal(type == "OBSERVATIONAL", At(design, "designInfo.observationalModel") is not null);
        Assert.Equal(type == "EXPANDED_ACCESS", At(design, "expandedAccessTypes") is not null);
        Assert.Equal(type == "EXPANDED_ACCESS", At(design, "enrollmentInfo") is null);
        Assert.Equal(type == "OBSERVATIONAL", At(Protocol(name), "eligibilityModule.samplingMethod") is not null);
    }

    [Theory]
    [MemberData(nameof(DemoStudies.Rows), MemberType = typeof(DemoStudies))]
    public void Masking_NamesAsManyKindsOfPeopleAsItCounts(string name)
    {
        var masking = At(Protocol(name), "designModule.designInfo.maskingInfo");
        var masked = masking is null ? 0 : Items(masking.Value, "whoMasked").Length;
        var kind = masking is null ? "NONE" : Text(masking.Value, "masking");

        Assert.Equal(kind switch { "SINGLE" => 1, "DOUBLE" => 2, "TRIPLE" => 3, "QUADRUPLE" => 4, _ => 0 }, masked);
    }

    [Theory]
    [MemberData(nameof(DemoStudies.Rows), MemberType = typeof(DemoStudies))]
    public void Arm_NamesItsInterventions_AndTheyNameIt(string name)
    {
        var arms = Items(Protocol(name), "armsInterventionsModule.armGroups");
        var interventions = Items(Protocol(name), "armsInterventionsModule.interventions");
        var fromArms = arms.SelectMany(arm => Items(arm, "interventionNames").Select(item => (Arm: Text(arm, "label")!, Name: item.GetString()!)));
        var fromInterventions = interventions.SelectMany(item => Items(item, "armGroupLabels")
            .Select(label => (Arm: label.GetString()!, Name: $"{RegistryValues.InterventionPrefix[Text(item, "type")!]}: {Text(item, "name")}")));

        Assert.Equal(fromArms.Order(), fromInterventions.Order());
        Assert.Distinct(arms.Select(arm => Text(arm, "label")));
    }

    [Theory]
    [MemberData(nameof(DemoStudies.Rows), MemberType = typeof(DemoStudies))]
    public void Results_ArePresentExactlyWhereTheRecordSaysSo(string name)
    {
        var study = Get(name);
        var has = At(study, "resultsSection") is not null;

        Assert.Equal(has, study.GetProperty("hasResults").GetBoolean());
        Assert.Equal(has, At(study, "protocolSection.statusModule.resultsFirstPostDateStruct") is not null);
    }

    [Theory]
    [MemberData(nameof(DemoStudies.Rows), MemberType = typeof(DemoStudies))]
    public void MeshTerm_HasOneIdEverywhere(string name)
    {
        var here = Terms(Get(name)).ToArray();

        Assert.All(here, term => Assert.Matches("^[DC][0-9]{6,9}$", term.Id));
        Assert.All(here, term => Assert.Single(All.SelectMany(Terms).Where(other => other.Term == term.Term).Select(other => other.Id).Distinct()));
    }

    private static IEnumerable<(string Term, string Id)> Terms(JsonElement study) =>
        from module in new[] { "conditionBrowseModule", "interventionBrowseModule" }
        from list in new[] { "meshes", "ancestors" }
        from item in Items(study, $"derivedSection.{module}.{list}")
        select (Text(item, "term")!, Text(item, "id")!);
}
