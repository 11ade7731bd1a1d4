using System.Text.Json;
using Trialist.Criteria.Json;

namespace Trialist.Screening.Json;

/// <summary>Writes match results in the shape that <c>match --json</c> and <c>POST /api/v1/match</c> share.</summary>
public static class MatchJson
{
    /// <summary>Writes a whole result as one JSON object.</summary>
    public static void Write(Utf8JsonWriter json, MatchResult result)
    {
        json.WriteStartObject();
        json.WriteString("asOf", result.AsOf.ToString("yyyy-MM-dd"));
        json.WriteStartObject("person");
        WriteNumberOrNull(json, "age", result.Age);
        json.WriteString("sex", result.Sex is Sex.Female or Sex.Male ? Word(result.Sex.Value) : null);
        json.WriteNumber("facts", result.Facts);
        json.WriteEndObject();
        json.WriteNumber("studiesConsidered", result.StudiesConsidered);
        json.WriteStartArray("results");
        foreach (var verdict in result.Results)
        {
            Write(json, verdict);
        }

        json.WriteEndArray();
        json.WriteStartArray("questions");
        foreach (var question in result.Questions)
        {
            Write(json, question);
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    /// <summary>Writes one study's verdict.</summary>
    public static void Write(Utf8JsonWriter json, StudyVerdict verdict)
    {
        json.WriteStartObject();
        json.WriteString("nctId", verdict.NctId.Number == 0 ? null : verdict.NctId.ToString());
        json.WriteString("title", verdict.Title);
        if (verdict.NctId.IsFictional)
        {
            json.WriteBoolean("fictional", true);
        }

        json.WriteString("verdict", Word(verdict.Verdict));
        json.WriteNumber("score", Math.Round(verdict.Score, 4));
        if (verdict.DistanceKm is { } distance)
        {
            json.WriteNumber("distanceKm", Math.Round(distance, 1));
        }
        else
        {
            json.WriteNull("distanceKm");
        }

        Write(json, verdict.Counts);
        WriteCriteria(json, verdict.Criteria);
        json.WriteEndObject();
    }

    /// <summary>Writes one question.</summary>
    public static void Write(Utf8JsonWriter json, Question question)
    {
        json.WriteStartObject();
        json.WriteString("ask", question.Ask);
        json.WriteString("text", question.Text);
        json.WriteNumber("decides", question.Decides);
        json.WriteEndObject();
    }

    /// <summary>Writes the counts as the property <c>counts</c>.</summary>
    public static void Write(Utf8JsonWriter json, VerdictCounts counts)
    {
        json.WriteStartObject("counts");
        json.WriteNumber("met", counts.Met);
        json.WriteNumber("notMet", counts.NotMet);
        json.WriteNumber("unknown", counts.Unknown);
        json.WriteNumber("unread", counts.Unread);
        json.WriteNumber("judgement", counts.Judgement);
        json.WriteNumber("action", counts.Action);
        json.WriteEndObject();
    }

    /// <summary>Writes the criteria as the property <c>criteria</c>.</summary>
    public static void WriteCriteria(Utf8JsonWriter json, ValueList<CriterionVerdict> criteria)
    {
        json.WriteStartArray("criteria");
        foreach (var criterion in criteria)
        {
            json.WriteStartObject();
            json.WriteString("id", criterion.Id);
            json.WriteString("kind", Word(criterion.Kind));
            json.WriteString("truth", Word(criterion.Truth));
            if (criterion.Met is { } met)
            {
                json.WriteBoolean("met", met);
            }
            else
            {
                json.WriteNull("met");
            }

            json.WriteString("reading", Word(criterion.Reading));
            if (criterion.Correction is { } correction)
            {
                json.WritePropertyName("corrected");
                CriteriaJson.WriteCorrection(json, correction);
            }

            json.WriteStartArray("because");
            foreach (var reason in criterion.Because)
            {
                Write(json, reason);
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void Write(Utf8JsonWriter json, Reason reason)
    {
        json.WriteStartObject();
        json.WriteString("predicate", reason.Predicate);
        json.WriteString("truth", Word(reason.Truth));
        if (reason.Span is { } span)
        {
            json.WriteStartArray("span");
            json.WriteNumberValue(span.Start);
            json.WriteNumberValue(span.End);
            json.WriteEndArray();
        }
        else
        {
            json.WriteNull("span");
        }

        json.WriteStartArray("facts");
        foreach (var fact in reason.Facts)
        {
            FactJson.Write(json, fact);
        }

        json.WriteEndArray();
        json.WriteStartArray("missing");
        foreach (var missing in reason.Missing)
        {
            json.WriteStringValue(missing);
        }

        json.WriteEndArray();
        json.WriteBoolean("borderline", reason.Borderline);
        WriteWhenSet(json, reason);
        json.WriteEndObject();
    }

    // These four say something out of the ordinary and stand only where they do.
    private static void WriteWhenSet(Utf8JsonWriter json, Reason reason)
    {
        if (reason.NotApplicable)
        {
            json.WriteBoolean("notApplicable", true);
            json.WriteString("reason", "notApplicable");
        }

        if (reason.Assumed is { } assumed)
        {
            json.WriteString("assumed", assumed);
        }

        if (reason.Note is { } note)
        {
            json.WriteString("note", note);
        }
    }

    private static void WriteNumberOrNull(Utf8JsonWriter json, string name, int? number)
    {
        if (number is { } value)
        {
            json.WriteNumber(name, value);
        }
        else
        {
            json.WriteNull(name);
        }
    }

    internal static string Word<T>(T value)
        where T : struct, Enum => JsonNamingPolicy.CamelCase.ConvertName(value.ToString());
}
