using System.Globalization;
using Trialist.Terminology;

namespace Trialist.Criteria.English;

/// <summary>Says a fact of a person in words.</summary>
public static class FactEnglish
{
    /// <summary>What the fact is about, with the words that narrow it, such as "relapsed acute myeloid leukemia" or "total bilirubin".</summary>
    public static string NameOf(Fact fact) => PredicateEnglish.Say(new Predicate.Leaf(fact.Type, fact.Concept) { Span = default, Qualifiers = fact.Qualifiers });

    /// <summary>The same by the name alone, such as one of a fact that is missing.</summary>
    public static string NameOf(string name) => Lexicon.Default.ByName(name)?.Label ?? name;

    /// <summary>Its value with a plain unit, such as "0.8 mg/dL"; null when it has none.</summary>
    public static string? ValueOf(Fact fact) => fact switch
    {
        { Value: { } value } => value.Value.ToString(CultureInfo.InvariantCulture) + PredicateEnglish.UnitOf(value.Unit),
        { ValueWithin: { } within } => PredicateEnglish.Say(within),
        _ => null,
    };
}
