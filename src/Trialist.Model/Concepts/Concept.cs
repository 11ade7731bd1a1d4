namespace Trialist.Model.Concepts;

/// <summary>What a criterion or a fact is about: a standard name and the codes that stand for it.</summary>
/// <param name="Name">A short lower-case standard name, such as <c>bilirubin.total</c> or <c>hepatitis b</c>.</param>
/// <param name="Codes">Codes of the same meaning; may be empty.</param>
public sealed record Concept(string Name, ValueList<Code> Codes)
{
    /// <summary>A concept known by its words only.</summary>
    public Concept(string name) : this(name, []) { }
}
