namespace Trialist.Registry.Differences;

/// <summary>The structured limits beside the eligibility text.</summary>
internal static class EligibilityDifference
{
    public static void Add(List<StudyChange> changes, EligibilityRules before, EligibilityRules after)
    {
        Wording.AddValue(changes, "Eligibility", "The least age", before.MinimumAge, after.MinimumAge);
        Wording.AddValue(changes, "Eligibility", "The greatest age", before.MaximumAge, after.MaximumAge);
        Wording.AddValue(changes, "Eligibility", "The sex that may take part", Say(before.Sex), Say(after.Sex));
        if (before.HealthyVolunteers != after.HealthyVolunteers && after.HealthyVolunteers is { } healthy)
        {
            changes.Add(new StudyChange("Eligibility", healthy ? "Healthy volunteers may now take part." : "Healthy volunteers may no longer take part."));
        }

        TextDifference.Add(changes, "Eligibility", "The study population", before.StudyPopulation, after.StudyPopulation);
    }

    private static string? Say(Sex? sex) => sex?.ToString().ToLowerInvariant();
}
