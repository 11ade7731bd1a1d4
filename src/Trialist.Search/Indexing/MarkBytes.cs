using System.Buffers.Binary;
using Lucene.Net.Util;
using Trialist.Search.Analysis;

namespace Trialist.Search.Indexing;

/// <summary>The mark of a word as four bytes beside its place.</summary>
internal static class MarkBytes
{
    public static void Write(uint mark, BytesRef into) => BinaryPrimitives.WriteUInt32BigEndian(into.Bytes, mark);

    /// <summary>The mark; that of a plain word where the index keeps none.</summary>
    public static uint Read(BytesRef? payload) =>
        payload is { Length: sizeof(uint) } ? BinaryPrimitives.ReadUInt32BigEndian(payload.Bytes.AsSpan(payload.Offset)) : WordForm.Plain;
}
