using Trialist.Notes.Context;
using Trialist.Notes.Facts;
using Trialist.Notes.Text;

namespace Trialist.Notes.Mentions;

/// <summary>What was recognised in one sentence.</summary>
internal sealed class SentenceTerms(string note, NoteSentence sentence)
{
    public string Note { get; } = note;

    public NoteSentence Sentence { get; } = sentence;

    public NoteToken[] Tokens => Sentence.Tokens;

    public List<Mention> Mentions { get; } = [];

    public List<QualifierMention> Qualifiers { get; } = [];

    public List<CueHit> Cues { get; } = [];

    /// <summary>Tokens of numbers that are the value of something already.</summary>
    public HashSet<int> Valued { get; } = [];

    /// <summary>First tokens of methods that belong to a value already.</summary>
    public HashSet<int> MethodsTaken { get; } = [];

    /// <summary>What the sentence says of time.</summary>
    public List<TimeWords> Times { get; set; } = [];

    public TextSpan SpanOf(int first, int end) => new(Tokens[first].Start, Tokens[end - 1].End);

    public ReadOnlySpan<char> Words(int first, int end) => SpanOf(first, end) is var span ? Note.AsSpan(span.Start, span.Length) : default;
}
