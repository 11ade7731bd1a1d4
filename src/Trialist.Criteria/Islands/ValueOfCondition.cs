using Trialist.Terminology;

namespace Trialist.Criteria.Islands;

/// <summary>The analyte that a condition is a value of: "thrombocytopenia &lt; 50,000/mm3" limits the platelets.</summary>
internal static class ValueOfCondition
{
    private static readonly Dictionary<string, string> Analytes = new(StringComparer.Ordinal)
    {
        ["thrombocytopenia"] = "platelets", ["neutropenia"] = "anc", ["anemia"] = "hemoglobin", ["leukopenia"] = "wbc", ["leukocytosis"] = "wbc", ["lymphopenia"] = "alc", ["eosinophilia"] = "eosinophils",
        ["hyperkalemia"] = "potassium", ["hypokalemia"] = "potassium", ["hyponatremia"] = "sodium", ["hypernatremia"] = "sodium", ["hypocalcemia"] = "calcium", ["hypercalcemia"] = "calcium",
        ["hypomagnesemia"] = "magnesium", ["hypophosphatemia"] = "phosphate", ["hyperuricemia"] = "uric.acid", ["hypertriglyceridemia"] = "triglycerides", ["hypercholesterolemia"] = "cholesterol.total",
        ["hypoglycemia"] = "glucose", ["hyperglycemia"] = "glucose", ["bradycardia"] = "heart.rate", ["tachycardia"] = "heart.rate", ["fever"] = "temperature", ["hypothermia"] = "temperature",
    };

    /// <summary>The analyte; null when the condition is the value of none, or its unit does not fit.</summary>
    public static LexiconEntry? Of(LexiconEntry? condition, string? unit, Lexicon lexicon) =>
        condition is not null && unit is not null && Analytes.TryGetValue(condition.Name, out var name) && lexicon.ByName(name) is { Analyte: { } analyte } entry && Units.Convert(new Quantity(1, unit), analyte.Unit, analyte) is not null
            ? entry : null;
}
