namespace Trialist.Fhir;

/// <summary>What a FHIR file may cost to read. Each bound is far above any real chart and far below what would hurt the machine.</summary>
public static class FhirLimits
{
    /// <summary>Longest single resource or bundle entry, in bytes. Scanned documents in base64 are the largest that charts hold.</summary>
    public const int LargestEntry = 32 * 1024 * 1024;

    /// <summary>Deepest nesting of JSON. FHIR itself stays below 30 but for questionnaires.</summary>
    public const int Depth = 64;

    /// <summary>Most entries of one bundle.</summary>
    public const int EntriesPerBundle = 1_000_000;

    /// <summary>Most facts kept for one person; a long intensive care stay has some ten thousand.</summary>
    public const int FactsPerPerson = 200_000;

    /// <summary>Most remarks kept for one person; further ones are counted.</summary>
    public const int RemarksPerPerson = 200;

    /// <summary>Longest text taken over from a display, a note line or a code, in UTF-16 units; the rest is cut.</summary>
    public const int TextLength = 500;
}
