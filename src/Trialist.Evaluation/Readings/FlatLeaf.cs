using Trialist.Terminology;

namespace Trialist.Evaluation.Readings;

/// <summary>A leaf without its tree, as the hand readings hold it.</summary>
/// <param name="Type">The leaf's type in the contract's spelling, such as <c>lifeExpectancy</c>.</param>
/// <param name="Name">Its standard name.</param>
/// <param name="Min">Lower bound.</param>
/// <param name="Max">Upper bound.</param>
/// <param name="Unit">UCUM unit; null where there is none.</param>
/// <param name="Negated">True when the words deny the fact.</param>
/// <param name="Except">True when the words lift the leaf in some case.</param>
internal sealed record FlatLeaf(string Type, string Name, Bound? Min, Bound? Max, string? Unit, bool Negated, bool Except)
{
    /// <summary>True when the leaf bounds a number.</summary>
    public bool IsNumeric => Min is not null || Max is not null;

    /// <summary>Type, side, value, inclusiveness and unit agree; one unit may have two spellings, such as <c>/uL</c> and <c>/mm3</c>.</summary>
    public bool SameBounds(FlatLeaf other) => Type == other.Type && Min == other.Min && Max == other.Max && IsSameUnit(Unit ?? "1", other.Unit ?? "1");

    /// <summary>Type and name agree, word forms apart.</summary>
    public bool SameConcept(FlatLeaf other) => Type == other.Type && (CorpusWords.SameName(Name, other.Name) || (IsNumeric && IsNameOf(Name, other.Name)));

    private static bool IsSameUnit(string one, string other) => one == other || Units.Convert(new Quantity(1, one), other) is { Quantity.Value: 1 };

    // Values go by the names of the contract ("bilirubin.total"); a reader writes one of their spellings.
    private static bool IsNameOf(string words, string name) => Lexicon.Default.Find(words).Any(entry => entry.Name == name);

    /// <summary>Everything that a reader compares agrees.</summary>
    public bool Same(FlatLeaf other) => SameConcept(other) && SameBounds(other) && Negated == other.Negated && Except == other.Except;
}
