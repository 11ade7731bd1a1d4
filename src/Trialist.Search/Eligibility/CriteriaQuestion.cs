namespace Trialist.Search.Eligibility;

/// <summary>A question to the criteria of all studies: would this value, or this disease or treatment, keep a person out?</summary>
/// <param name="Asked">As typed.</param>
/// <param name="Type">The kind of fact; null where the words may be of several kinds.</param>
/// <param name="Concept">What is asked about.</param>
/// <param name="Value">The value, in its unit; null when only the concept is asked about.</param>
/// <param name="Wanted">The answer that a study must give to be found; null for any but silence.</param>
public sealed record CriteriaQuestion(string Asked, LeafType? Type, Concept Concept, Quantity? Value, CriteriaAnswer? Wanted)
{
    /// <summary>The question without its last word, for links to the other answers.</summary>
    public string Subject { get; init; } = Asked;

    /// <summary>True when a study with this answer is found.</summary>
    public bool Takes(CriteriaAnswer answer) => Wanted switch
    {
        null => answer != CriteriaAnswer.Silent,
        CriteriaAnswer.Allowed => answer is CriteriaAnswer.Allowed or CriteriaAnswer.Required, // who asks for it takes it
        { } wanted => answer == wanted,
    };
}
