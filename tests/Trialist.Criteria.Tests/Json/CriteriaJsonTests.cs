using Trialist.Criteria.Json;

namespace Trialist.Criteria.Tests.Json;

public sealed class CriteriaJsonTests
{
    [Theory]
    [InlineData("Inclusion Criteria:\n\n* Age ≥ 18 years\n* One of the following:\n\n  1. Severe asthma\n  2. COPD within 6 months before screening\n\nExclusion Criteria:\n\n* Prior malignancy except skin cancer\n* No blorx\n* Unstable eye disease, including glaucoma\n* Unsuitable in the opinion of the investigator")]
    [InlineData("")]
    public void Document_ReadBack_IsTheSame(string text)
    {
        var document = CriteriaReader.Default.Read(text);

        Assert.Equal(document, CriteriaJson.Read(CriteriaJson.Write(document, "NCT99000001")));
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("[1")]
    [InlineData("{\"textLength\":1,\"criteria\":[{\"id\":\"I1\"}],\"diagnostics\":[]}")]
    public void Json_ThatIsNoDocument_IsRefused(string json) =>
        Assert.Throws<FormatException>(() => CriteriaJson.Read(System.Text.Encoding.UTF8.GetBytes(json)));
}
