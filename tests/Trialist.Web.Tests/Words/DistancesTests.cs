using Trialist.Web.Words;

namespace Trialist.Web.Tests.Words;

public sealed class DistancesTests
{
    [Theory]
    [InlineData(0.4, "less than 1 km", "less than 1 mile")]
    [InlineData(1.609344, "1.6 km", "1 mile")]
    [InlineData(8, "8 km", "5 miles")]
    [InlineData(160.9344, "161 km", "100 miles")]
    public void Distance_IsSaidInTheUnitThatWasAskedFor(double km, string inKilometres, string inMiles)
    {
        Assert.Equal(inKilometres, Distances.InWords(km));
        Assert.Equal(inMiles, Distances.InWords(km, inMiles: true));
    }
}
