namespace Trialist.Registry.Differences;

/// <summary>What changed between two versions of a study, as people say it.</summary>
/// <param name="Changes">The changes, most telling first; empty when nothing but stamps changed.</param>
public sealed record StudyDifference(ValueList<StudyChange> Changes)
{
    private const string Elsewhere = "Elsewhere";

    /// <summary>True when nothing is to be told: <see cref="WhySilent"/> says why.</summary>
    public bool IsSilent => Changes.IsEmpty;

    /// <summary>Compares two versions of one study, next to each other or not. Parts of the record whose changes are not told one by one are named at the end.</summary>
    /// <param name="before">The earlier version.</param>
    /// <param name="after">The later version.</param>
    public static StudyDifference Between(StoredStudy before, StoredStudy after)
    {
        var told = Between(before.Study, after.Study).Changes;
        var parts = RecordDifference.PartsOf(before.Json, after.Json, told.Select(change => change.Part).ToHashSet(StringComparer.Ordinal));
        return new StudyDifference(parts.IsEmpty ? told : [.. told, new StudyChange(Elsewhere, $"Changes that are not told one by one: {string.Join("; ", parts)}.")]);
    }

    /// <summary>What is to be said where no change is: that the versions are the same, or that the sponsor only sent the record again.</summary>
    /// <param name="before">The earlier version.</param>
    /// <param name="after">The later version.</param>
    public static string WhySilent(StoredStudy before, StoredStudy after) =>
        before.Version.Hash == after.Version.Hash ? "Nothing changed." : "Nothing changed but the date: the record was sent again as it was.";

    /// <summary>Compares what the product reads of two versions of one study.</summary>
    internal static StudyDifference Between(Study before, Study after)
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
