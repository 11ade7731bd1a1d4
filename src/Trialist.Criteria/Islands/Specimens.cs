using Trialist.Criteria.Vocabulary;

namespace Trialist.Criteria.Islands;

/// <summary>Tissue that a person is to give: "fresh or archival tumor tissue" is two samples, one of which is enough.</summary>
internal static class Specimens
{
    private static readonly PhraseList Given = new("provide ", "provision of ", "submit ", "supply ", "give ", "have available ", "availability of ", "donate ", "undergo ", "collection of ");

    private static readonly PhraseList Nouns = new("tissue", "specimen", "biopsy", "biopsies", "paraffin", "ffpe");

    private static readonly string[] Ends = ["tissue", "tissues", "sample", "samples", "specimen", "specimens", "biopsy", "biopsies", "block", "blocks", "slide", "slides", "section", "sections"];

    private static readonly HashSet<string> Idle = new(StringComparer.Ordinal) { "a", "an", "the", "their", "his", "her", "sufficient", "adequate", "enough", "available", "any", "some", "either", "both", "mandatory", "required", "suitable" };

    private const int LongestName = 6;

    /// <summary>The names of what is to be given; empty where the words speak of anything else.</summary>
    /// <param name="words">The words of the action in lower case.</param>
    public static List<string> Of(string words)
    {
        words = words.Replace("tumour", "tumor", StringComparison.Ordinal);
        if (!Nouns.OccursIn(words) || Given.FirstIn(words) is not { } verb || words.Contains("consent", StringComparison.Ordinal))
        {
            return [];
        }

        var named = new List<string>();
        var waiting = new List<string>();
        var name = new List<string>();
        foreach (var part in words[(verb.At + verb.Phrase.Length)..].Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            var word = part.Trim(',', '.', ';');
            if (word is "or" or "and" or "and/or" || (part.EndsWith(',') && !IsEnd(word)))
            {
                if (word is not ("or" or "and" or "and/or"))
                {
                    name.Add(word);
                }

                if (name.Count > 0 && IsEnd(name[^1]))
                {
                    named.Add(string.Join(' ', name));
                }
                else if (name.Count == 1)
                {
                    waiting.Add(name[0]);
                }
                else if (name.Count > 1)
                {
                    return [];
                }

                name.Clear();
                continue;
            }

            if (name.Count > 0 && IsEnd(name[^1]) && !IsEnd(word))
            {
                if (word.StartsWith('('))
                {
                    return [];
                }

                break;
            }

            if (!Idle.Contains(word))
            {
                name.Add(word);
            }
        }

        if (name.Count == 0 || name.Count > LongestName || !IsEnd(name[^1]))
        {
            return [];
        }

        // "fresh or archival tumor tissue": the noun is of both.
        named.AddRange(waiting.Select(adjective => $"{adjective} {string.Join(' ', name.Count > 1 ? name[1..] : name)}"));
        named.Add(string.Join(' ', name));
        return named.TrueForAll(IsPlain) ? named.ConvertAll(InSingular) : [];
    }

    private static bool IsEnd(string word) => Array.IndexOf(Ends, word) >= 0;

    private static bool IsPlain(string name) => name.Count(' ') < LongestName && Nouns.OccursIn(name) && !name.AsSpan().ContainsAny('(', ')', ':');

    private static string InSingular(string name) => name.EndsWith("tissue", StringComparison.Ordinal) ? $"{name} sample" : Singulars.Of(name);
}
