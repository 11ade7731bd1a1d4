using System.Text.Json;

namespace Trialist.Fhir.Resources;

/// <summary>Reads the fields of one resource in one pass over its bytes. Unknown fields are passed over; wrongly typed ones are noted by name.</summary>
internal static partial class ResourceParser
{
    private static readonly JsonReaderOptions Options = new() { MaxDepth = FhirLimits.Depth };

    /// <summary>Reads a resource that fills the bytes.</summary>
    public static ResourceFields Parse(ReadOnlySpan<byte> json)
    {
        var reader = new Utf8JsonReader(json, Options);
        reader.Read();
        var type = TypeOf(reader);
        return Reads(type) ? ReadResource(ref reader, type) : new ResourceFields { Type = type };
    }

    /// <summary>Reads a bundle entry: its full address and its resource, null when it has none.</summary>
    public static (string? FullUrl, ResourceFields? Resource) ParseEntry(ReadOnlySpan<byte> json)
    {
        var reader = new Utf8JsonReader(json, Options);
        reader.Read();
        string? fullUrl = null;
        ResourceFields? resource = null;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            if (reader.ValueTextEquals("fullUrl"u8))
            {
                reader.Read();
                fullUrl = TextOf(ref reader);
            }
            else if (reader.ValueTextEquals("resource"u8))
            {
                reader.Read();
                if (reader.TokenType != JsonTokenType.StartObject)
                {
                    reader.Skip();
                    continue;
                }

                // Claims and encounters are half of a chart: once the kind is known the rest of such an entry is not looked at.
                var type = TypeOf(reader);
                if (!Reads(type))
                {
                    return (fullUrl, new ResourceFields { Type = type });
                }

                resource = ReadResource(ref reader, type);
            }
            else
            {
                reader.Skip();
            }
        }

        return (fullUrl, resource);
    }

    private static ResourceFields ReadResource(ref Utf8JsonReader reader, string type)
    {
        var fields = new ResourceFields { Type = type };
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            if (reader.ValueTextEquals("id"u8))
            {
                reader.Read();
                fields.Id = TextOf(ref reader);
            }
            else if (reader.ValueTextEquals("text"u8) || reader.ValueTextEquals("resourceType"u8))
            {
                reader.Skip();
            }
            else
            {
                ReadField(ref reader, fields);
            }
        }

        return fields;
    }

    private static string TypeOf(Utf8JsonReader ahead)
    {
        while (ahead.Read() && ahead.TokenType == JsonTokenType.PropertyName)
        {
            if (ahead.ValueTextEquals("resourceType"u8))
            {
                ahead.Read();
                return TextOf(ref ahead) ?? "";
            }

            ahead.Skip();
        }

        return "";
    }

    /// <summary>The kinds that hold facts.</summary>
    public static bool Reads(string type) => type is
        "Patient" or "Observation" or "Condition" or "MedicationRequest" or "MedicationStatement" or "MedicationAdministration" or "Medication"
        or "Procedure" or "Immunization" or "AllergyIntolerance" or "FamilyMemberHistory" or "ResearchSubject" or "Parameters";

    private static void ReadField(ref Utf8JsonReader reader, ResourceFields fields)
    {
        var name = PropertyName(ref reader);
        reader.Read();
        if (!TryRead(ref reader, fields, name))
        {
            fields.Damaged.Add(name);
            reader.Skip();
        }
    }

    // False, with the reader still on the value, when the value is not of the kind that FHIR says.
    private static bool TryRead(ref Utf8JsonReader reader, ResourceFields fields, string name)
    {
        var isObject = reader.TokenType == JsonTokenType.StartObject;
        var isArray = reader.TokenType == JsonTokenType.StartArray;
        var isText = reader.TokenType == JsonTokenType.String;
        switch (name)
        {
            case "meta" when isObject: ReadMeta(ref reader, fields); return true;
            case "status" when isText: fields.Status = TextOf(ref reader); return true;
            case "intent" when isText: fields.Intent = TextOf(ref reader); return true;
            case "gender" when isText: fields.Gender = TextOf(ref reader); return true;
            case "criticality" when isText: fields.Criticality = TextOf(ref reader); return true;
            case "birthDate": return Keep(DateOf(ref reader), date => fields.BirthDate = date);
            case "clinicalStatus" when isObject: fields.ClinicalStatus = ReadConcept(ref reader).FirstCode; return true;
            case "verificationStatus" when isObject: fields.VerificationStatus = ReadConcept(ref reader).FirstCode; return true;
            // DSTU2 and STU3 wrote these as plain codes; charts converted in haste still do.
            case "clinicalStatus" when isText: fields.ClinicalStatus = TextOf(ref reader); return true;
            case "verificationStatus" when isText: fields.VerificationStatus = TextOf(ref reader); return true;
            case "subject" or "patient" or "individual" when isObject: fields.Subject = ReadReference(ref reader); return true;
            case "code" or "medicationCodeableConcept" or "vaccineCode" when isObject: fields.Code = ReadConcept(ref reader); return true;
            case "medicationReference" when isObject: fields.MedicationReference = ReadReference(ref reader); return true;
            case "focus" when isArray: ReadReferences(ref reader, fields.Focus); return true;
            case "bodySite" when isArray: ReadConcepts(ref reader, fields.BodySites); return true;
            case "bodySite" when isObject: fields.BodySites.Add(ReadConcept(ref reader)); return true;
            case "severity" when isObject: fields.Severity = ReadConcept(ref reader); return true;
            case "relationship" when isObject: fields.Relationship = ReadConcept(ref reader); return true;
            case "stage" when isArray: ReadStages(ref reader, fields); return true;
            case "method" when isObject: fields.Method = ReadConcept(ref reader); return true;
            case "route" when isObject: fields.Route = ReadConcept(ref reader); return true;
            case "dosageInstruction" or "dosage" when isArray: ReadDosages(ref reader, fields); return true;
            case "dosage" when isObject: ReadDosage(ref reader, fields); return true;
            case "dispenseRequest" when isObject: ReadDispense(ref reader, fields); return true;
            case "period" when isObject: fields.When = ReadPeriod(ref reader, fields, name); return true;
            case "effectiveDateTime" or "performedDateTime" or "occurrenceDateTime" or "effectiveInstant" when isText:
                return Keep(DateOf(ref reader), date => fields.When = new FhirTime { Start = date, Said = true });
            case "effectivePeriod" or "performedPeriod" when isObject: fields.When = ReadPeriod(ref reader, fields, name); return true;
            case "authoredOn" or "recordedDate" or "dateAsserted" or "issued" or "date":
                return fields.Recorded is not null ? Pass(ref reader) : Keep(DateOf(ref reader), date => fields.Recorded = date);
            case "doNotPerform" when IsFlag(ref reader): fields.DoNotPerform = reader.GetBoolean(); return true;
            case "deceasedBoolean" when IsFlag(ref reader): fields.Deceased |= reader.GetBoolean(); return true;
            case "deceasedDateTime" when isText: fields.Deceased = true; return true;
            case "address" when isArray: ReadAddresses(ref reader, fields); return true;
            case "extension" when isArray: ReadExtensions(ref reader, fields); return true;
            case "contained" when isArray: ReadContained(ref reader, fields); return true;
            case "component" when isArray: ReadComponents(ref reader, fields); return true;
            case "condition" when isArray: ReadFamilyConditions(ref reader, fields); return true;
            case "parameter" when isArray: ReadParameters(ref reader, fields); return true;
            default:
                return name.StartsWith("onset", StringComparison.Ordinal) ? ReadTime(ref reader, name["onset".Length..], fields.Onset ??= new())
                    : name.StartsWith("abatement", StringComparison.Ordinal) ? ReadTime(ref reader, name["abatement".Length..], fields.Abatement ??= new())
                    : ReadObserved(ref reader, fields.Value, name) || (!IsKnown(name) && Pass(ref reader));
        }
    }

    private static bool IsKnown(string name) => name is
        "status" or "code" or "subject" or "patient" or "birthDate" or "gender" or "component" or "medicationCodeableConcept" or "vaccineCode"
        or "valueQuantity" or "valueCodeableConcept" or "valueString" or "valueBoolean" or "valueInteger" or "referenceRange" or "interpretation"
        or "effectiveDateTime" or "performedDateTime" or "occurrenceDateTime" or "effectivePeriod" or "performedPeriod" or "clinicalStatus"
        or "verificationStatus" or "address" or "stage" or "severity" or "bodySite" or "intent" or "authoredOn";

    private static bool Keep(PartialDate? date, Action<PartialDate> keep)
    {
        if (date is { } known)
        {
            keep(known);
        }

        return date is not null;
    }

    private static bool Pass(ref Utf8JsonReader reader)
    {
        reader.Skip();
        return true;
    }

    private static bool IsFlag(ref Utf8JsonReader reader) => reader.TokenType is JsonTokenType.True or JsonTokenType.False;
}
