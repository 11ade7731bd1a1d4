using System.Globalization;
using Lucene.Net.Documents;
using Trialist.Search.Pieces;

namespace Trialist.Search.Indexing;

/// <summary>All pieces of the study that is being indexed.</summary>
internal sealed class PieceSheet
{
    private readonly Dictionary<string, PieceDraft> drafts = new(StringComparer.Ordinal);
    private readonly HashSet<PieceDraft> filled = [];
    private readonly HashSet<string> held = new(StringComparer.Ordinal);
    private readonly HashSet<string> sizes = new(StringComparer.Ordinal);
    private readonly List<PieceToken> presence = [];
    private readonly List<PieceToken> lengths = [];
    private readonly Field presenceField;
    private readonly Field lengthsField;

    public PieceSheet()
    {
        presenceField = new Field(StudyFields.Held, new PieceStream(presence), StudyFields.Unweighted);
        lengthsField = new Field(StudyFields.Sizes, new PieceStream(lengths), StudyFields.Unweighted);
    }

    /// <summary>The pieces that have values, each with its tokens.</summary>
    public IReadOnlyCollection<PieceDraft> Filled => filled;

    public PieceDraft DraftOf(Piece piece)
    {
        if (!drafts.TryGetValue(piece.Name, out var draft))
        {
            drafts[piece.Name] = draft = new PieceDraft(piece);
        }

        return draft;
    }

    public void Clear()
    {
        foreach (var draft in filled)
        {
            draft.Clear();
        }

        filled.Clear();
        held.Clear();
        sizes.Clear();
        presence.Clear();
        lengths.Clear();
    }

    /// <summary>Adds a value of a piece.</summary>
    public void Add(PieceDraft draft, string value, int site)
    {
        draft.Add(value, site);
        if (draft.Tokens.Count > 0)
        {
            Note(draft.Piece);
        }
    }

    /// <summary>Notes that the record holds a piece.</summary>
    public void Note(Piece piece)
    {
        held.Add(piece.Name);
        if (DraftOf(piece) is { Tokens.Count: > 0 } draft)
        {
            filled.Add(draft);
        }
    }

    public bool Holds(string piece) => held.Contains(piece);

    /// <summary>Notes the length of a list.</summary>
    public void AddSize(Piece list, int count) => sizes.Add($"{list.Name}:{count.ToString(CultureInfo.InvariantCulture)}");

    /// <summary>Puts all fields into a document.</summary>
    public void AddTo(Document document)
    {
        foreach (var draft in filled)
        {
            document.Add(draft.Field);
        }

        foreach (var name in held)
        {
            presence.Add(new PieceToken(name, presence.Count));
        }

        foreach (var size in sizes)
        {
            lengths.Add(new PieceToken(size, lengths.Count));
        }

        document.Add(presenceField);
        document.Add(lengthsField);
    }
}
