namespace Trialist.Model.Studies;

/// <summary>Sex as the registry has it.</summary>
public enum Sex
{
    /// <summary>Any sex may take part.</summary>
    All,

    /// <summary>Female.</summary>
    Female,

    /// <summary>Male.</summary>
    Male,
}
