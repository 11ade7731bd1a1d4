using System.Collections.Frozen;

namespace Trialist.Criteria.Vocabulary;

/// <summary>Words of some kinds, from an embedded table.</summary>
internal sealed class KindsOfWords
{
    private readonly Dictionary<string, string[]> kinds = new(StringComparer.Ordinal);

    private KindsOfWords(string name)
    {
        using var stream = typeof(KindsOfWords).Assembly.GetManifestResourceStream(name) ?? throw new InvalidOperationException($"{name} is not embedded.");
        using var reader = new StreamReader(stream);
        while (reader.ReadLine() is { } line)
        {
            if (line.Length > 0 && line[0] != '#')
            {
                var cells = line.Split('\t');
                kinds.Add(cells[0], cells[1].Split('|'));
            }
        }
    }

    /// <summary>Words about what is done at enrolment and during a study.</summary>
    public static KindsOfWords Actions { get; } = new("actions.tsv");

    /// <summary>Words about what a person judges.</summary>
    public static KindsOfWords Judges { get; } = new("judges.tsv");

    /// <summary>Words that say what a criterion that is read in part must not decide.</summary>
    public static KindsOfWords HalfRead { get; } = new("half-read.tsv");

    /// <summary>The words of a kind, each for itself.</summary>
    public FrozenSet<string> Of(string kind) => kinds[kind].ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    /// <summary>The phrases of a kind, to be looked for in a text.</summary>
    public PhraseList PhrasesOf(string kind) => new(kinds[kind]);
}
