using System.Text.Json;

namespace Trialist.Evaluation.Scoring;

/// <summary>Writes a score with its counts and figures.</summary>
internal static class ScoreJson
{
    public static void Write(Utf8JsonWriter json, string name, Score score)
    {
        json.WriteStartObject(name);
        json.WriteNumber("precision", Math.Round(score.Precision, 4));
        json.WriteNumber("recall", Math.Round(score.Recall, 4));
        json.WriteNumber("f1", Math.Round(score.F1, 4));
        json.WriteNumber("found", score.Found);
        json.WriteNumber("predicted", score.Predicted);
        json.WriteNumber("gold", score.Gold);
        json.WriteEndObject();
    }
}
