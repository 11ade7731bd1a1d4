namespace Trialist.Matching.Leaves;

/// <summary>The structured limit "no healthy volunteers": met by whoever has a disease on record.</summary>
internal static class VolunteerRule
{
    public static readonly Concept NoVolunteers = new("no healthy volunteers");

    /// <summary>True of a disease that the person has now.</summary>
    public static bool IsCondition(Fact fact) =>
        fact is { Type: LeafType.Condition, Presence: Presence.Present, Status: not (FactStatus.Past or FactStatus.Planned) } && !PreparedPerson.IsOfAnother(fact.Qualifiers);

    /// <summary>True of a statement about being a healthy volunteer; the first one counts.</summary>
    public static bool SaysWhetherHealthy(Fact fact) => fact is { Type: LeafType.HealthyVolunteer, Presence: not Presence.Uncertain };

    public static Finding Decide(PreparedPerson person)
    {
        var healthy = person.Healthy;
        var truth = healthy is { Presence: Presence.Present } ? Truth.False
            : healthy is { Presence: Presence.Absent } || person.Condition is not null ? Truth.True
            : Truth.Unknown;
        var used = healthy ?? person.Condition;
        return new Finding(truth) { Facts = used is null ? [] : [used], Missing = truth == Truth.Unknown ? ["healthy volunteer"] : [] };
    }
}
