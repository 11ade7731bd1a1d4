using Trialist.Model.Concepts;
using Trialist.Model.Predicates;
using Trialist.Model.Quantities;
using Trialist.Model.Time;

namespace Trialist.Model.Persons;

/// <summary>One thing that a record says about a person.</summary>
/// <param name="Type">The kind of fact, the same kinds as leaves ask about.</param>
/// <param name="Concept">What it is about.</param>
/// <param name="Source">Where it was read: <c>Observation/b1</c>, <c>note[12,31]</c>, <c>form</c>.</param>
public sealed record Fact(LeafType Type, Concept Concept, string Source)
{
    /// <summary>Whether the record affirms it, denies it or leaves it open.</summary>
    public Presence Presence { get; init; } = Presence.Present;

    /// <summary>Its value, when it has one.</summary>
    public Quantity? Value { get; init; }

    /// <summary>Set when only a limit is reported, such as "&lt; 0.01": the value lies within these bounds.</summary>
    public Bounds? ValueWithin { get; init; }

    /// <summary>The laboratory's own normal range, in the unit of the value.</summary>
    public Bounds? ReferenceRange { get; init; }

    /// <summary>When it was measured or stated; null when not known.</summary>
    public PartialDate? Date { get; init; }

    /// <summary>Onset of a condition, first day of a treatment; of a denial of what is active, the day since which it holds.</summary>
    public PartialDate? Start { get; init; }

    /// <summary>Abatement of a condition, last day of a treatment.</summary>
    public PartialDate? End { get; init; }

    /// <summary>Where it stands in time.</summary>
    public FactStatus Status { get; init; }

    /// <summary>Words that narrow it: severity, stage, route, result …</summary>
    public ValueList<Qualifier> Qualifiers { get; init; }
}
