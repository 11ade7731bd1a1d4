using System.Buffers.Binary;

namespace Trialist.Search.Indexing.Segments;

/// <summary>The postings of a field as they come, packed: some five bytes each instead of sixteen, so that a segment holds more studies.</summary>
/// <param name="hasPlaces">True when places are told, which rise within a study; otherwise each is a count.</param>
internal sealed class PostingStream(bool hasPlaces)
{
    private const int FirstSize = 64;
    private const int LongestPosting = 5 + 5 + sizeof(uint);

    private readonly List<(int Doc, int Count)> docs = [];
    private byte[] bytes = new byte[FirstSize];
    private int length;
    private int placeBefore;

    public bool HasPlaces => hasPlaces;

    /// <summary>How many postings there are.</summary>
    public int Count { get; private set; }

    /// <summary>True when one of them has a mark.</summary>
    public bool HasMarks { get; private set; }

    /// <summary>What is used of the memory.</summary>
    public long Bytes => length + (docs.Count * 2L * sizeof(int));

    /// <summary>Adds a posting of the study of the last, or of one behind it.</summary>
    public void Add(int term, int doc, int place, uint mark)
    {
        if (length + LongestPosting > bytes.Length)
        {
            Array.Resize(ref bytes, bytes.Length + (bytes.Length / 4)); // twice as much would leave much of it unused
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

        if (HasPlaces)
        {
            placeBefore = place;
        }
    }

    /// <summary>Goes over all postings as they came.</summary>
    public Walk GetEnumerator() => new(this);

    /// <summary>Forgets all postings; the room is kept for the next, unless little of it was used.</summary>
    public void Clear()
    {
        if (length < bytes.Length / 2)
        {
            bytes = new byte[FirstSize];
        }

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

    /// <summary>Unpacks one posting after another.</summary>
    public struct Walk(PostingStream stream)
    {
        private int at;
        private int study = -1;
        private int left;
        private int before;

        /// <summary>The posting, with the number of its term.</summary>
        public Posting Current { get; private set; }

        public bool MoveNext()
        {
            if (left == 0)
            {
                if (++study == stream.docs.Count)
                {
                    return false;
                }

                (left, before) = (stream.docs[study].Count, 0);
            }

            left--;
            var term = (int)ReadNumber();
            var step = ReadNumber();
            var place = before + (int)(step >> 1);
            uint mark = 0;
            if ((step & 1) != 0)
            {
                mark = BinaryPrimitives.ReadUInt32LittleEndian(stream.bytes.AsSpan(at));
                at += sizeof(uint);
            }

            before = stream.HasPlaces ? place : 0;
            Current = new Posting(term, stream.docs[study].Doc, place, mark);
            return true;
        }

        private uint ReadNumber()
        {
            var bytes = stream.bytes;
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
