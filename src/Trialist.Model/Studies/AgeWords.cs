using System.Globalization;

namespace Trialist.Model.Studies;

/// <summary>Age limits in words. A limit that is not given is unknown: never "any".</summary>
public static class AgeWords
{
    private const int BeyondAnyAge = 130; // years; the registry's forms take "999 Years" for "no limit"

    /// <summary>"18 years to 65 years", "18 years and older (no upper limit stated)"; null when neither limit is given.</summary>
    /// <param name="minimum">Least age as written, such as "18 Years".</param>
    /// <param name="maximum">Greatest age as written.</param>
    public static string? Of(string? minimum, string? maximum) => (Lower(minimum), Lower(maximum)) switch
    {
        (null, null) => null,
        ({ } min, null) => $"{min} and older (no upper limit stated)",
        ({ } min, { } max) when IsBeyondAnyAge(max) => $"{min} and older (upper limit in the record: {max})",
        ({ } min, { } max) => $"{min} to {max}",
        (null, { } max) when IsBeyondAnyAge(max) => $"No lower limit stated (upper limit in the record: {max})",
        (null, { } max) => $"Up to {max} (no lower limit stated)",
    };

    /// <inheritdoc cref="Of(string?, string?)" />
    public static string? Of(EligibilityRules rules) => Of(rules.MinimumAge, rules.MaximumAge);

    private static bool IsBeyondAnyAge(string age) =>
        age.Split(' ') is [var number, "year" or "years"] && int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var years) && years >= BeyondAnyAge;

    /// <summary>True where no limit is given: nothing stands there, or the registry's old words for it.</summary>
    /// <param name="age">As written.</param>
    public static bool IsNone(string? age) => string.IsNullOrWhiteSpace(age) || age.Trim().ToUpperInvariant() is "N/A" or "NO LIMIT";

    private static string? Lower(string? age) => IsNone(age) ? null : age!.ToLowerInvariant();
}
