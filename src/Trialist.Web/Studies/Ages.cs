using Trialist.Web.Words;

namespace Trialist.Web.Studies;

/// <summary>The registry's age groups, which it derives itself: shown beside limits that are not stated, as what they are.</summary>
internal static class Ages
{
    public static string? GroupsInWords(EligibilityRules rules) =>
        rules.StandardAges.IsEmpty ? null : string.Join(", ", rules.StandardAges.Select(group => RegistryWords.Of("ageGroup", group).Label.ToLowerInvariant()));
}
