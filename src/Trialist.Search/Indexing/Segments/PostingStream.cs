using System.Buffers.Binary;

namespace Trialist.Search.Indexing.Segments;

/// <summary>The postings of a field as they come, packed: some five bytes each instead of sixteen, so that a segment holds more studies.</summary>
/// <param name="hasPlaces">True when places are told, which rise within a study; otherwise each is a count.</param>
/// <param name="memory">Where the pages come from.</param>
internal sealed class PostingStream(bool hasPlaces, BytePages memory)
{
    private const int LongestPosting = 5 + 5 + 5 + sizeof(uint);
    private const int MostTerms = 1 << 30; // a term's number has a flag beside it

    private readonly List<(byte[] Bytes, int Used)> full = [];
    private byte[] page = [];
    private int used; // of the last page
    private int docBefore;
    private int placeBefore;

    public bool HasPlaces => hasPlaces;

    /// <summary>How many postings there are.</summary>
    public int Count { get; private set; }

    /// <summary>True when one of them has a mark.</summary>
    public bool HasMarks { get; private set; }

    /// <summary>What the postings take in memory.</summary>
    public long Bytes { get; private set; }

    /// <summary>Adds a posting of the study of the last, or of one behind it.</summary>
    public void Add(int term, int doc, int place, uint mark)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(term, MostTerms);
        if (used + LongestPosting > page.Length)
        {
            Turn();
        }

        var isNextDoc = doc != docBefore;
        WriteNumber(((uint)term << 1) | (isNextDoc ? 1u : 0));
        if (isNextDoc)
        {
            WriteNumber((uint)(doc - docBefore));
            (docBefore, placeBefore) = (doc, 0);
        }

        WriteNumber(((uint)(place - placeBefore) << 1) | (mark == 0 ? 0u : 1));
        if (mark != 0)
        {
            BinaryPrimitives.WriteUInt32LittleEndian(page.AsSpan(used), mark);
            used += sizeof(uint);
            HasMarks = true;
        }

        Count++;
        if (HasPlaces)
        {
            placeBefore = place;
        }
    }

    /// <summary>Goes over all postings as they came.</summary>
    public Walk GetEnumerator() => new(this);

    /// <summary>Forgets all postings.</summary>
    public void Clear()
    {
        full.ForEach(pages => memory.Return(pages.Bytes));
        memory.Return(page);
        full.Clear();
        page = [];
        (used, docBefore, placeBefore, Count, HasMarks, Bytes) = (0, 0, 0, 0, false, 0);
    }

    private void Turn()
    {
        if (used > 0)
        {
            full.Add((page, used));
        }

        (page, used) = (memory.Next(page.Length), 0);
        Bytes += page.Length;
    }

    // Seven bits a byte, the lowest first; the highest bit says that more follow.
    private void WriteNumber(uint number)
    {
        while (number > 0x7F)
        {
            page[used++] = (byte)(number | 0x80);
            number >>= 7;
        }

        page[used++] = (byte)number;
    }

    /// <summary>Unpacks one posting after another.</summary>
    public struct Walk(PostingStream stream)
    {
        private byte[] bytes = [];
        private int next; // page
        private int at;
        private int end;
        private int doc;
        private int before;

        /// <summary>The posting, with the number of its term.</summary>
        public Posting Current { get; private set; }

        public bool MoveNext()
        {
            if (at == end && !Turn())
            {
                return false;
            }

            var first = ReadNumber();
            if ((first & 1) != 0)
            {
                doc += (int)ReadNumber();
                before = 0;
            }

            var step = ReadNumber();
            var place = before + (int)(step >> 1);
            uint mark = 0;
            if ((step & 1) != 0)
            {
                mark = BinaryPrimitives.ReadUInt32LittleEndian(bytes.AsSpan(at));
                at += sizeof(uint);
            }

            before = stream.HasPlaces ? place : 0;
            Current = new Posting((int)(first >> 1), doc, place, mark);
            return true;
        }

        private bool Turn()
        {
            if (next > stream.full.Count)
            {
                return false;
            }

            (bytes, end) = next < stream.full.Count ? stream.full[next] : (stream.page, stream.used);
            next++;
            at = 0;
            return end > 0;
        }

        private uint ReadNumber()
        {
            uint number = bytes[at++];
            if (number <= 0x7F)
            {
                return number;
            }

            number &= 0x7F;
            for (var shift = 7; ; shift += 7)
            {
                var part = bytes[at++];
                number |= (part & 0x7Fu) << shift;
                if (part <= 0x7F)
                {
                    return number;
                }
            }
        }
    }
}
