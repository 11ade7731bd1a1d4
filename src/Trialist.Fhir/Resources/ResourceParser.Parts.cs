using System.Text.Json;

namespace Trialist.Fhir.Resources;

/// <content>Parts of single kinds of resource: addresses, extensions, dosages, stages, contained medications, parameters.</content>
internal static partial class ResourceParser
{
    private static void ReadMeta(ref Utf8JsonReader reader, ResourceFields fields)
    {
        while (NextProperty(ref reader))
        {
            var isProfile = reader.ValueTextEquals("profile"u8);
            reader.Read();
            if (!isProfile || reader.TokenType != JsonTokenType.StartArray)
            {
                reader.Skip();
                continue;
            }

            while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
            {
                if (TextOf(ref reader) is { } profile)
                {
                    fields.Profiles.Add(profile);
                }
            }
        }
    }

    private static void ReadStages(ref Utf8JsonReader reader, ResourceFields fields)
    {
        while (NextObject(ref reader))
        {
            while (NextProperty(ref reader))
            {
                var isSummary = reader.ValueTextEquals("summary"u8);
                reader.Read();
                if (isSummary && reader.TokenType == JsonTokenType.StartObject)
                {
                    fields.Stages.Add(ReadConcept(ref reader));
                }
                else
                {
                    reader.Skip();
                }
            }
        }
    }

    private static void ReadFamilyConditions(ref Utf8JsonReader reader, ResourceFields fields)
    {
        while (NextObject(ref reader))
        {
            var condition = new FamilyCondition();
            while (NextProperty(ref reader))
            {
                var isCode = reader.ValueTextEquals("code"u8);
                reader.Read();
                if (isCode && reader.TokenType == JsonTokenType.StartObject)
                {
                    condition.Code = ReadConcept(ref reader);
                }
                else
                {
                    reader.Skip();
                }
            }

            fields.FamilyConditions.Add(condition);
        }
    }

    private static void ReadDosages(ref Utf8JsonReader reader, ResourceFields fields)
    {
        while (NextObject(ref reader))
        {
            ReadDosage(ref reader, fields);
        }
    }

    private static void ReadDosage(ref Utf8JsonReader reader, ResourceFields fields)
    {
        while (NextProperty(ref reader))
        {
            var name = PropertyName(ref reader);
            reader.Read();
            if (name == "route" && reader.TokenType == JsonTokenType.StartObject)
            {
                fields.Route = ReadConcept(ref reader);
            }
            else if (name is "timing" or "repeat" && reader.TokenType == JsonTokenType.StartObject)
            {
                // timing.repeat.boundsPeriod says when the drug is to be taken.
                ReadDosage(ref reader, fields);
            }
            else if (name == "boundsPeriod" && reader.TokenType == JsonTokenType.StartObject)
            {
                fields.Supply = ReadPeriod(ref reader, fields, "dosageInstruction.timing.repeat.boundsPeriod");
            }
            else
            {
                reader.Skip();
            }
        }
    }

    private static void ReadDispense(ref Utf8JsonReader reader, ResourceFields fields)
    {
        while (NextProperty(ref reader))
        {
            var isValidity = reader.ValueTextEquals("validityPeriod"u8);
            reader.Read();
            if (isValidity && reader.TokenType == JsonTokenType.StartObject && fields.Supply is null)
            {
                fields.Supply = ReadPeriod(ref reader, fields, "dispenseRequest.validityPeriod");
            }
            else
            {
                reader.Skip();
            }
        }
    }

    private static void ReadContained(ref Utf8JsonReader reader, ResourceFields fields)
    {
        while (NextObject(ref reader))
        {
            string? id = null;
            FhirConcept? code = null;
            while (NextProperty(ref reader))
            {
                var name = PropertyName(ref reader);
                reader.Read();
                if (name == "id")
                {
                    id = TextOf(ref reader);
                }
                else if (name == "code" && reader.TokenType == JsonTokenType.StartObject)
                {
                    code = ReadConcept(ref reader);
                }
                else
                {
                    reader.Skip();
                }
            }

            if (id is not null && code is not null)
            {
                fields.Contained["#" + id] = code;
            }
        }
    }

    private static void ReadParameters(ref Utf8JsonReader reader, ResourceFields fields)
    {
        while (NextObject(ref reader))
        {
            string? parameter = null;
            string? value = null;
            while (NextProperty(ref reader))
            {
                var name = PropertyName(ref reader);
                reader.Read();
                if (name == "name")
                {
                    parameter = TextOf(ref reader);
                }
                else if (name.StartsWith("value", StringComparison.Ordinal) && reader.TokenType == JsonTokenType.Number)
                {
                    value = NumberOf(ref reader)?.ToString();
                }
                else if (name.StartsWith("value", StringComparison.Ordinal) && reader.TokenType == JsonTokenType.String)
                {
                    value = TextOf(ref reader);
                }
                else
                {
                    reader.Skip();
                }
            }

            if (parameter is not null)
            {
                fields.Parameters.Add((parameter, value));
            }
        }
    }
}
