using System.Buffers.Binary;
using Lucene.Net.Analysis;
using Lucene.Net.Analysis.TokenAttributes;
using Lucene.Net.Util;
using Trialist.Search.Analysis;

namespace Trialist.Search.Indexing;

/// <summary>Hands the tokens of a piece to the index, beside each word its mark; the list may be filled again for the next study.</summary>
internal sealed class PieceStream : TokenStream
{
    private readonly TermBytes term = new();
    private readonly IPositionIncrementAttribute increment;
    private readonly IPayloadAttribute mark;
    private readonly BytesRef markBytes = new(new byte[sizeof(uint)]);
    private readonly List<PieceToken> tokens;
    private int next;
    private int position = -1;

    public PieceStream(List<PieceToken> tokens)
    {
        this.tokens = tokens;
        AddAttributeImpl(term);
        increment = AddAttribute<IPositionIncrementAttribute>();
        mark = AddAttribute<IPayloadAttribute>();
    }

    // Every attribute is set for every token: clearing them first would be work for nothing.
    public override bool IncrementToken()
    {
        if (next == tokens.Count)
        {
            return false;
        }

        var token = tokens[next++];
        if (token.Word is { } word)
        {
            term.Set(word.TermBytes);
        }
        else
        {
            term.Set(token.Text);
        }

        increment.PositionIncrement = token.Position - position;
        position = token.Position;
        if (token.Mark == WordForm.Plain)
        {
            mark.Payload = null;
        }
        else
        {
            BinaryPrimitives.WriteUInt32BigEndian(markBytes.Bytes, token.Mark);
            mark.Payload = markBytes;
        }

        return true;
    }

    /// <summary>Reads the mark that the index keeps beside a word.</summary>
    public static uint MarkOf(BytesRef? payload) =>
        payload is { Length: sizeof(uint) } ? BinaryPrimitives.ReadUInt32BigEndian(payload.Bytes.AsSpan(payload.Offset)) : WordForm.Plain;

    public override void Reset()
    {
        next = 0;
        position = -1;
    }
}
