namespace Trialist.Model.Predicates;

/// <summary>A word that narrows the concept of a leaf.</summary>
/// <param name="Kind">What it says.</param>
/// <param name="Value">Its standard lower-case form, such as <c>severe</c>.</param>
public readonly record struct Qualifier(QualifierKind Kind, string Value)
{
    /// <summary>True when the word is said of the class that the leaf is an example of ("uncontrolled disease, such as asthma"): it narrows what the leaf asks as ever, and is no part of its name.</summary>
    public bool OfClass { get; init; }
}
