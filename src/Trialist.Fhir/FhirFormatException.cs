namespace Trialist.Fhir;

/// <summary>A patient file that cannot be read as FHIR JSON. The message names place, resource and field, never a value.</summary>
public sealed class FhirFormatException : TrialistException
{
    /// <summary>Fails with one clear sentence.</summary>
    public FhirFormatException(string message) : base(message) { }
}
