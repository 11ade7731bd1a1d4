namespace Trialist.Model.Predicates;

/// <summary>A word that narrows the concept of a leaf.</summary>
/// <param name="Kind">What it says.</param>
/// <param name="Value">Its standard lower-case form, such as <c>severe</c>.</param>
public readonly record struct Qualifier(QualifierKind Kind, string Value);
