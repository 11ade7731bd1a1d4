namespace Trialist.Criteria.Vocabulary;

/// <summary>Adjectives of persons with the noun for what they have: "hypertensive" is hypertension. From the embedded table adjectives-of-persons.tsv.</summary>
internal sealed class AdjectivesOfPersons
{
    private const string Resource = "adjectives-of-persons.tsv";

    private static readonly string[] Persons = [" patient", " subject", " participant", " individual", " person", " adult", " child", " woman", " man", " infant"];

    private readonly Dictionary<string, string> nouns = new(StringComparer.Ordinal);

    private AdjectivesOfPersons()
    {
        using var stream = typeof(AdjectivesOfPersons).Assembly.GetManifestResourceStream(Resource) ?? throw new InvalidOperationException($"{Resource} is not embedded.");
        using var reader = new StreamReader(stream);
        while (reader.ReadLine() is { } line)
        {
            if (line.Length > 0 && line[0] != '#')
            {
                var cut = line.IndexOf('\t', StringComparison.Ordinal);
                nouns.Add(line[..cut], line[(cut + 1)..]);
            }
        }
    }

    public static AdjectivesOfPersons Default { get; } = new();

    /// <summary>"type 2 diabetes" of "type 2 diabetic" or "type 2 diabetic patient"; null where the last word says nothing of a person.</summary>
    /// <param name="words">In lower case and in the singular.</param>
    public string? NounOf(string words)
    {
        foreach (var person in Persons)
        {
            if (words.EndsWith(person, StringComparison.Ordinal))
            {
                words = words[..^person.Length];
                break;
            }
        }

        var last = words.LastIndexOf(' ') + 1;
        // "naturally amenorrheic" has no noun.
        return nouns.TryGetValue(words[last..], out var noun) && !words.AsSpan(0, Math.Max(0, last - 1)).EndsWith("ly") ? $"{words.AsSpan(0, last)}{noun}" : null;
    }
}
