using System.Globalization;
using Trialist.Search.Indexing.Segments;
using Trialist.Search.Pieces;

namespace Trialist.Search.Indexing;

/// <summary>All pieces of the study that is being indexed.</summary>
internal sealed class PieceSheet(SegmentDraft segment)
{
    private readonly PieceDraft?[] drafts = new PieceDraft?[PieceTable.All.Count];
    private readonly List<PieceDraft> held = [];
    private readonly List<PieceDraft> filled = [];
    private readonly HashSet<string> sizes = new(StringComparer.Ordinal);
    private readonly FieldDraft presence = segment.FieldOf(StudyFields.Held, StudyFields.Unweighted);
    private readonly FieldDraft lengths = segment.FieldOf(StudyFields.Sizes, StudyFields.Unweighted);

    /// <summary>The pieces that have values, each with its tokens.</summary>
    public IReadOnlyList<PieceDraft> Filled => filled;

    public PieceDraft DraftOf(Piece piece) => drafts[piece.Number] ??= new PieceDraft(piece, segment.FieldOf(piece.Name, StudyFields.TypeOf(piece)), segment.Terms, PairsOf(piece));

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

    /// <summary>Adds all fields to the segment.</summary>
    /// <param name="doc">The study's number there.</param>
    public void AddTo(int doc)
    {
        foreach (var draft in filled)
        {
            segment.Add(draft.Field, doc, draft.Tokens);
            if (draft.Pairs is { Counts.Count: > 0 } pairs)
            {
                segment.Add(pairs.Field, doc, pairs.Counts);
            }
        }

        segment.Add(presence, doc, held.Select(draft => draft.Piece.Name));
        segment.Add(lengths, doc, sizes);
    }

    private PairDraft? PairsOf(Piece piece) =>
        StudyFields.HasPairs(piece.Name) ? new PairDraft(segment.FieldOf(StudyFields.PairsOf(piece.Name), StudyFields.Counted), segment.Pairs) : null;

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
