using System.Globalization;
using Lucene.Net.Documents;
using Trialist.Search.Pieces;

namespace Trialist.Search.Indexing;

/// <summary>All pieces of the study that is being indexed.</summary>
internal sealed class PieceSheet
{
    private readonly PieceDraft?[] drafts = new PieceDraft?[PieceTable.All.Count];
    private readonly List<PieceDraft> held = [];
    private readonly List<PieceDraft> filled = [];
    private readonly HashSet<string> sizes = new(StringComparer.Ordinal);
    private readonly ValueField presence = new(StudyFields.Held);
    private readonly ValueField lengths = new(StudyFields.Sizes);

    /// <summary>The pieces that have values, each with its tokens.</summary>
    public IReadOnlyList<PieceDraft> Filled => filled;

    public PieceDraft DraftOf(Piece piece) => drafts[piece.Number] ??= new PieceDraft(piece);

    public void Clear()
    {
        held.ForEach(draft => draft.Clear());
        held.Clear();
        filled.Clear();
        sizes.Clear();
    }

    /// <summary>Adds a value of a piece.</summary>
    public void Add(PieceDraft draft, string value, int site)
    {
        draft.Add(value, site);
        if (draft.Tokens.Count > 0)
        {
            Note(draft);
        }
    }

    /// <summary>Notes that the record holds a piece.</summary>
    public void Note(Piece piece) => Note(DraftOf(piece));

    public bool Holds(Piece piece) => DraftOf(piece).IsHeld;

    /// <summary>Notes the length of a list.</summary>
    public void AddSize(Piece list, int count) => sizes.Add($"{list.Name}:{count.ToString(CultureInfo.InvariantCulture)}");

    /// <summary>Puts all fields into a document.</summary>
    public void AddTo(Document document)
    {
        foreach (var draft in filled)
        {
            document.Add(draft.Field);
        }

        document.Add(presence.Of(held.Select(draft => draft.Piece.Name)));
        document.Add(lengths.Of(sizes));
    }

    private void Note(PieceDraft draft)
    {
        if (!draft.IsHeld)
        {
            draft.IsHeld = true;
            held.Add(draft);
        }

        if (!draft.IsFilled && draft.Tokens.Count > 0)
        {
            draft.IsFilled = true;
            filled.Add(draft);
        }
    }
}
