namespace Trialist.Criteria.Vocabulary;

/// <summary>Words of a leaf's name in their standard form: short forms in full, one spelling, nothing that says nothing. From the embedded table standard-words.tsv.</summary>
/// <remarks>They change what a leaf is called and never what it means: its concept and its qualifiers stay as they are.</remarks>
internal sealed class StandardWords
{
    private const string Resource = "standard-words.tsv";

    private readonly List<Row> rows = [];
    private readonly PhraseList any;
    private readonly HashSet<LeafType> types;
    private readonly Dictionary<(LeafType Type, string Name), string> wholes = [];

    private StandardWords()
    {
        using var stream = typeof(StandardWords).Assembly.GetManifestResourceStream(Resource) ?? throw new InvalidOperationException($"{Resource} is not embedded.");
        using var reader = new StreamReader(stream);
        while (reader.ReadLine() is { } line)
        {
            if (line.Length > 0 && line[0] != '#')
            {
                var cells = line.Split('\t');
                LeafType[] kinds = [.. cells[0].Split('|').Select(Json.Words.Parse<LeafType>)];
                var standard = cells.Length > 3 ? cells[3] : "";
                if (cells[1] == "whole")
                {
                    Array.ForEach(kinds, kind => wholes.TryAdd((kind, cells[2]), standard));
                    continue;
                }

                rows.Add(new([.. kinds], cells[1], cells[2], standard, cells.Length > 4 ? new PhraseList(cells[4].Split('|')) : null));
            }
        }

        any = new([.. rows.Select(row => row.Words).Distinct()]);
        types = [.. rows.SelectMany(row => row.Types)];
    }

    public static StandardWords Default { get; } = new();

    /// <summary>The name with its words in their standard form.</summary>
    /// <param name="type">What kind of leaf bears it.</param>
    /// <param name="name">In lower case.</param>
    public string Of(LeafType type, string name)
    {
        if (wholes.TryGetValue((type, name), out var whole))
        {
            return whole;
        }

        if (!types.Contains(type) || !any.OccursIn(name))
        {
            return name;
        }

        var said = name;
        foreach (var row in rows)
        {
            if (row.Types.Contains(type) && row.Unless?.OccursIn(said) != true)
            {
                said = Replaced(said, row);
            }
        }

        said = said.Trim();
        return said.Length == 0 ? name : said;
    }

    private static string Replaced(string name, Row row)
    {
        for (var at = name.IndexOf(row.Words, StringComparison.Ordinal); at >= 0; at = name.IndexOf(row.Words, at, StringComparison.Ordinal))
        {
            var end = at + row.Words.Length;
            var whole = (at == 0 || !IsOfWord(name[at - 1])) && (end == name.Length || (!row.AtEnd && !IsOfWord(name[end]))) && (at > 0 || row.Place != Tail);
            if (whole)
            {
                name = $"{name.AsSpan(0, at)}{row.Standard}{name.AsSpan(end)}";
            }

            at += whole ? row.Standard.Length : row.Words.Length;
        }

        return name;
    }

    // "steroid-induced" is a word of its own.
    private static bool IsOfWord(char c) => char.IsLetterOrDigit(c) || c == '-';

    /// <summary>At the end, behind other words.</summary>
    private const string Tail = "tail";

    private sealed record Row(HashSet<LeafType> Types, string Place, string Words, string Standard, PhraseList? Unless)
    {
        public bool AtEnd => Place is "end" or Tail;
    }
}
