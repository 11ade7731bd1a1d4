namespace Trialist.Criteria.Structure;

/// <summary>Kinds of list marks.</summary>
internal enum MarkerKind
{
    /// <summary>No mark.</summary>
    None,

    /// <summary>A star, dash, dot or other sign.</summary>
    Bullet,

    /// <summary>An arabic number.</summary>
    Number,

    /// <summary>A number of several levels, such as 2.1.</summary>
    Levels,

    /// <summary>A letter or a roman numeral in lower case.</summary>
    Letter,

    /// <summary>A capital letter or a roman numeral in capitals.</summary>
    Capital,
}
