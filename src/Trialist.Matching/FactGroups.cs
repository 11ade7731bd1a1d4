namespace Trialist.Matching;

/// <summary>Which kinds of fact can answer which kinds of leaf.</summary>
/// <remarks>
/// Records and readers class the same thing differently ("hepatitis B surface antigen" as a marker or a measurement, a transplant as a
/// treatment or a procedure), so the concept decides. Kinds where the same concept means something else stand apart: an allergy to penicillin is no penicillin.
/// </remarks>
internal static class FactGroups
{
    public static bool Answers(LeafType fact, LeafType leaf) => GroupOf(fact) == GroupOf(leaf);

    private static LeafType GroupOf(LeafType type) => type switch
    {
        LeafType.Allergy or LeafType.Participation or LeafType.Consent or LeafType.Language or LeafType.HealthyVolunteer or LeafType.Age or LeafType.Sex => type,
        LeafType.Treatment or LeafType.Procedure => LeafType.Procedure,
        _ => LeafType.Condition,
    };
}
