namespace Trialist.Search.Pieces;

/// <summary>What the values of a data piece are, and so how they are searched.</summary>
public enum PieceKind
{
    /// <summary>A part of the record with pieces of its own; it has no value.</summary>
    Structure,

    /// <summary>Text, searched by its words.</summary>
    Text,

    /// <summary>Text with markdown in it, searched by its words.</summary>
    Markup,

    /// <summary>One of the values of a fixed list.</summary>
    Enum,

    /// <summary>A date, whole or in part: yyyy, yyyy-MM or yyyy-MM-dd, with or without a time of day.</summary>
    Date,

    /// <summary>A span of time such as an age: a whole number and a unit.</summary>
    Time,

    /// <summary>A number.</summary>
    Number,

    /// <summary>True or false.</summary>
    Boolean,

    /// <summary>Latitude and longitude.</summary>
    Point,
}
