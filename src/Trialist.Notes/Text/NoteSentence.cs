namespace Trialist.Notes.Text;

/// <summary>A sentence, a line or a list item: the widest that a cue can reach.</summary>
/// <param name="Tokens">Its tokens, without line breaks and list marks.</param>
/// <param name="Section">The part of the note.</param>
/// <param name="IsItem">True for an item of a list, whose words stand for themselves.</param>
internal sealed record NoteSentence(NoteToken[] Tokens, NoteSection Section, bool IsItem)
{
    public int Start => Tokens[0].Start;

    public int End => Tokens[^1].End;
}
