namespace Trialist.Matching.Bulk;

/// <summary>Numbers for what persons' records hold over and over: concepts, and facts without their concept, days, values and sources. Shared by the blocks of a cohort; safe to share between threads.</summary>
public sealed class FactNumbers
{
    private static readonly Concept Nothing = new("");

    private readonly Numbering<Concept> concepts = new();
    private readonly Numbering<Fact> forms = new();

    internal int Forms => forms.Count;

    internal int Concepts => concepts.Count;

    internal int OfConcept(Concept concept) => concepts.Of(concept);

    internal int OfForm(Fact fact) =>
        forms.Of(fact with { Concept = Nothing, Source = "", Date = null, Start = null, End = null, Value = null, ValueWithin = null, ReferenceRange = null });

    internal Concept Concept(int number) => concepts[number];
}
