using Lucene.Net.Codecs;
using Lucene.Net.Index;
using Lucene.Net.Util;
using Lucene.Net.Util.Fst;
using Lucene.Net.Util.Packed;

namespace Trialist.Search.Indexing.Dictionary;

/// <summary>Writes the terms of a field, which come in their order.</summary>
/// <param name="writer">The files.</param>
/// <param name="field">The field.</param>
/// <param name="numbersOfTerm">How many numbers are kept of each term.</param>
internal sealed partial class FieldDictionary(DictionaryWriter writer, FieldInfo field, int numbersOfTerm) : TermsConsumer
{
    private readonly PendingTerms pending = new();
    private readonly Stack<BlockTermState> spare = new();
    private byte[] last = [];
    private int lastLength;
    private int[] begins = []; // by how many bytes: how many entries waited when a term came first that begins with these of the last one
    private long terms;

    public override IComparer<BytesRef> Comparer => BytesRef.UTF8SortedAsUnicodeComparer;

    public override PostingsConsumer StartTerm(BytesRef text)
    {
        writer.Postings.StartTerm();
        return writer.Postings;
    }

    public override void FinishTerm(BytesRef text, TermStats stats)
    {
        var term = text.Bytes.AsSpan(text.Offset, text.Length);
        var shared = last.AsSpan(0, lastLength).CommonPrefixLength(term);
        Close(shared);
        Begin(term, shared);
        if (!spare.TryPop(out var state))
        {
            state = writer.Postings.NewTermState();
        }

        (state.DocFreq, state.TotalTermFreq) = (stats.DocFreq, stats.TotalTermFreq);
        writer.Postings.FinishTerm(state);
        pending.Add(term, state);
        terms++;
    }

    public override void Finish(long sumTotalTermFreq, long sumDocFreq, int docCount)
    {
        if (terms == 0)
        {
            return;
        }

        Close(0);
        WriteBlocks(0, pending.Count);
        var root = pending[0].Block!;
        var place = writer.Index.Position;
        IndexOf(root.Index).Save(writer.Index);
        writer.Keep(field, new DictionarySums(terms, sumTotalTermFreq, sumDocFreq, docCount, root.Index[0].Code, place, numbersOfTerm));
    }

    // No further term begins with more than so many bytes of the last: what begins with more goes into blocks, the longest first, where it is enough for one.
    private void Close(int shared)
    {
        for (var length = lastLength; length > shared; length--)
        {
            var count = pending.Count - begins[length];
            if (count >= FewestInBlock)
            {
                WriteBlocks(length, count);
            }
        }
    }

    private void Begin(ReadOnlySpan<byte> term, int shared)
    {
        if (term.Length >= begins.Length)
        {
            Array.Resize(ref begins, 2 * (term.Length + 1));
            Array.Resize(ref last, 2 * (term.Length + 1));
        }

        for (var length = shared + 1; length <= term.Length; length++)
        {
            begins[length] = pending.Count;
        }

        term.CopyTo(last);
        lastLength = term.Length;
    }

    private static FST<BytesRef> IndexOf(List<TermBlock.Entry> entries)
    {
        const int pageBits = 15;
        var builder = new Builder<BytesRef>(FST.INPUT_TYPE.BYTE1, 0, 0, true, false, int.MaxValue, ByteSequenceOutputs.Singleton, null, false, PackedInt32s.COMPACT, true, pageBits);
        var input = new Int32sRef();
        foreach (var (prefix, code) in entries)
        {
            input.Grow(prefix.Length);
            for (var i = 0; i < prefix.Length; i++)
            {
                input.Int32s[i] = prefix[i];
            }

            input.Length = prefix.Length;
            builder.Add(input, new BytesRef(code));
        }

        return builder.Finish();
    }
}
