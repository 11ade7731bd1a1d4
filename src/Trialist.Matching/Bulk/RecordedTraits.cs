namespace Trialist.Matching.Bulk;

/// <summary>What is known of a related fact without looking at a leaf.</summary>
[Flags]
internal enum RecordedTraits : byte
{
    /// <summary>Nothing.</summary>
    None = 0,

    /// <summary>It may make a leaf without an exception other than silence does.</summary>
    Bears = 1,

    /// <summary>It affirms, or denies from some day on, so that its days may matter.</summary>
    Dated = 2,

    /// <summary>It is about a condition that happens on a day.</summary>
    Sudden = 4,
}
