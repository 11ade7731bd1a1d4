namespace Trialist.Model.Tests;

/// <summary>Lists that compare by content.</summary>
public sealed class ValueListTests
{
    [Theory]
    [InlineData("", false, true)]
    [InlineData("2", true, true)]
    [InlineData("1", false, false)]
    [InlineData("1,2,3", true, false)]
    [InlineData("2,4", true, true)]
    public void SomeOrAllItemsPassATest(string numbers, bool any, bool all)
    {
        var list = numbers.Split(',', StringSplitOptions.RemoveEmptyEntries).Select(int.Parse).ToValueList();

        Assert.Equal(any, list.Any(number => number % 2 == 0));
        Assert.Equal(all, list.All(number => number % 2 == 0));
    }
}
