using System.Collections.Frozen;

namespace Trialist.Criteria.Vocabulary;

/// <summary>Words about what a person judges, by their kind, from the embedded table judges.tsv.</summary>
internal sealed class JudgeWords
{
    private const string Resource = "judges.tsv";

    private readonly Dictionary<string, string[]> kinds = new(StringComparer.Ordinal);

    private JudgeWords()
    {
        using var stream = typeof(JudgeWords).Assembly.GetManifestResourceStream(Resource) ?? throw new InvalidOperationException($"{Resource} is not embedded.");
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

    public static JudgeWords Default { get; } = new();

    /// <summary>The words of a kind, each for itself.</summary>
    public FrozenSet<string> Of(string kind) => kinds[kind].ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    /// <summary>The phrases of a kind, to be looked for in a text.</summary>
    public PhraseList PhrasesOf(string kind) => new(kinds[kind]);
}
