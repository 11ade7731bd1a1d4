namespace Trialist.Registry.Differences;

/// <summary>The structured limits beside the eligibility text.</summary>
internal static class EligibilityDifference
{
    public static void Add(List<StudyChange> changes, EligibilityRules before, EligibilityRules after)
    {
        Wording.AddValue(changes, "Eligibility", "The least age", before.MinimumAge, after.MinimumAge);
        Wording.AddValue(changes, "Eligibility", "The greatest age", before.MaximumAge, after.MaximumAge);
        Wording.AddValue(changes, "Eligibility", "The sex that may take part", Say(before.Sex), Say(after.Sex));
        if (before.GenderBased != after.GenderBased)
        {
            changes.Add(new StudyChange("Eligibility", after.GenderBased ? "It is now gender that counts, not sex." : "It is now sex that counts, not gender."));
        }

        if (before.HealthyVolunteers != after.HealthyVolunteers)
        {
            changes.Add(new StudyChange("Eligibility", (before.HealthyVolunteers, after.HealthyVolunteers) switch
            {
                (null, true) => "The record now says that healthy volunteers may take part.",
                (null, _) => "The record now says that healthy volunteers may not take part.",
                (_, true) => "Healthy volunteers may now take part.",
                (_, false) => "Healthy volunteers may no longer take part.",
                (_, null) => "The record no longer says whether healthy volunteers may take part.",
            }));
        }

        TextDifference.Add(changes, "Eligibility", "The study population", before.StudyPopulation, after.StudyPopulation);
    }

    private static string? Say(Sex? sex) => sex?.ToString().ToLowerInvariant();
}
