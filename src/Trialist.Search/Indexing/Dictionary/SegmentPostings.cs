using Lucene.Net.Codecs;
using Lucene.Net.Codecs.Lucene41;
using Lucene.Net.Index;

namespace Trialist.Search.Indexing.Dictionary;

/// <summary>Postings as Lucene has them: it reads them, and only their dictionary is written here.</summary>
[PostingsFormatName("Lucene41")]
internal sealed class SegmentPostings : PostingsFormat
{
    private readonly Lucene41PostingsFormat lucene = new();

    public override FieldsConsumer FieldsConsumer(SegmentWriteState state) => new DictionaryWriter(state, new Lucene41PostingsWriter(state));

    public override FieldsProducer FieldsProducer(SegmentReadState state) => lucene.FieldsProducer(state);
}
