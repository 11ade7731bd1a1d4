namespace Trialist.Search.Expressions;

/// <summary>How a score falls with distance.</summary>
public enum DecayShape
{
    /// <summary>Slowly at first, then fast: a bell.</summary>
    Gauss,

    /// <summary>By the same share for each mile.</summary>
    Exp,

    /// <summary>By the same amount for each mile, down to nothing.</summary>
    Linear,
}
