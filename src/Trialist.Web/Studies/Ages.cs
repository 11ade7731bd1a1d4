using Trialist.Web.Words;

namespace Trialist.Web.Studies;

/// <summary>Age limits in words. A limit that is not given is unknown: never "any".</summary>
internal static class Ages
{
    public static string? InWords(EligibilityRules rules) => InWords(rules.MinimumAge, rules.MaximumAge);

    public static string? InWords(string? minimum, string? maximum) => (Lower(minimum), Lower(maximum)) switch
    {
        ({ } min, { } max) => $"{min} to {max}",
        ({ } min, null) => $"{min} and older (no upper limit stated)",
        (null, { } max) => $"Up to {max} (no lower limit stated)",
        (null, null) => null,
    };

    /// <summary>The registry's age groups, which it derives itself: shown beside limits that are not stated, as what they are.</summary>
    public static string? GroupsInWords(EligibilityRules rules) =>
        rules.StandardAges.IsEmpty ? null : string.Join(", ", rules.StandardAges.Select(group => RegistryWords.Of("ageGroup", group).Label.ToLowerInvariant()));

    private static string? Lower(string? age) => string.IsNullOrWhiteSpace(age) ? null : age.ToLowerInvariant();
}
