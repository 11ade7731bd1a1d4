using Lucene.Net.Index;
using Lucene.Net.Util;

namespace Trialist.Search.Indexing.Segments;

/// <summary>Walks the terms of a field of a draft.</summary>
/// <param name="sort">Gives its postings, part by part; it is turned to the field.</param>
/// <param name="hasPlaces">True when the field keeps places.</param>
/// <param name="terms">The terms of all fields.</param>
internal sealed class DraftTermsEnum(PostingSort sort, bool hasPlaces, RankedTerms terms) : TermsEnum
{
    private readonly DraftPostings postings = new(hasPlaces);
    private ReadOnlyMemory<Posting> part;
    private readonly BytesRef term = new();
    private int start;
    private int end;

    public override IComparer<BytesRef> Comparer => BytesRef.UTF8SortedAsUnicodeComparer;

    public override BytesRef Term => term;

    public override int DocFreq => throw new NotSupportedException();

    public override long TotalTermFreq => throw new NotSupportedException();

    public override long Ord => throw new NotSupportedException();

    public override bool MoveNext()
    {
        start = end;
        if (start == part.Length)
        {
            (part, start, end) = (sort.Next(), 0, 0);
            if (part.IsEmpty)
            {
                return false;
            }
        }

        var all = part.Span;
        var rank = all[start].Term;
        while (end < all.Length && all[end].Term == rank)
        {
            end++;
        }

        terms.Show(rank, term);
        return true;
    }

    [Obsolete("Lucene.NET keeps it beside MoveNext.")]
    public override BytesRef? Next() => MoveNext() ? term : null;

    public override DocsEnum Docs(IBits liveDocs, DocsEnum reuse, DocsFlags flags) => postings.Of(part, start, end);

    public override DocsAndPositionsEnum DocsAndPositions(IBits liveDocs, DocsAndPositionsEnum reuse, DocsAndPositionsFlags flags) => postings.Of(part, start, end);

    public override SeekStatus SeekCeil(BytesRef text) => throw new NotSupportedException();

    public override void SeekExact(long ord) => throw new NotSupportedException();
}
