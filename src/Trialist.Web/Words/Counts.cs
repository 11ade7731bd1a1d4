using System.Globalization;

namespace Trialist.Web.Words;

/// <summary>Numbers with their noun.</summary>
internal static class Counts
{
    /// <summary>"1 site", "1,204 sites".</summary>
    public static string Of(int count, string one, string? many = null) => $"{Plain(count)} {(count == 1 ? one : many ?? one + "s")}";

    public static string Plain(int count) => count.ToString("N0", CultureInfo.InvariantCulture);
}
