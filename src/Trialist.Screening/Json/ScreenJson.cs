using System.Text.Json;
using Trialist.Matching;
using Trialist.Screening.Cohorts;

namespace Trialist.Screening.Json;

/// <summary>Writes a screening result as JSON, shared by <c>screen --json</c> and <c>POST /api/v1/screen</c>.</summary>
public static class ScreenJson
{
    /// <summary>Writes the result as one object.</summary>
    /// <param name="json">Where to.</param>
    /// <param name="result">The result.</param>
    /// <param name="deIdentified">True to leave out what could tell who a person is: the facts with their dates and sources.</param>
    public static void Write(Utf8JsonWriter json, ScreenResult result, bool deIdentified = false)
    {
        json.WriteStartObject();
        json.WriteString("nctId", result.NctId?.ToString());
        json.WriteString("title", result.Title);
        if (result.NctId is { IsFictional: true })
        {
            json.WriteBoolean("fictional", true);
        }

        json.WriteString("asOf", result.AsOf.ToString("yyyy-MM-dd"));
        json.WriteStartArray("assumedComplete");
        foreach (var name in AssumedComplete.Describe(result.AssumedComplete).Split(", ", StringSplitOptions.RemoveEmptyEntries))
        {
            json.WriteStringValue(name);
        }

        json.WriteEndArray();
        json.WriteNumber("persons", result.Persons);
        json.WriteNumber("eligible", result.Eligible);
        json.WriteNumber("ineligible", result.Ineligible);
        json.WriteNumber("undetermined", result.Undetermined);
        WriteFunnel(json, result);
        json.WriteString("mostCostly", result.MostCostly);
        json.WriteStartArray("results");
        foreach (var person in result.People)
        {
            json.WriteStartObject();
            json.WriteString("person", person.Id);
            json.WriteString("verdict", MatchJson.Word(person.Verdict.Verdict));
            MatchJson.Write(json, person.Verdict.Counts);
            MatchJson.WriteCriteria(json, deIdentified ? WithoutFacts(person.Verdict.Criteria) : person.Verdict.Criteria);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteStartArray("questions");
        foreach (var question in result.Questions)
        {
            MatchJson.Write(json, question);
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteFunnel(Utf8JsonWriter json, ScreenResult result)
    {
        json.WriteStartArray("funnel");
        foreach (var row in result.Funnel)
        {
            json.WriteStartObject();
            json.WriteString("id", row.Id);
            json.WriteString("kind", MatchJson.Word(row.Kind));
            json.WriteString("text", row.Text);
            json.WriteString("reading", MatchJson.Word(row.Reading));
            json.WriteNumber("met", row.Met);
            json.WriteNumber("notMet", row.NotMet);
            json.WriteNumber("unknown", row.Unknown);
            json.WriteNumber("lostAlone", row.LostAlone);
            json.WriteNumber("lostHere", row.LostHere);
            json.WriteNumber("remaining", row.Remaining);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static ValueList<CriterionVerdict> WithoutFacts(ValueList<CriterionVerdict> criteria) => criteria
        .Select(one => one with { Because = one.Because.Select(reason => reason with { Facts = [], Note = null }).ToValueList() })
        .ToValueList();
}
