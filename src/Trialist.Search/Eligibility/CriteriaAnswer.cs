namespace Trialist.Search.Eligibility;

/// <summary>What the criteria of a study say to a question about one value or concept.</summary>
public enum CriteriaAnswer
{
    /// <summary>Nothing was read about it.</summary>
    Silent,

    /// <summary>Something was read, and it cannot be told: the limit is a multiple of normal, one of several ways to fit, narrowed, or in another unit.</summary>
    Unknown,

    /// <summary>It is spoken of and does not keep a person out.</summary>
    Allowed,

    /// <summary>It alone keeps a person out.</summary>
    Excluded,

    /// <summary>Whoever lacks it is kept out.</summary>
    Required,
}
