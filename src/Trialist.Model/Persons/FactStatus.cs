namespace Trialist.Model.Persons;

/// <summary>Where a condition or treatment stands in time.</summary>
public enum FactStatus
{
    /// <summary>Not said.</summary>
    Unstated,

    /// <summary>Active, recurring, or a treatment now taken.</summary>
    Active,

    /// <summary>In remission, resolved, inactive, or a treatment that has ended.</summary>
    Past,

    /// <summary>Planned, not begun.</summary>
    Planned,
}
