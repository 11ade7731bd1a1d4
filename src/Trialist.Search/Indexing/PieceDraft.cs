using Trialist.Search.Analysis;
using Trialist.Search.Indexing.Segments;
using Trialist.Search.Pieces;

namespace Trialist.Search.Indexing;

/// <summary>The tokens of one piece of the study that is being indexed; emptied for the next study.</summary>
internal sealed class PieceDraft
{
    private readonly TermTable terms;
    private readonly List<PieceToken> tokens = [];
    private readonly List<Word> words = [];

    // A value that is there already says nothing new where no one ranks by how often it stands there: results repeat theirs a thousand times.
    private readonly HashSet<string>? seen;
    private int nextPosition;

    /// <param name="piece">The piece.</param>
    /// <param name="field">Where the tokens of all studies are gathered.</param>
    /// <param name="terms">Numbers of terms.</param>
    /// <param name="pairs">Takes the pairs of common words; null for a piece whose pairs are not indexed.</param>
    public PieceDraft(Piece piece, FieldDraft field, TermTable terms, PairDraft? pairs = null)
    {
        Piece = piece;
        Field = field;
        Pairs = pairs;
        this.terms = terms;
        seen = piece.IsOfLocation || StudyFields.IsRanked(piece) ? null : new HashSet<string>(StringComparer.Ordinal);
    }

    public Piece Piece { get; }

    /// <summary>Where the tokens of all studies are gathered.</summary>
    public FieldDraft Field { get; }

    /// <summary>The pairs of common words; null for a piece whose pairs are not indexed.</summary>
    public PairDraft? Pairs { get; }

    public List<PieceToken> Tokens => tokens;

    /// <summary>The words of the value that was added last.</summary>
    public IReadOnlyList<Word> Words => words;

    /// <summary>True when the record holds the piece.</summary>
    public bool IsHeld { get; set; }

    /// <summary>True when the piece has tokens and is on the list of those.</summary>
    public bool IsFilled { get; set; }

    public void Clear()
    {
        tokens.Clear();
        words.Clear();
        seen?.Clear();
        Pairs?.Clear();
        nextPosition = 0;
        (IsHeld, IsFilled) = (false, false);
    }

    /// <summary>Adds a value.</summary>
    /// <param name="value">As the record has it.</param>
    /// <param name="site">Number of the site that it belongs to, from 0; -1 for a value of the study.</param>
    public void Add(string value, int site)
    {
        if (seen is not null && !seen.Add(value))
        {
            return;
        }

        if (Piece.Kind is PieceKind.Text or PieceKind.Markup)
        {
            AddText(value, site);
        }
        else if (PieceValues.TokenOf(Piece, value) is { } token)
        {
            tokens.Add(new PieceToken(terms.NumberOf(token), site < 0 ? nextPosition++ : FirstOf(site)));
        }
    }

    /// <summary>Marks that a site is there, whatever is known of it.</summary>
    public void Mark(int site) => tokens.Add(new PieceToken(terms.NumberOf(PieceToken.Here), FirstOf(site)));

    /// <summary>The first position of a site; two sites share none, so that what is found at one site is told by its positions.</summary>
    public static int FirstOf(int site) => site * StudyFields.SiteStride;

    private void AddText(string value, int site)
    {
        var first = site < 0 ? nextPosition : Math.Max(FirstOf(site), nextPosition);
        var last = site < 0 ? int.MaxValue : FirstOf(site + 1) - 1;
        words.Clear();
        var end = WordSplitter.Split(value, words, first);
        var wordBefore = -1;
        foreach (var word in words)
        {
            var signs = word.Joined || wordBefore < 0 ? 0 : Signs.MarkOf(value.AsSpan(wordBefore..word.Start));
            wordBefore = word.Joined ? wordBefore : word.End;
            var mark = word.Mark | signs | (word.Position == first ? PieceToken.StartsValue : 0) | (word.Position == end - 1 ? PieceToken.EndsValue : 0);
            tokens.Add(new PieceToken(terms.NumberOf(word.Form), Math.Min(word.Position, last), word.Form, mark));
        }

        Pairs?.Add(words);
        if (words.Count == 0)
        {
            tokens.Add(new PieceToken(terms.NumberOf(PieceToken.Here), Math.Min(first, last)));
        }

        nextPosition = site < 0 ? end + StudyFields.ValueGap : Math.Min(end + StudyFields.GapAtSite, last + 1);
    }
}
