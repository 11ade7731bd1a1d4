using Lucene.Net.Index;
using Lucene.Net.Util;

namespace Trialist.Search.Indexing.Segments;

/// <summary>The terms of a field of a draft.</summary>
internal sealed class DraftTerms(FieldDraft draft, PostingSort sort, RankedTerms terms) : Terms
{
    private const int NotCounted = -1;

    public override IComparer<BytesRef> Comparer => BytesRef.UTF8SortedAsUnicodeComparer;

    public override long Count => NotCounted;

    public override long SumTotalTermFreq => NotCounted;

    public override long SumDocFreq => NotCounted;

    public override int DocCount => NotCounted;

    public override bool HasFreqs => draft.Options >= IndexOptions.DOCS_AND_FREQS;

    public override bool HasPositions => draft.HasPlaces;

    public override bool HasOffsets => false;

    public override bool HasPayloads => HasPositions;

    public override TermsEnum GetEnumerator()
    {
        draft.Begin(sort);
        return new DraftTermsEnum(sort, draft.HasPlaces, terms);
    }
}
