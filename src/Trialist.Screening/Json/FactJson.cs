using System.Text.Json;

namespace Trialist.Screening.Json;

/// <summary>Writes a fact that a verdict rests on.</summary>
internal static class FactJson
{
    public static void Write(Utf8JsonWriter json, Fact fact)
    {
        json.WriteStartObject();
        json.WriteString("what", fact.Concept.Name);
        if (fact.Value is { } value)
        {
            json.WriteNumber("value", value.Value);
            json.WriteString("unit", value.Unit);
        }
        else if (fact.ValueWithin is { } within)
        {
            WriteEnd(json, "min", within.Min);
            WriteEnd(json, "max", within.Max);
            json.WriteString("unit", within.Unit);
        }

        if (fact.Presence != Presence.Present)
        {
            json.WriteString("presence", MatchJson.Word(fact.Presence));
        }

        WriteDate(json, "date", fact.Date ?? fact.Start);
        if (fact.End is not null)
        {
            WriteDate(json, "end", fact.End);
        }

        if (fact.Status != FactStatus.Unstated)
        {
            json.WriteString("status", MatchJson.Word(fact.Status));
        }

        if (!fact.Qualifiers.IsEmpty)
        {
            json.WriteStartArray("qualifiers");
            foreach (var qualifier in fact.Qualifiers)
            {
                json.WriteStringValue(qualifier.Value);
            }

            json.WriteEndArray();
        }

        json.WriteString("source", fact.Source);
        json.WriteEndObject();
    }

    private static void WriteDate(Utf8JsonWriter json, string name, PartialDate? date) => json.WriteString(name, date?.ToString());

    private static void WriteEnd(Utf8JsonWriter json, string name, Bound? bound)
    {
        if (bound is { } end)
        {
            json.WriteStartObject(name);
            json.WriteNumber("value", end.Value);
            json.WriteBoolean("inclusive", end.Inclusive);
            json.WriteEndObject();
        }
    }
}
