namespace Trialist.Registry.Differences;

/// <summary>What changed between two versions of a study, as people say it. Only what the product reads is compared; <see cref="IsSilent"/> marks changes elsewhere in the record.</summary>
/// <param name="Changes">The changes, most telling first; empty when nothing that is shown changed.</param>
public sealed record StudyDifference(ValueList<StudyChange> Changes)
{
    /// <summary>True when the records differ only in parts that no sentence is made for, such as results or the registry's own derived terms.</summary>
    public bool IsSilent => Changes.IsEmpty;

    /// <summary>What is to be said where no sentence is: which parts of the record changed nevertheless, or that the sponsor only sent it again.</summary>
    /// <param name="before">The earlier version.</param>
    /// <param name="after">The later version.</param>
    public static string OtherwiseBetween(StoredStudy before, StoredStudy after)
    {
        if (before.Version.Hash == after.Version.Hash)
        {
            return "Nothing changed.";
        }

        var parts = RecordDifference.PartsOf(before.Json, after.Json);
        return parts.IsEmpty
            ? "Nothing changed but the date: the record was sent again as it was."
            : $"Nothing changed in what is shown here. Elsewhere in the record: {string.Join("; ", parts)}.";
    }

    /// <summary>Compares two versions of one study.</summary>
    public static StudyDifference Between(Study before, Study after)
    {
        var changes = new List<StudyChange>();
        StatusDifference.Add(changes, before, after);
        SiteDifference.Add(changes, before.Sites, after.Sites);
        TextDifference.Add(changes, "Eligibility", "The eligibility criteria", before.Eligibility.Text, after.Eligibility.Text);
        EligibilityDifference.Add(changes, before.Eligibility, after.Eligibility);
        DesignDifference.Add(changes, before, after);
        ListDifference.AddOutcomes(changes, before, after);
        ListDifference.AddPeople(changes, before, after);
        TextDifference.AddTitles(changes, before, after);
        TextDifference.Add(changes, "Description", "The brief summary", before.BriefSummary, after.BriefSummary);
        TextDifference.Add(changes, "Description", "The detailed description", before.DetailedDescription, after.DetailedDescription);
        ListDifference.AddReferences(changes, before, after);
        return new StudyDifference(changes.ToValueList());
    }
}
