using Lucene.Net.Index;
using Lucene.Net.Util;

namespace Trialist.Search.Indexing.Segments;

/// <summary>A value for each study of a draft.</summary>
internal sealed class DraftColumn(IReadOnlyList<byte[]> values) : BinaryDocValues
{
    public override void Get(int docID, BytesRef result) => (result.Bytes, result.Offset, result.Length) = (values[docID], 0, values[docID].Length);
}
