namespace Trialist.Fhir;

/// <summary>Something in a patient file that was left out or read with less certainty than it claims.</summary>
/// <param name="Where">The resource, such as <c>Observation/b1</c>, or the kind of resource where many share a remark.</param>
/// <param name="Field">The field within it; null when the whole resource is meant.</param>
/// <param name="Text">What was found and what was done, in one sentence without values.</param>
public sealed record ReadingRemark(string Where, string? Field, string Text)
{
    /// <summary>How the remark is shown: place, field, sentence.</summary>
    public override string ToString() => Field is null ? $"{Where}: {Text}" : $"{Where}.{Field}: {Text}";
}
