namespace Trialist.Criteria.Structure;

/// <summary>Which part of the text a line stands in.</summary>
internal enum Section
{
    /// <summary>Before any heading; read as inclusion.</summary>
    Unnamed,

    /// <summary>What must hold.</summary>
    Inclusion,

    /// <summary>What must not hold.</summary>
    Exclusion,

    /// <summary>What may hold or not ("Allowed:"): asks nothing.</summary>
    Permission,
}
