namespace Trialist.Notes.Text;

/// <summary>The headings of <c>headings.tsv</c>.</summary>
internal static class HeadingTable
{
    /// <summary>Longest heading in words.</summary>
    public const int LongestHeading = 6;

    private static readonly Dictionary<string, NoteSection> ByWords =
        Tables.NoteTable.Rows("headings.tsv").ToDictionary(row => row[0], row => Enum.Parse<NoteSection>(row[1]), StringComparer.OrdinalIgnoreCase);

    public static NoteSection? Find(ReadOnlySpan<char> words) =>
        ByWords.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(words, out var section) ? section : null;
}
