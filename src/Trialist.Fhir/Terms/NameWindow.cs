namespace Trialist.Fhir.Terms;

/// <summary>Cuts the time that the name of a record looks back over from its end: "Systemic corticosteroid use within the past 2 weeks".</summary>
internal static class NameWindow
{
    private static readonly string[] Leads = [" within ", " in ", " during ", " over "];
    private static readonly string[] Fillers = ["the", "past", "last", "previous", "prior", "preceding"];

    /// <summary>The name without its window, and the window; the name as it is where it has none.</summary>
    public static (string Name, Duration? Back) Cut(string name)
    {
        foreach (var lead in Leads)
        {
            if (name.LastIndexOf(lead, StringComparison.OrdinalIgnoreCase) is var at and > 0 && Length(name[(at + lead.Length)..], lead == " within ") is { } back)
            {
                return (name[..at], back);
            }
        }

        return (name, null);
    }

    private static Duration? Length(string words, bool isWithin)
    {
        var parts = words.Split([' ', ')'], StringSplitOptions.RemoveEmptyEntries);
        var first = 0;
        while (first < parts.Length && Array.Exists(Fillers, filler => filler.Equals(parts[first], StringComparison.OrdinalIgnoreCase)))
        {
            first++;
        }

        return (isWithin || first > 0) && parts.Length == first + 2 && int.TryParse(parts[first], out var count) && count is > 0 and < 1000 && UnitOf(parts[first + 1]) is { } unit ? new Duration(count, unit) : null;
    }

    private static string? UnitOf(string word) => word.ToLowerInvariant() switch
    {
        "day" or "days" => "d",
        "week" or "weeks" => "wk",
        "month" or "months" => "mo",
        "year" or "years" => "a",
        _ => null,
    };
}
