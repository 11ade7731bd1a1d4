using System.Text.Json;

namespace Trialist.Fhir.Resources;

/// <content>Addresses and the extensions that say sex at birth, coordinates and morphology.</content>
internal static partial class ResourceParser
{
    private const string Geolocation = "http://hl7.org/fhir/StructureDefinition/geolocation";

    private static void ReadAddresses(ref Utf8JsonReader reader, ResourceFields fields)
    {
        while (NextObject(ref reader))
        {
            var address = new FhirAddress();
            while (NextProperty(ref reader))
            {
                var name = PropertyName(ref reader);
                reader.Read();
                switch (name)
                {
                    case "city":
                        address.City = TextOf(ref reader);
                        break;
                    case "state":
                        address.State = TextOf(ref reader);
                        break;
                    case "country":
                        address.Country = TextOf(ref reader);
                        break;
                    case "use":
                        address.Old = TextOf(ref reader) == "old";
                        break;
                    case "extension" when reader.TokenType == JsonTokenType.StartArray:
                        ReadCoordinates(ref reader, address, inside: false);
                        break;
                    default:
                        reader.Skip();
                        break;
                }
            }

            fields.Addresses.Add(address);
        }
    }

    private static void ReadCoordinates(ref Utf8JsonReader reader, FhirAddress address, bool inside)
    {
        while (NextObject(ref reader))
        {
            string? url = null;
            double? value = null;
            while (NextProperty(ref reader))
            {
                var name = PropertyName(ref reader);
                reader.Read();
                if (name == "url")
                {
                    url = TextOf(ref reader);
                }
                else if (name == "valueDecimal" && reader.TokenType == JsonTokenType.Number)
                {
                    value = reader.TryGetDouble(out var number) ? number : null;
                }
                else if (name == "extension" && reader.TokenType == JsonTokenType.StartArray && !inside && url is null or Geolocation)
                {
                    ReadCoordinates(ref reader, address, inside: true);
                }
                else
                {
                    reader.Skip();
                }
            }

            if (inside && url == "latitude" && value is >= -90 and <= 90)
            {
                address.Latitude = value;
            }
            else if (inside && url == "longitude" && value is >= -180 and <= 180)
            {
                address.Longitude = value;
            }
        }
    }

    private static void ReadExtensions(ref Utf8JsonReader reader, ResourceFields fields)
    {
        while (NextObject(ref reader))
        {
            string? url = null;
            string? code = null;
            FhirConcept? concept = null;
            while (NextProperty(ref reader))
            {
                var name = PropertyName(ref reader);
                reader.Read();
                switch (name)
                {
                    case "url":
                        url = TextOf(ref reader);
                        break;
                    case "valueCode":
                        code = TextOf(ref reader);
                        break;
                    case "valueCodeableConcept" when reader.TokenType == JsonTokenType.StartObject:
                        concept = ReadConcept(ref reader);
                        break;
                    default:
                        reader.Skip();
                        break;
                }
            }

            if (url is null)
            {
                continue;
            }

            // http://hl7.org/fhir/us/core/StructureDefinition-us-core-birthsex.html: F, M, UNK or OTH
            if (url.EndsWith("us-core-birthsex", StringComparison.Ordinal))
            {
                fields.BirthSex = code;
            }
            else if (url.EndsWith("mcode-histology-morphology-behavior", StringComparison.Ordinal))
            {
                fields.Morphology = concept;
            }
        }
    }
}
