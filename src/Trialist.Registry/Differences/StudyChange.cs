namespace Trialist.Registry.Differences;

/// <summary>One change between two versions of a study, in words.</summary>
/// <param name="Part">What it is about: "Status", "Dates", "Sites" …</param>
/// <param name="Words">A sentence.</param>
/// <param name="Details">Further lines, such as the lines of a text that came (<c>+</c>) and went (<c>-</c>).</param>
public sealed record StudyChange(string Part, string Words, ValueList<string> Details)
{
    /// <summary>A change that one sentence says.</summary>
    public StudyChange(string part, string words) : this(part, words, []) { }
}
