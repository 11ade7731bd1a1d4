namespace Trialist.Model.Time;

/// <summary>How the time of a fact stands to the anchor of a window.</summary>
public enum TimeRelation
{
    /// <summary>Within a length of time before the anchor (or around it).</summary>
    Within,

    /// <summary>Before the anchor, with an optional least distance.</summary>
    Before,

    /// <summary>After the anchor.</summary>
    After,

    /// <summary>While the study runs, or for a length of time.</summary>
    During,

    /// <summary>At any time in life so far.</summary>
    Ever,

    /// <summary>Now, at the anchor.</summary>
    Current,
}
