namespace Trialist.Web.Matching;

/// <summary>Verdicts in words that promise nothing.</summary>
internal static class VerdictWords
{
    public static string Label(Verdict verdict) => verdict switch
    {
        Verdict.Eligible => "Could take part",
        Verdict.Ineligible => "Cannot take part",
        Verdict.Undetermined => "Not known yet",
    };

    public static string Css(Verdict verdict) => verdict switch
    {
        Verdict.Eligible => "open",
        Verdict.Ineligible => "stopped",
        Verdict.Undetermined => "unknown",
    };

    public static string Of(CriterionVerdict criterion) => (criterion.Met, criterion.Reading) switch
    {
        (_, Reading.Judgement) => "for a clinician to decide",
        (_, Reading.Action) => "done at enrolment",
        (true, _) => "met",
        (false, _) => "not met",
        (null, Reading.None) => "not read",
        (null, Reading.Partial) => "not known; read in part",
        (null, _) => "not known yet",
    };

    public static string Css(CriterionVerdict criterion) => (criterion.Met, criterion.Reading) switch
    {
        (_, Reading.Judgement or Reading.Action) => "closed",
        (true, _) => "open",
        (false, _) => "stopped",
        (null, _) => "unknown",
    };

    public static string Id(string id) => id switch
    {
        "S.age" => "Age",
        "S.sex" => "Sex",
        "S.volunteers" => "Healthy volunteers",
        _ => id,
    };
}
