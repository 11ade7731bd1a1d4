namespace Trialist.Fhir.Resources;

/// <summary>A CodeableConcept as written.</summary>
internal sealed class FhirConcept
{
    public List<FhirCoding> Codings { get; } = [];

    public string? Text { get; set; }

    /// <summary>The first code, whatever its system; for elements bound to a small value set such as a status.</summary>
    public string? FirstCode => Codings.Count > 0 ? Codings[0].Code : null;

    /// <summary>The words of the record: the text, else the first display.</summary>
    public string? Words
    {
        get
        {
            if (!string.IsNullOrWhiteSpace(Text))
            {
                return Text;
            }

            foreach (var coding in Codings)
            {
                if (!string.IsNullOrWhiteSpace(coding.Display))
                {
                    return coding.Display;
                }
            }

            return null;
        }
    }

    public bool Has(CodeSystem system, string code)
    {
        foreach (var coding in Codings)
        {
            if (coding.System == system && coding.Code == code)
            {
                return true;
            }
        }

        return false;
    }
}
