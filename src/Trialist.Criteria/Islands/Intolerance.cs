namespace Trialist.Criteria.Islands;

/// <summary>Whether the words speak of intolerance: side effects that are no allergy.</summary>
internal enum Intolerance : byte
{
    /// <summary>They do not.</summary>
    None,

    /// <summary>"intolerance to aspirin"</summary>
    Only,

    /// <summary>"allergy or intolerance to aspirin"</summary>
    Also,
}
