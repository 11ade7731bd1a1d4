namespace Trialist.Matching.Leaves;

/// <summary>The structured limit "no healthy volunteers": met by whoever has a disease on record.</summary>
internal static class VolunteerRule
{
    public static readonly Concept NoVolunteers = new("no healthy volunteers");

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
