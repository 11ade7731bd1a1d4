using System.Buffers.Binary;

namespace Trialist.Search.Indexing.Segments;

/// <summary>A term to be sorted by its bytes. The first eight are at hand, for comparing most terms needs no more.</summary>
/// <param name="All">The bytes of all terms.</param>
/// <param name="Start">Where those of the term begin.</param>
/// <param name="Length">How many they are.</param>
/// <param name="Prefix">The first eight as a number, the first byte highest.</param>
/// <param name="Number">The term's number.</param>
internal readonly record struct TermKey(byte[] All, int Start, int Length, ulong Prefix, int Number) : IComparable<TermKey>
{
    public ReadOnlySpan<byte> Bytes => All.AsSpan(Start, Length);

    public static TermKey Of(byte[] all, int start, int length, int number)
    {
        Span<byte> prefix = stackalloc byte[sizeof(ulong)];
        all.AsSpan(start, Math.Min(length, sizeof(ulong))).CopyTo(prefix);
        return new TermKey(all, start, length, BinaryPrimitives.ReadUInt64BigEndian(prefix), number);
    }

    public int CompareTo(TermKey other) => Prefix != other.Prefix ? Prefix.CompareTo(other.Prefix) : Bytes.SequenceCompareTo(other.Bytes);
}
