namespace Trialist.Criteria.Vocabulary;

/// <summary>Tells from the last word of a phrase what kind of fact it is about, from the embedded table heads.tsv.</summary>
internal sealed class HeadTable
{
    private const string Resource = "heads.tsv";
    private const int ShortestStem = 4;
    private const int Letters = 'z' + 1;

    private readonly Dictionary<string, LeafType> words = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, LeafType>.AlternateLookup<ReadOnlySpan<char>> lookup;
    private readonly List<(string Ending, LeafType Type)>?[] endings = new List<(string Ending, LeafType Type)>?[Letters]; // by their last letter, the longest first

    private HeadTable()
    {
        lookup = words.GetAlternateLookup<ReadOnlySpan<char>>();
        using var stream = typeof(HeadTable).Assembly.GetManifestResourceStream(Resource) ?? throw new InvalidOperationException($"{Resource} is not embedded.");
        using var reader = new StreamReader(stream);
        while (reader.ReadLine() is { } line)
        {
            if (line.Length == 0 || line[0] == '#')
            {
                continue;
            }

            var cells = line.Split('\t');
            var type = Json.Words.Parse<LeafType>(cells[0]);
            foreach (var word in cells[1].Split('|'))
            {
                if (word[0] == '-')
                {
                    (endings[word[^1]] ??= []).Add((word[1..], type));
                }
                else
                {
                    words.TryAdd(word, type);
                }
            }
        }

        foreach (var group in endings)
        {
            group?.Sort((left, right) => right.Ending.Length - left.Ending.Length);
        }
    }

    public static HeadTable Default { get; } = new();

    /// <summary>The kind of fact; null when the word does not tell.</summary>
    public LeafType? TypeOf(ReadOnlySpan<char> word)
    {
        if (lookup.TryGetValue(word, out var type))
        {
            return type;
        }

        foreach (var (ending, kind) in EndingsLike(word))
        {
            if (word.Length >= ending.Length + ShortestStem && word.EndsWith(ending, StringComparison.OrdinalIgnoreCase))
            {
                return kind;
            }
        }

        return null;
    }

    private List<(string Ending, LeafType Type)> EndingsLike(ReadOnlySpan<char> word) =>
        !word.IsEmpty && char.ToLowerInvariant(word[^1]) is < (char)Letters and var last && endings[last] is { } some ? some : [];
}
