using System.Text.Json;

namespace Trialist.Fhir.Resources;

/// <summary>Tells a code system from its address.</summary>
internal static class CodeSystemAddress
{
    /// <summary>The system of the URI in the reader; systems that the product does not know are <see cref="CodeSystem.Other"/>.</summary>
    public static CodeSystem Of(ref Utf8JsonReader reader) =>
        reader.ValueTextEquals("http://snomed.info/sct"u8) ? CodeSystem.Snomed
        : reader.ValueTextEquals("http://loinc.org"u8) ? CodeSystem.Loinc
        : reader.ValueTextEquals("http://www.nlm.nih.gov/research/umls/rxnorm"u8) ? CodeSystem.RxNorm
        : reader.TokenType == JsonTokenType.String ? Of(reader.GetString()!) : CodeSystem.Other;

    // Addresses as in https://hl7.org/fhir/R4/terminologies-systems.html, with the forms that charts write as well.
    public static CodeSystem Of(string address) => address.TrimEnd('/') switch
    {
        "http://snomed.info/sct" or "https://snomed.info/sct" or "urn:oid:2.16.840.1.113883.6.96" => CodeSystem.Snomed,
        "http://loinc.org" or "https://loinc.org" or "urn:oid:2.16.840.1.113883.6.1" => CodeSystem.Loinc,
        "http://www.nlm.nih.gov/research/umls/rxnorm" or "https://www.nlm.nih.gov/research/umls/rxnorm" or "urn:oid:2.16.840.1.113883.6.88" => CodeSystem.RxNorm,
        "http://hl7.org/fhir/sid/icd-10-cm" or "http://hl7.org/fhir/sid/icd-10" or "http://hl7.org/fhir/sid/icd-10-us"
            or "https://www.cdc.gov/nchs/icd/icd10cm.html" or "urn:oid:2.16.840.1.113883.6.90" or "urn:oid:2.16.840.1.113883.6.3" => CodeSystem.Icd10Cm,
        "http://hl7.org/fhir/sid/cvx" or "urn:oid:2.16.840.1.113883.12.292" => CodeSystem.Cvx,
        "http://www.whocc.no/atc" or "urn:oid:2.16.840.1.113883.6.73" => CodeSystem.Atc,
        "http://ncicb.nci.nih.gov/xml/owl/EVS/Thesaurus.owl" or "http://ncithesaurus-stage.nci.nih.gov" or "urn:oid:2.16.840.1.113883.3.26.1.1" => CodeSystem.Ncit,
        "http://www.nlm.nih.gov/mesh" or "http://id.nlm.nih.gov/mesh" or "urn:oid:2.16.840.1.113883.6.177" => CodeSystem.Mesh,
        "http://www.genenames.org" or "http://www.genenames.org/geneId" or "urn:oid:2.16.840.1.113883.6.281" => CodeSystem.Hgnc,
        _ => CodeSystem.Other,
    };
}
