using Lucene.Net.Codecs;
using Lucene.Net.Codecs.Lucene46;

namespace Trialist.Search.Indexing.Dictionary;

/// <summary>Lucene's own format; its dictionary is written in less time.</summary>
[CodecName("Lucene46")]
internal sealed class SegmentCodec : Lucene46Codec
{
    private readonly SegmentPostings postings = new();

    public override PostingsFormat GetPostingsFormatForField(string field) => postings;
}
