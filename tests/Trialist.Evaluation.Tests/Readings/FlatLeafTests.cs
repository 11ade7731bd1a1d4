namespace Trialist.Evaluation.Readings;

public sealed class FlatLeafTests
{
    [Theory]
    [InlineData("/uL", "/mm3", true)]
    [InlineData("mg/dL", "mg/dL", true)]
    [InlineData(null, "1", true)]
    [InlineData("mg/dL", "g/L", false)]
    [InlineData("a", "mo", false)]
    [InlineData("%", null, false)]
    public void Unit_IsTheSameHoweverItIsSpelled(string? one, string? other, bool same) => Assert.Equal(same, With(one).SameBounds(With(other)));

    private static FlatLeaf With(string? unit) => new("measurement", "platelets", new Bound(100, true), null, unit, false, false);
}
