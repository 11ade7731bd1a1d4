namespace Trialist.Model;

public sealed class KleeneTests
{
    [Theory]
    [InlineData(Truth.False, Truth.False, Truth.False, Truth.False)]
    [InlineData(Truth.False, Truth.Unknown, Truth.False, Truth.Unknown)]
    [InlineData(Truth.False, Truth.True, Truth.False, Truth.True)]
    [InlineData(Truth.Unknown, Truth.False, Truth.False, Truth.Unknown)]
    [InlineData(Truth.Unknown, Truth.Unknown, Truth.Unknown, Truth.Unknown)]
    [InlineData(Truth.Unknown, Truth.True, Truth.Unknown, Truth.True)]
    [InlineData(Truth.True, Truth.False, Truth.False, Truth.True)]
    [InlineData(Truth.True, Truth.Unknown, Truth.Unknown, Truth.True)]
    [InlineData(Truth.True, Truth.True, Truth.True, Truth.True)]
    public void Connectives_FollowKleenesTable(Truth left, Truth right, Truth and, Truth or)
    {
        Assert.Equal(and, left.And(right));
        Assert.Equal(or, left.Or(right));
        Assert.Equal(left.Not().Or(right.Not()), left.And(right).Not());
    }
}
