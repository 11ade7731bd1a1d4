using Trialist.Terminology;

namespace Trialist.Evaluation.Readings;

/// <summary>"kiwi allergy" is a disease to the engine, which knows its codes; hand readings have an allergy to kiwi. It is the same fact.</summary>
internal static class NamedAllergy
{
    private static readonly string[] Endings = [" allergy", " allergic", "-allergic"];

    /// <summary>"HDM": an abbreviation is given in full, where the lexicon has it.</summary>
    private const int LongestShort = 3;

    private const string Hypersensitivity = " hypersensitivity";

    // "seasonal allergy", "skin allergy": when or where, not to what.
    private static readonly HashSet<string> NoAllergens = new(StringComparer.Ordinal) { "seasonal", "perennial", "ocular", "nasal", "respiratory", "skin", "eye", "contact", "airway", "inhalant", "environmental", "non" };

    // "severe drug allergy", "suspected egg allergy": more is said than to what.
    private static readonly HashSet<string> Further = new(StringComparer.Ordinal)
    {
        "severe", "serious", "moderate", "mild", "suspected", "multiple", "other", "active", "acute", "chronic", "persistent", "previous", "significant", "clinically", "relevant", "convincing",
        "ige-mediated", "non-ige-mediated", "physician-diagnosed", "physician", "doctor-diagnosed", "documented", "confirmed", "current", "uncontrolled", "symptomatic", "immediate", "family",
    };

    /// <summary>The name of the allergy as hand readings have it; null where the condition is none.</summary>
    /// <param name="name">The name of a condition.</param>
    public static string? Of(string name)
    {
        if (name is "allergy")
        {
            return name;
        }

        if (name.EndsWith(Hypersensitivity, StringComparison.Ordinal))
        {
            var drug = name[..^Hypersensitivity.Length];
            return Lexicon.Default.Find(drug) is [{ LeafType: LeafType.Allergy or LeafType.Treatment }, ..] ? drug : null;
        }

        foreach (var ending in Endings)
        {
            if (name.EndsWith(ending, StringComparison.Ordinal))
            {
                var what = name[..^ending.Length];
                var words = what.Split(' ');
                return Array.Exists(words, NoAllergens.Contains) || (ending != Endings[0] && Lexicon.Default.Find(what).IsEmpty) ? null
                    : Array.Exists(words, Further.Contains) ? $"{what} allergy"
                    : what.Length <= LongestShort && Lexicon.Default.Find(what) is [{ LeafType: LeafType.Allergy } full, ..] ? full.Name : what;
            }
        }

        return null;
    }
}
