namespace Trialist.Screening;

/// <summary>The counts of a verdict as a sentence for people.</summary>
public static class VerdictSummary
{
    /// <summary>Such as "14 of 16 met, 2 to ask, 2 for your doctor".</summary>
    public static string Of(VerdictCounts counts)
    {
        List<string> parts = [$"{counts.Met} of {counts.Met + counts.NotMet + counts.Unknown + counts.Unread} met"];
        Add(counts.NotMet, "not met");
        Add(counts.Unknown, "to ask");
        Add(counts.Unread, "not understood by the program");
        Add(counts.Judgement, "for your doctor");
        Add(counts.Action, "at enrolment");
        return string.Join(", ", parts);

        void Add(int count, string what)
        {
            if (count > 0)
            {
                parts.Add($"{count} {what}");
            }
        }
    }
}
