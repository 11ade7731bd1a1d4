namespace Trialist.Web.Studies;

/// <summary>What a recruitment status means for somebody who wants to take part.</summary>
internal enum Recruitment
{
    /// <summary>Not said, or not confirmed for years.</summary>
    Unknown,

    /// <summary>Takes participants now.</summary>
    Open,

    /// <summary>Will take participants.</summary>
    Soon,

    /// <summary>Takes nobody new.</summary>
    Closed,

    /// <summary>Ended before its time, or is on hold.</summary>
    Stopped,
}
