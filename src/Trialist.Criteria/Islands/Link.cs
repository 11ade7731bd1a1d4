namespace Trialist.Criteria.Islands;

/// <summary>How a node is joined to the one before it.</summary>
internal enum Link : byte
{
    /// <summary>Stands right beside it, without a joining word.</summary>
    Adjacent,

    /// <summary>A word such as "requiring" says that both hold.</summary>
    With,

    Comma,
    And,
    Or,

    /// <summary>A new sentence or an item after a semicolon.</summary>
    Strong,
}
