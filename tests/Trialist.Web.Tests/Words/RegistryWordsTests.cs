using System.Text.Json;
using Trialist.Testing;
using Trialist.Web.Words;

namespace Trialist.Web.Tests.Words;

public sealed class RegistryWordsTests
{
    [Theory]
    [InlineData("status", "Status")]
    [InlineData("status", "RecruitmentStatus")]
    [InlineData("phase", "Phase")]
    [InlineData("studyType", "StudyType")]
    [InlineData("sex", "Sex")]
    [InlineData("ageGroup", "StandardAge")]
    [InlineData("sampling", "SamplingMethod")]
    [InlineData("funder", "AgencyClass")]
    [InlineData("allocation", "DesignAllocation")]
    [InlineData("model", "InterventionalAssignment")]
    [InlineData("purpose", "PrimaryPurpose")]
    [InlineData("observationalModel", "ObservationalModel")]
    [InlineData("timePerspective", "DesignTimePerspective")]
    [InlineData("masking", "DesignMasking")]
    [InlineData("whoMasked", "WhoMasked")]
    [InlineData("armType", "ArmGroupType")]
    [InlineData("intervention", "InterventionType")]
    [InlineData("role", "ContactRole")]
    [InlineData("reference", "ReferenceType")]
    [InlineData("idType", "SecondaryIdType")]
    public void Words_HoldEveryValueOfTheRegistry(string kind, string type)
    {
        using var enums = JsonDocument.Parse(File.ReadAllText(SharedData.Require("ctgov/enums.json")));
        var values = enums.RootElement.GetProperty(type).EnumerateArray().Select(value => value.GetString()!);

        Assert.All(values, value => Assert.True(RegistryWords.Holds(kind, value), value));
    }

    [Fact]
    public void Word_ForAnUnknownValue_IsShownAsItCanBestBeRead() => Assert.Equal("Brand new value", RegistryWords.Of("status", "BRAND_NEW_VALUE").Label);
}
