using System.Text.Json;
using Trialist.Evaluation.Scoring;

namespace Trialist.Evaluation.Criteria;

/// <summary>The figures of <c>evaluate criteria</c> as JSON.</summary>
internal static class CriteriaFiguresJson
{
    public static void Write(Utf8JsonWriter json, IEnumerable<CriteriaFigures> corpora)
    {
        json.WriteStartObject();
        foreach (var figures in corpora)
        {
            json.WriteStartObject(figures.Corpus);
            json.WriteNumber("documents", figures.Documents);
            if (figures.HasGold)
            {
                ScoreJson.Write(json, "comparisonsFound", figures.Found);
                if (figures.Whole is { } whole)
                {
                    ScoreJson.Write(json, "comparisonsWhole", whole);
                }

                if (!figures.Entities.IsEmpty)
                {
                    ScoreJson.Write(json, "entities", figures.AllEntities);
                    json.WriteStartObject("entitiesByType");
                    foreach (var (type, score) in figures.Entities)
                    {
                        ScoreJson.Write(json, type, score);
                    }

                    json.WriteEndObject();
                }
            }
            else
            {
                json.WriteNull("comparisonsFound");
            }

            json.WriteEndObject();
        }

        json.WriteEndObject();
    }
}
