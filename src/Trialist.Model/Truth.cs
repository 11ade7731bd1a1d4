namespace Trialist.Model;

/// <summary>A truth value of Kleene's strong three-valued logic: what is not known is neither true nor false.</summary>
public enum Truth
{
    /// <summary>Known not to hold.</summary>
    False = -1,

    /// <summary>Not known; the harmless default.</summary>
    Unknown = 0,

    /// <summary>Known to hold.</summary>
    True = 1,
}
