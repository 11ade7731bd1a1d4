using Lucene.Net.Codecs;
using Lucene.Net.Index;
using Lucene.Net.Store;
using Lucene.Net.Util;

namespace Trialist.Search.Indexing.Dictionary;

/// <summary>Writes the dictionary of a segment, byte for byte as Lucene's own BlockTreeTermsWriter does, whose reader reads it.</summary>
/// <remarks>
/// Lucene finds its blocks by an automaton over all terms, of which it keeps nothing, and makes an automaton for the index of every
/// block and then of all blocks around it. Here the blocks follow from how long two neighbours begin alike, and one index is made.
/// </remarks>
internal sealed class DictionaryWriter : FieldsConsumer
{
    private const int Version = 3; // with checksums

    private readonly List<(FieldInfo Field, DictionarySums Sums)> fields = [];

    /// <summary>Begins the two files.</summary>
    public DictionaryWriter(SegmentWriteState state, PostingsWriterBase postings)
    {
        Postings = postings;
        try
        {
            Blocks = Create(state, "tim", "BLOCK_TREE_TERMS_DICT");
            Index = Create(state, "tip", "BLOCK_TREE_TERMS_INDEX");
            postings.Init(Blocks);
        }
        catch
        {
            IOUtils.DisposeWhileHandlingException(Blocks, Index, postings);
            throw;
        }
    }

    /// <summary>Writes where the terms stand.</summary>
    public PostingsWriterBase Postings { get; }

    /// <summary>The file of the terms.</summary>
    public IndexOutput Blocks { get; }

    /// <summary>The file that tells where terms are found.</summary>
    public IndexOutput Index { get; }

    public override TermsConsumer AddField(FieldInfo field) => new FieldDictionary(this, field, Postings.SetField(field));

    /// <summary>Keeps what the files say of a field, which has terms.</summary>
    public void Keep(FieldInfo field, DictionarySums sums) => fields.Add((field, sums));

    protected override void Dispose(bool disposing)
    {
        if (!disposing)
        {
            return;
        }

        try
        {
            WriteFields();
        }
        finally
        {
            IOUtils.Dispose(Blocks, Index, Postings);
        }
    }

    private void WriteFields()
    {
        var (blocksEnd, indexEnd) = (Blocks.Position, Index.Position);
        Blocks.WriteVInt32(fields.Count);
        foreach (var (field, sums) in fields)
        {
            Blocks.WriteVInt32(field.Number);
            Blocks.WriteVInt64(sums.Terms);
            Blocks.WriteVInt32(sums.RootCode.Length);
            Blocks.WriteBytes(sums.RootCode, 0, sums.RootCode.Length);
            if (field.IndexOptions != IndexOptions.DOCS_ONLY)
            {
                Blocks.WriteVInt64(sums.TotalTermFreq);
            }

            Blocks.WriteVInt64(sums.DocFreq);
            Blocks.WriteVInt32(sums.Docs);
            Blocks.WriteVInt32(sums.NumbersOfTerm);
            Index.WriteVInt64(sums.IndexPlace);
        }

        Blocks.WriteInt64(blocksEnd);
        CodecUtil.WriteFooter(Blocks);
        Index.WriteInt64(indexEnd);
        CodecUtil.WriteFooter(Index);
    }

    private static IndexOutput Create(SegmentWriteState state, string extension, string codec)
    {
        var output = state.Directory.CreateOutput(IndexFileNames.SegmentFileName(state.SegmentInfo.Name, state.SegmentSuffix, extension), state.Context);
        CodecUtil.WriteHeader(output, codec, Version);
        return output;
    }
}
