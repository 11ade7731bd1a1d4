namespace Trialist.Registry.Differences;

/// <summary>Status, dates and enrolment: what people look for first.</summary>
internal static class StatusDifference
{
    public static void Add(List<StudyChange> changes, Study before, Study after)
    {
        Wording.AddValue(changes, "Status", "The status", before.Status, after.Status);
        Wording.AddValue(changes, "Status", "The reason for stopping", before.WhyStopped, after.WhyStopped);
        AddEnrollment(changes, before.Design, after.Design);
        AddDate(changes, "The start", before.Dates.Start, before.Dates.StartEstimated, after.Dates.Start, after.Dates.StartEstimated);
        AddDate(changes, "The primary completion", before.Dates.PrimaryCompletion, before.Dates.PrimaryCompletionEstimated, after.Dates.PrimaryCompletion, after.Dates.PrimaryCompletionEstimated);
        AddDate(changes, "The completion", before.Dates.Completion, before.Dates.CompletionEstimated, after.Dates.Completion, after.Dates.CompletionEstimated);
        if (before.Dates.StatusVerified != after.Dates.StatusVerified)
        {
            changes.Add(new StudyChange("Status", after.Dates.StatusVerified is { } verified
                ? $"The sponsor confirmed the status in {verified.InWords()}."
                : "The record no longer says when the sponsor confirmed the status."));
        }

        if (!before.HasResults && after.HasResults)
        {
            changes.Add(new StudyChange("Results", "Results were posted."));
        }

        if (before.HasResults && !after.HasResults)
        {
            changes.Add(new StudyChange("Results", "The results are no longer there."));
        }
    }

    private static void AddEnrollment(List<StudyChange> changes, StudyDesign before, StudyDesign after)
    {
        var isActual = after.EnrollmentType == "ACTUAL";
        switch (before.Enrollment, after.Enrollment)
        {
            case (null, null):
                break;
            case ({ } then, { } now) when then == now && before.EnrollmentType == after.EnrollmentType:
                break;
            case ({ } then, { } now) when then == now:
                changes.Add(new StudyChange("Enrolment", after.EnrollmentType switch
                {
                    "ACTUAL" => $"The enrolment of {now:N0} is now actual, no longer an estimate.",
                    null => $"The record no longer says whether the enrolment of {now:N0} is an estimate.",
                    _ => $"The enrolment of {now:N0} is now an estimate.",
                }));
                break;
            case ({ } then, { } now):
                var kind = isActual ? " (actual)" : after.EnrollmentType == "ESTIMATED" ? " (estimated)" : "";
                changes.Add(new StudyChange("Enrolment", $"The enrolment {(now > then ? "went up" : "went down")} from {then:N0} to {now:N0}{kind}."));
                break;
            case (null, { } now):
                changes.Add(new StudyChange("Enrolment", $"The enrolment is now given: {now:N0}."));
                break;
            case ({ } then, null):
                changes.Add(new StudyChange("Enrolment", $"The enrolment is no longer given (it was {then:N0})."));
                break;
        }
    }

    private static void AddDate(List<StudyChange> changes, string what, PartialDate? before, bool wasEstimated, PartialDate? after, bool isEstimated)
    {
        if (before == after && wasEstimated == isEstimated)
        {
            return;
        }

        changes.Add(new StudyChange("Dates", (before, after) switch
        {
            (null, { } now) => $"{what} is now given: {now.InWords()}{(isEstimated ? " (estimated)" : "")}.",
            ({ } then, null) => $"{what} is no longer given (it was {then.InWords()}).",
            ({ } then, { } now) when then == now => $"{what} of {now.InWords()} is now {(isEstimated ? "an estimate" : "actual, no longer an estimate")}.",
            // A date that only became more exact moved nowhere.
            ({ } then, { } now) when now.Earliest >= then.Earliest && now.Latest <= then.Latest => $"{what} is now known more exactly: {now.InWords()}, not just {then.InWords()}{Kind(wasEstimated, isEstimated)}.",
            ({ } then, { } now) => $"{what} moved {(now.Earliest > then.Earliest ? "later" : "earlier")}, from {then.InWords()} to {now.InWords()}{Kind(wasEstimated, isEstimated)}.",
            _ => "",
        }));
    }

    private static string Kind(bool wasEstimated, bool isEstimated) => (wasEstimated, isEstimated) switch
    {
        (true, true) => " (estimated)",
        (false, true) => " (now an estimate)",
        (true, false) => " (now actual, no longer an estimate)",
        (false, false) => "",
    };
}
