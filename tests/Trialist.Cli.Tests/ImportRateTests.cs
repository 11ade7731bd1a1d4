using Trialist.Cli.Commands;

namespace Trialist.Cli;

public sealed class ImportRateTests
{
    [Theory]
    [InlineData(1, 5.2, null)] // the start of the program, not the import
    [InlineData(99, 0.1, null)]
    [InlineData(100, 0.5, "200/s")]
    [InlineData(10_290, 5, "2,058/s")]
    [InlineData(100, 0, "100,000/s")]
    public void Rate_IsTold_WhereThereAreRecordsEnoughToTellIt(long records, double seconds, string? expected) =>
        Assert.Equal(expected, ImportRate.Of(records, TimeSpan.FromSeconds(seconds)));
}
