using Lucene.Net.Index;
using Lucene.Net.Util;

namespace Trialist.Search.Indexing.Segments;

/// <summary>Walks the postings of a term of a draft. One serves for all terms of a field.</summary>
internal sealed class DraftPostings(bool hasPlaces) : DocsAndPositionsEnum
{
    private ReadOnlyMemory<Posting> all;
    private readonly BytesRef mark = new(new byte[sizeof(uint)]);
    private int doc = -1;
    private int place; // of the next posting of this study
    private int next;  // first posting of the next study
    private int end;
    private int freq;

    /// <summary>The same, at the beginning of a range of postings.</summary>
    public DraftPostings Of(ReadOnlyMemory<Posting> sorted, int first, int endOfTerm)
    {
        (all, doc, next, end) = (sorted, -1, first, endOfTerm);
        return this;
    }

    public override int DocID => doc;

    public override int Freq => freq;

    public override int StartOffset => -1;

    public override int EndOffset => -1;

    public override int NextDoc()
    {
        if (next == end)
        {
            return doc = NO_MORE_DOCS;
        }

        var postings = all.Span;
        place = next;
        doc = postings[next].Doc;
        freq = 0;
        while (next < end && postings[next].Doc == doc)
        {
            freq += hasPlaces ? 1 : postings[next].Place;
            next++;
        }

        return doc;
    }

    public override int NextPosition() => all.Span[place++].Place;

    public override BytesRef? GetPayload()
    {
        var written = all.Span[place - 1].Mark;
        if (written == Analysis.WordForm.Plain)
        {
            return null;
        }

        MarkBytes.Write(written, mark);
        return mark;
    }

    public override int Advance(int target) => throw new NotSupportedException();

    public override long GetCost() => end - next;
}
