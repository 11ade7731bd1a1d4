namespace Trialist.Screening.Ranking;

/// <summary>A problem of a person.</summary>
/// <param name="Concept">What it is.</param>
/// <param name="Weight">How likely it is what the person looks for, from 0 to 1.</param>
internal sealed record Problem(Concept Concept, double Weight)
{
    public WordBag Words { get; } = WordBag.Of(Concept.Name);
}
