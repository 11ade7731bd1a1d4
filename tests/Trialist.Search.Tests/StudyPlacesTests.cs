using Trialist.Search.Searching;

namespace Trialist.Search.Tests;

public sealed class StudyPlacesTests
{
    private static readonly StudyPlaces Places = new([7, 3, 9, 3, 1, 3]);

    [Theory]
    [InlineData(1, "4")]
    [InlineData(3, "1 3 5")] // former versions of a study stay until they are merged away
    [InlineData(7, "0")]
    [InlineData(9, "2")]
    [InlineData(2, "")]
    [InlineData(10, "")]
    public void Study_IsFoundByItsNumber_WhereverItStands(int number, string docs) =>
        Assert.Equal(docs, string.Join(' ', Places.Of(number).ToArray().Order()));
}
