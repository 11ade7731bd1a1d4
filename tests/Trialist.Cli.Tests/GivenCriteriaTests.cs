using Trialist.Cli.Commands;

namespace Trialist.Cli;

public sealed class GivenCriteriaTests
{
    [Theory]
    [InlineData("Inclusion Criteria:\n- Age 18 or older", "Inclusion Criteria:\n- Age 18 or older", null)]
    [InlineData("{ not a record", "{ not a record", null)]
    [InlineData("""{"protocolSection":{"identificationModule":{"nctId":"NCT99000001"},"eligibilityModule":{"eligibilityCriteria":"* ECOG 0 or 1","minimumAge":"18 Years"}}}""", "* ECOG 0 or 1", "18 Years")]
    public void GivenText_IsTheCriteria_OrTheRecordThatHoldsThem(string given, string text, string? minimumAge)
    {
        var rules = GivenCriteria.Of(given);

        Assert.Equal((text, minimumAge), (rules.Text, rules.MinimumAge));
    }

    [Fact]
    public void RecordWithoutCriteria_IsSaid() =>
        Assert.Equal("The record of NCT99000001 has no criteria text.", Assert.Throws<TrialistException>(() => GivenCriteria.Of("""{"protocolSection":{"identificationModule":{"nctId":"NCT99000001"}}}""")).Message);
}
