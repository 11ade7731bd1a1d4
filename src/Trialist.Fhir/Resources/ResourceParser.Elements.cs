using System.Text.Json;

namespace Trialist.Fhir.Resources;

/// <content>Data types of FHIR: text, dates, references, concepts, quantities, periods.</content>
internal static partial class ResourceParser
{
    private static string PropertyName(ref Utf8JsonReader reader) => reader.GetString()!;

    private static string? TextOf(ref Utf8JsonReader reader)
    {
        if (reader.TokenType != JsonTokenType.String)
        {
            reader.Skip();
            return null;
        }

        string text;
        try
        {
            text = reader.GetString()!;
        }
        catch (InvalidOperationException)
        {
            // An escaped lone surrogate or broken UTF-8 cannot become a string.
            return null;
        }

        return text.Length <= FhirLimits.TextLength ? text : text[..FhirLimits.TextLength];
    }

    private static PartialDate? DateOf(ref Utf8JsonReader reader) =>
        reader.TokenType == JsonTokenType.String && PartialDate.TryParse(TextOf(ref reader), out var date) ? date : null;

    private static decimal? NumberOf(ref Utf8JsonReader reader) =>
        reader.TokenType == JsonTokenType.Number && reader.TryGetDecimal(out var number) ? number : null;

    private static string? ReadReference(ref Utf8JsonReader reader)
    {
        string? reference = null;
        while (NextProperty(ref reader))
        {
            if (reader.ValueTextEquals("reference"u8))
            {
                reader.Read();
                reference = TextOf(ref reader);
            }
            else
            {
                reader.Skip();
            }
        }

        return reference;
    }

    private static void ReadReferences(ref Utf8JsonReader reader, List<string> references)
    {
        while (NextObject(ref reader))
        {
            if (ReadReference(ref reader) is { } reference)
            {
                references.Add(reference);
            }
        }
    }

    private static void ReadConcepts(ref Utf8JsonReader reader, List<FhirConcept> concepts)
    {
        while (NextObject(ref reader))
        {
            concepts.Add(ReadConcept(ref reader));
        }
    }

    private static FhirConcept ReadConcept(ref Utf8JsonReader reader)
    {
        var concept = new FhirConcept();
        while (NextProperty(ref reader))
        {
            if (reader.ValueTextEquals("coding"u8))
            {
                reader.Read();
                ReadCodings(ref reader, concept);
            }
            else if (reader.ValueTextEquals("text"u8))
            {
                reader.Read();
                concept.Text = TextOf(ref reader);
            }
            else
            {
                reader.Skip();
            }
        }

        return concept;
    }

    private static void ReadCodings(ref Utf8JsonReader reader, FhirConcept concept)
    {
        if (reader.TokenType != JsonTokenType.StartArray)
        {
            reader.Skip();
            return;
        }

        while (NextObject(ref reader))
        {
            var coding = ReadCoding(ref reader);
            if (coding.Code.Length > 0 || coding.Display is not null)
            {
                concept.Codings.Add(coding);
            }
        }
    }

    private static FhirCoding ReadCoding(ref Utf8JsonReader reader)
    {
        var system = CodeSystem.Other;
        string? code = null;
        string? display = null;
        while (NextProperty(ref reader))
        {
            if (reader.ValueTextEquals("system"u8))
            {
                reader.Read();
                system = reader.TokenType == JsonTokenType.String ? CodeSystemAddress.Of(ref reader) : CodeSystem.Other;
                reader.Skip();
            }
            else if (reader.ValueTextEquals("code"u8))
            {
                reader.Read();
                code = TextOf(ref reader);
            }
            else if (reader.ValueTextEquals("display"u8))
            {
                reader.Read();
                display = TextOf(ref reader);
            }
            else
            {
                reader.Skip();
            }
        }

        return new FhirCoding(system, code?.Trim() ?? "", display);
    }

    private static FhirQuantity ReadQuantity(ref Utf8JsonReader reader)
    {
        decimal? value = null;
        string? comparator = null, unit = null, code = null;
        while (NextProperty(ref reader))
        {
            var name = PropertyName(ref reader);
            reader.Read();
            switch (name)
            {
                case "value":
                    value = NumberOf(ref reader);
                    reader.Skip();
                    break;
                case "comparator":
                    comparator = TextOf(ref reader);
                    break;
                case "unit":
                    unit = TextOf(ref reader);
                    break;
                case "code":
                    code = TextOf(ref reader);
                    break;
                default:
                    reader.Skip();
                    break;
            }
        }

        return new FhirQuantity(value, comparator, string.IsNullOrWhiteSpace(code) ? unit : code);
    }

    private static FhirTime ReadPeriod(ref Utf8JsonReader reader, ResourceFields fields, string field)
    {
        var time = new FhirTime { Said = true };
        while (NextProperty(ref reader))
        {
            var isStart = reader.ValueTextEquals("start"u8);
            var isEnd = reader.ValueTextEquals("end"u8);
            reader.Read();
            if (!isStart && !isEnd)
            {
                reader.Skip();
                continue;
            }

            if (DateOf(ref reader) is not { } date)
            {
                fields.Damaged.Add($"{field}.{(isStart ? "start" : "end")}");
                reader.Skip();
            }
            else if (isStart)
            {
                time.Start = date;
            }
            else
            {
                time.End = date;
            }
        }

        return time;
    }

    // onset[x] and abatement[x]: DateTime, Period, Age, Range, String, Boolean.
    private static bool ReadTime(ref Utf8JsonReader reader, string form, FhirTime time)
    {
        time.Said = true;
        switch (form)
        {
            case "DateTime":
                return Keep(DateOf(ref reader), date => time.Start = date);
            case "Period" when reader.TokenType == JsonTokenType.StartObject:
                var scratch = new ResourceFields();
                var period = ReadPeriod(ref reader, scratch, form);
                (time.Start, time.End) = (period.Start, period.End);
                return scratch.Damaged.Count == 0;
            case "Age" when reader.TokenType == JsonTokenType.StartObject:
                var age = ReadQuantity(ref reader);
                time.AgeYears = age.Unit is null or "a" or "year" or "years" or "yr" ? age.Value : null;
                return true;
            case "Boolean" when IsFlag(ref reader):
                time.Said = reader.GetBoolean();
                return true;
            default:
                reader.Skip();
                return true;
        }
    }

    private static bool NextProperty(ref Utf8JsonReader reader) => reader.Read() && reader.TokenType == JsonTokenType.PropertyName;

    // Steps over members of an array that are not objects.
    private static bool NextObject(ref Utf8JsonReader reader)
    {
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            if (reader.TokenType == JsonTokenType.StartObject)
            {
                return true;
            }

            reader.Skip();
        }

        return false;
    }
}
