using System.Buffers.Binary;

namespace Trialist.Search.Indexing.Segments;

/// <summary>The postings of a field as they come, packed: some five bytes each instead of sixteen, so that a segment holds more studies.</summary>
/// <param name="hasPlaces">True when places are told, which rise within a study; otherwise each is a count.</param>
internal sealed class PostingStream(bool hasPlaces)
{
    private const int LongestPosting = 5 + 5 + sizeof(uint);

    private readonly List<(int Doc, int Count)> docs = [];
    private byte[] bytes = new byte[64];
    private int length;
    private int placeBefore;

    /// <summary>How many postings there are.</summary>
    public int Count { get; private set; }

    /// <summary>True when one of them has a mark.</summary>
    public bool HasMarks { get; private set; }

    /// <summary>What it takes in memory.</summary>
    public long Bytes => bytes.Length + (docs.Capacity * 2L * sizeof(int));

    /// <summary>Adds a posting of the study of the last, or of one behind it.</summary>
    public void Add(int term, int doc, int place, uint mark)
    {
        if (length + LongestPosting > bytes.Length)
        {
            Array.Resize(ref bytes, bytes.Length + (bytes.Length / 2)); // twice would leave much of the memory unused
        }

        if (docs.Count == 0 || docs[^1].Doc != doc)
        {
            docs.Add((doc, 0));
            placeBefore = 0;
        }

        docs[^1] = (doc, docs[^1].Count + 1);
        Count++;
        WriteNumber((uint)term);
        WriteNumber(((uint)(place - placeBefore) << 1) | (mark == 0 ? 0u : 1));
        if (mark != 0)
        {
            BinaryPrimitives.WriteUInt32LittleEndian(bytes.AsSpan(length), mark);
            length += sizeof(uint);
            HasMarks = true;
        }

        if (hasPlaces)
        {
            placeBefore = place;
        }
    }

    /// <summary>Unpacks all postings, with the ranks of their terms.</summary>
    public void CopyTo(Span<Posting> postings, RankedTerms terms)
    {
        var (at, next) = (0, 0);
        foreach (var (doc, count) in docs)
        {
            var before = 0;
            for (var i = 0; i < count; i++)
            {
                var term = ReadNumber(ref at);
                var step = ReadNumber(ref at);
                var place = before + (int)(step >> 1);
                uint mark = 0;
                if ((step & 1) != 0)
                {
                    mark = BinaryPrimitives.ReadUInt32LittleEndian(bytes.AsSpan(at));
                    at += sizeof(uint);
                }

                postings[next++] = new Posting(terms.RankOf((int)term), doc, place, mark);
                before = hasPlaces ? place : 0;
            }
        }
    }

    public void Clear()
    {
        docs.Clear();
        (length, placeBefore, Count, HasMarks) = (0, 0, 0, false);
    }

    // Seven bits a byte, the lowest first; the highest bit says that more follow.
    private void WriteNumber(uint number)
    {
        while (number > 0x7F)
        {
            bytes[length++] = (byte)(number | 0x80);
            number >>= 7;
        }

        bytes[length++] = (byte)number;
    }

    private uint ReadNumber(ref int at)
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
