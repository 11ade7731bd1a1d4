using System.Globalization;

namespace Trialist.Cli.Commands;

/// <summary>How many records a second, for people.</summary>
internal static class ImportRate
{
    private const int FewRecords = 100; // the start takes longer than so many

    /// <summary>Such as "347/s"; null for so few records that it would tell nothing.</summary>
    public static string? Of(long records, TimeSpan elapsed) =>
        records < FewRecords ? null : string.Create(CultureInfo.InvariantCulture, $"{records / Math.Max(elapsed.TotalSeconds, 0.001):N0}/s");
}
