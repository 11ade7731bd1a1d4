namespace Trialist.Matching;

/// <summary>Ages as the registry writes them: "18 Years", "6 Months", "2 Weeks", "1 Day".</summary>
internal static class AgeLimit
{
    /// <summary>The age with its UCUM unit; null when none is given or it cannot be read.</summary>
    public static Quantity? Parse(string? written)
    {
        var parts = (written ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (parts.Length != 2 || !decimal.TryParse(parts[0], out var value) || value is < 0 or > 1_000_000)
        {
            return null;
        }

        return Unit(parts[1].ToLowerInvariant().TrimEnd('s')) is { } unit ? new Quantity(value, unit) : null;
    }

    private static string? Unit(string word) => word switch
    {
        "year" => "a",
        "month" => "mo",
        "week" => "wk",
        "day" => "d",
        "hour" => "h",
        "minute" => "min",
        _ => null,
    };
}
