namespace Trialist.Web.Studies;

/// <summary>Questions to bring to the doctor, chosen by how the study is built.</summary>
internal static class DoctorQuestions
{
    public static IEnumerable<string> For(Study study)
    {
        yield return "Is this study right for my condition, and how does it compare with the usual treatment?";
        if (study.Design.Phases.Any(phase => phase is "EARLY_PHASE1" or "PHASE1"))
        {
            yield return "What is known about safety so far, and how is the dose chosen for me?";
        }
        else
        {
            yield return "What side effects are known, and which of them may last?";
        }

        if (study.Design.Allocation == "RANDOMIZED")
        {
            yield return "What could I receive in each group, and who decides which group I am in?";
        }

        if (study.Arms.Any(arm => arm.Type is "PLACEBO_COMPARATOR" or "SHAM_COMPARATOR"))
        {
            yield return "Could I receive a placebo, and would I still get my usual treatment?";
        }

        if (study.Design.Masking is { } masking && masking != "NONE")
        {
            yield return "When would I learn what I received?";
        }

        if (study.Design.StudyType != "OBSERVATIONAL")
        {
            yield return "Must I stop any of my medicines, and is that safe for me?";
        }

        yield return "How many visits are there, where, for how long, and who pays for what?";
        yield return "What happens if I want to stop?";
    }
}
