using System.Collections.Frozen;

namespace Trialist.Web.Words;

/// <summary>The registry's values in people's words, from <c>registry-words.tsv</c>.</summary>
internal static class RegistryWords
{
    private static readonly FrozenDictionary<(string Kind, string Value), RegistryWord> Table = Read();

    /// <summary>The word for a value; a value that the table does not hold is shown as it can best be read, never dropped.</summary>
    public static RegistryWord Of(string kind, string value) =>
        Table.TryGetValue((kind, value), out var word) ? word : new RegistryWord(value, Humanised(value), "");

    public static bool Holds(string kind, string value) => Table.ContainsKey((kind, value));

    /// <summary>The words of one kind, in the order of the table.</summary>
    public static IEnumerable<RegistryWord> OfKind(string kind) =>
        Table.Where(row => row.Key.Kind == kind).Select(row => row.Value).OrderBy(word => Rank[(kind, word.Value)]);

    private static readonly FrozenDictionary<(string Kind, string Value), int> Rank =
        Rows().Select((row, index) => (row, index)).ToFrozenDictionary(entry => (entry.row[0], entry.row[1]), entry => entry.index);

    private static FrozenDictionary<(string Kind, string Value), RegistryWord> Read() =>
        Rows().ToFrozenDictionary(row => (row[0], row[1]), row => new RegistryWord(row[1], row[2], row[3]));

    private static IEnumerable<string[]> Rows()
    {
        using var stream = typeof(RegistryWords).Assembly.GetManifestResourceStream("registry-words.tsv")!;
        using var reader = new StreamReader(stream);
        reader.ReadLine();
        while (reader.ReadLine() is { } line)
        {
            yield return line.Split('\t');
        }
    }

    private static string Humanised(string value)
    {
        var words = value.Replace('_', ' ');
        return value.Any(char.IsLower) || words.Length < 2 ? words : words[0] + words[1..].ToLowerInvariant();
    }
}
