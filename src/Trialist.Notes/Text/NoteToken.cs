namespace Trialist.Notes.Text;

/// <summary>One token of a note. Tokens stand in order and do not overlap; only white space and nothing else lies between them.</summary>
internal readonly record struct NoteToken(NoteTokenKind Kind, int Start, int End)
{
    public bool IsWord => Kind == NoteTokenKind.Word;

    public bool IsNumber => Kind == NoteTokenKind.Number;

    public bool Is(string note, char symbol) => Kind == NoteTokenKind.Symbol && note[Start] == symbol;

    public bool IsWordOf(string note, string word) =>
        Kind == NoteTokenKind.Word && note.AsSpan(Start, End - Start).Equals(word, StringComparison.OrdinalIgnoreCase);

    public ReadOnlySpan<char> In(string note) => note.AsSpan(Start, End - Start);
}
