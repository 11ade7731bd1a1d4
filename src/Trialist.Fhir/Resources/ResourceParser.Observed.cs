using System.Text.Json;

namespace Trialist.Fhir.Resources;

/// <content>Values, ranges and components of observations.</content>
internal static partial class ResourceParser
{
    // False, with the reader still on the value, when the field is none of these or not of the kind that FHIR says.
    private static bool ReadObserved(ref Utf8JsonReader reader, ObservedValue observed, string name)
    {
        var isObject = reader.TokenType == JsonTokenType.StartObject;
        var isArray = reader.TokenType == JsonTokenType.StartArray;
        switch (name)
        {
            case "valueQuantity" when isObject: observed.Quantity = ReadQuantity(ref reader); return true;
            case "valueInteger" when reader.TokenType == JsonTokenType.Number: observed.Quantity = new FhirQuantity(NumberOf(ref reader), null, null); return true;
            case "valueCodeableConcept" when isObject: observed.Concept = ReadConcept(ref reader); return true;
            case "valueString" when reader.TokenType == JsonTokenType.String: observed.Words = TextOf(ref reader); return true;
            case "valueBoolean" when IsFlag(ref reader): observed.Flag = reader.GetBoolean(); return true;
            case "valueRange" when isObject: observed.Range = ReadRange(ref reader, out _); return true;
            case "interpretation" when isArray: ReadConcepts(ref reader, observed.Interpretations); return true;
            case "interpretation" when isObject: observed.Interpretations.Add(ReadConcept(ref reader)); return true;
            case "referenceRange" when isArray: ReadReferenceRanges(ref reader, observed); return true;
            case "dataAbsentReason":
                observed.DataAbsent = true;
                reader.Skip();
                return true;
            default: return false;
        }
    }

    private static void ReadComponents(ref Utf8JsonReader reader, ResourceFields fields)
    {
        while (NextObject(ref reader))
        {
            var component = new ObservedValue();
            while (NextProperty(ref reader))
            {
                var name = PropertyName(ref reader);
                reader.Read();
                if (name == "code" && reader.TokenType == JsonTokenType.StartObject)
                {
                    component.Code = ReadConcept(ref reader);
                }
                else if (!ReadObserved(ref reader, component, name))
                {
                    if (IsKnown(name))
                    {
                        fields.Damaged.Add($"component.{name}");
                    }

                    reader.Skip();
                }
            }

            fields.Components.Add(component);
        }
    }

    private static void ReadReferenceRanges(ref Utf8JsonReader reader, ObservedValue observed)
    {
        while (NextObject(ref reader))
        {
            var (low, high) = ReadRange(ref reader, out var kind);
            observed.ReferenceRanges.Add((low, high, kind));
        }
    }

    private static (FhirQuantity? Low, FhirQuantity? High) ReadRange(ref Utf8JsonReader reader, out FhirConcept? kind)
    {
        FhirQuantity? low = null, high = null;
        kind = null;
        while (NextProperty(ref reader))
        {
            var name = PropertyName(ref reader);
            reader.Read();
            if (reader.TokenType != JsonTokenType.StartObject)
            {
                reader.Skip();
                continue;
            }

            switch (name)
            {
                case "low":
                    low = ReadQuantity(ref reader);
                    break;
                case "high":
                    high = ReadQuantity(ref reader);
                    break;
                case "type":
                    kind = ReadConcept(ref reader);
                    break;
                default:
                    reader.Skip();
                    break;
            }
        }

        return (low, high);
    }
}
