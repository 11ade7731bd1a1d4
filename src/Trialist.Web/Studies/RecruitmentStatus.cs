namespace Trialist.Web.Studies;

/// <summary>The registry's status values, sorted by what they mean for somebody who wants to take part.</summary>
internal static class RecruitmentStatus
{
    public static Recruitment Of(string? status) => status switch
    {
        "RECRUITING" or "AVAILABLE" => Recruitment.Open,
        "NOT_YET_RECRUITING" or "ENROLLING_BY_INVITATION" => Recruitment.Soon,
        "ACTIVE_NOT_RECRUITING" or "COMPLETED" or "NO_LONGER_AVAILABLE" or "APPROVED_FOR_MARKETING" => Recruitment.Closed,
        "TERMINATED" or "SUSPENDED" or "WITHDRAWN" or "TEMPORARILY_NOT_AVAILABLE" => Recruitment.Stopped,
        _ => Recruitment.Unknown,
    };

    /// <summary>What the status means for the reader, as one sentence.</summary>
    public static string Sentence(Study study) => study.Status switch
    {
        "RECRUITING" => "This study is taking participants.",
        "NOT_YET_RECRUITING" => "This study has not started to take participants.",
        "ENROLLING_BY_INVITATION" => "Only people whom the study team invites can take part.",
        "ACTIVE_NOT_RECRUITING" => "This study is running and takes no new participants.",
        "COMPLETED" => "This study is over. Nobody can join it any more.",
        "SUSPENDED" => "This study is on hold. It may start again.",
        "TERMINATED" => "This study was stopped early. Nobody can join it any more.",
        "WITHDRAWN" => "This study was withdrawn before anybody took part.",
        "AVAILABLE" => "This treatment can be asked for outside a trial.",
        "NO_LONGER_AVAILABLE" or "APPROVED_FOR_MARKETING" => "This way to get the treatment has ended.",
        "TEMPORARILY_NOT_AVAILABLE" => "This way to get the treatment is paused.",
        _ => "The record does not say whether this study takes participants.",
    };
}
