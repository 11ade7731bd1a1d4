using Trialist.Fhir.Resources;

namespace Trialist.Fhir.People;

/// <summary>Stage groups of cancer in one form: <c>iv</c>, <c>iiia</c>, <c>0</c>.</summary>
internal static class CancerStage
{
    private static readonly string[] Numerals = ["0", "i", "ii", "iii", "iv"];

    /// <summary>The stage as a qualifier; null when the concept names none. TNM categories keep their own form (<c>t2</c>, <c>n0</c>, <c>m1</c>).</summary>
    public static Qualifier? Of(FhirConcept concept)
    {
        if (concept.Words is { } words && Parse(words) is { } spoken)
        {
            return new Qualifier(QualifierKind.Stage, spoken);
        }

        foreach (var coding in concept.Codings)
        {
            if (coding.System is CodeSystem.Other && Parse(coding.Code) is { } coded)
            {
                return new Qualifier(QualifierKind.Stage, coded);
            }
        }

        return null;
    }

    /// <summary>Reads "Stage IIA", "2A", "IV", "AJCC stage 3", "cT2".</summary>
    public static string? Parse(string text)
    {
        foreach (var raw in text.ToLowerInvariant().Split([' ', ',', ':', '(', ')', '='], StringSplitOptions.RemoveEmptyEntries))
        {
            var word = raw;
            if (word.Length is >= 2 and <= 5 && word.TrimStart('c', 'p', 'y') is ['t' or 'n' or 'm', >= '0' and <= '4', ..] category)
            {
                return category;
            }

            var letters = word.TrimEnd('1', '2', '3');
            var suffix = letters.Length > 0 && letters.Length <= word.Length && letters[^1] is 'a' or 'b' or 'c' && letters.Length > 1 ? letters[^1..] : "";
            var stem = suffix.Length > 0 ? letters[..^1] : word;
            var index = stem is ['0' or '1' or '2' or '3' or '4'] ? stem[0] - '0' : Array.IndexOf(Numerals, stem);
            if (index >= 0)
            {
                return Numerals[index] + suffix;
            }
        }

        return null;
    }
}
