using System.Buffers;

namespace Trialist.Matching.Leaves;

/// <summary>Sex as recorded, and what cannot apply to it.</summary>
internal static class SexRule
{
    private static readonly SearchValues<string> Childbearing = SearchValues.Create(["childbearing", "child-bearing"], StringComparison.OrdinalIgnoreCase);

    // The order matters: "female" holds "male", "women" holds "men".
    public static Finding Decide(Predicate.Leaf leaf, PreparedPerson person)
    {
        if (person.Person.Sex is not (Sex.Female or Sex.Male))
        {
            return Finding.Unknown("sex");
        }

        if (Asked(leaf.Concept.Name) is not { } asked)
        {
            return Finding.Unknown(leaf.Concept.Name);
        }

        return new Finding(asked == Sex.All || asked == person.Person.Sex ? Truth.True : Truth.False) { Facts = [AsFact(person.Person)] };
    }

    /// <summary>Set when the leaf is about something that a man cannot have.</summary>
    public static Finding? NotApplicable(Predicate.Leaf leaf, PreparedPerson person)
    {
        if (person.Person.Sex != Sex.Male || !IsOfWomen(leaf))
        {
            return null;
        }

        return new Finding(AsksForAbsence(leaf) ? Truth.True : Truth.False) { NotApplicable = true, Facts = [AsFact(person.Person)], Note = "not applicable to a man" };
    }

    /// <summary>True for "a negative pregnancy test": it is asked of those who can be pregnant, and in a man the denial holds.</summary>
    internal static bool AsksForAbsence(Predicate.Leaf leaf) =>
        leaf.Concept.Name.StartsWith("negative", StringComparison.OrdinalIgnoreCase) || leaf.Qualifiers.Contains(new Qualifier(QualifierKind.Result, "negative"));

    // "A partner of childbearing potential" is asked of men.
    internal static bool IsOfWomen(Predicate.Leaf leaf) =>
        !IsOfAnother(leaf) &&
        (leaf.Type is LeafType.Pregnancy or LeafType.Lactation || leaf.Concept.Name.AsSpan().ContainsAny(Childbearing)) &&
        !leaf.Concept.Name.Contains("partner", StringComparison.OrdinalIgnoreCase);

    private static bool IsOfAnother(Predicate.Leaf leaf) => leaf.Qualifiers.Any(one => one.Kind == QualifierKind.Subject || one.Value.Contains("partner", StringComparison.OrdinalIgnoreCase));

    internal static Sex? Asked(string name)
    {
        var words = name.ToLowerInvariant().Split([' ', '/', ',', '.', '-'], StringSplitOptions.RemoveEmptyEntries);
        var female = words.Any(word => word is "female" or "females" or "woman" or "women" or "girl" or "girls");
        var male = words.Any(word => word is "male" or "males" or "man" or "men" or "boy" or "boys");
        return (female, male) switch
        {
            (true, true) => Sex.All,
            (true, false) => Sex.Female,
            (false, true) => Sex.Male,
            _ => words is ["any"] or ["all"] or ["both"] ? Sex.All : null,
        };
    }

    private static Fact AsFact(Person person) =>
        new(LeafType.Sex, new Concept(person.Sex == Sex.Female ? "female" : "male"), "Patient");
}
