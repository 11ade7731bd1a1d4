namespace Trialist.Search.Analysis;

/// <summary>A word of a text as the index knows it.</summary>
/// <param name="Form">The word and its folded, stemmed form.</param>
/// <param name="Position">Its place among the words, 0-based; parts of a hyphenated word stand one after another, the joined form at the first part.</param>
/// <param name="Start">Where it begins in the text.</param>
/// <param name="End">Where it ends, exclusive.</param>
/// <param name="Joined">True for the joined form of a hyphenated word ("covid19" of COVID-19).</param>
internal readonly record struct Word(WordForm Form, int Position, int Start, int End, bool Joined)
{
    /// <summary>The folded, stemmed form.</summary>
    public string Term => Form.Term;

    /// <summary>Tells how the word is written.</summary>
    public uint Mark => Joined ? WordForm.Unwritten : Form.Mark;
}
