namespace Trialist.Fhir.Terms;

/// <summary>A concept of the record in the product's words.</summary>
/// <param name="Concept">Standard name and codes.</param>
/// <param name="Type">The kind of fact that the lexicon makes of it; null when the lexicon does not know it.</param>
internal sealed record Term(Concept Concept, LeafType? Type)
{
    /// <summary>What further words of the name say: severe, relapsed, by flow cytometry.</summary>
    public ValueList<Qualifier> Qualifiers { get; init; } = [];

    /// <summary>Markers that the name of a disease says are there or not: "AML, CD123+".</summary>
    public ValueList<(Concept Marker, bool IsThere)> Markers { get; init; } = [];

    /// <summary>The time that the name looks back over: "steroid use within the past 2 weeks".</summary>
    public Duration? Back { get; init; }

    /// <summary>True for "no …", "no history of …": the name itself denies the thing.</summary>
    public bool Denied { get; init; }

    /// <summary>True for "prior …", "history of …": affirmed, the thing lies in the past.</summary>
    public bool IsPast { get; init; }
}
