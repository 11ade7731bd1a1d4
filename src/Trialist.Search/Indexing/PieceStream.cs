using Lucene.Net.Analysis;
using Lucene.Net.Analysis.TokenAttributes;

namespace Trialist.Search.Indexing;

/// <summary>Hands the tokens of a piece to the index; the list may be filled again for the next study.</summary>
internal sealed class PieceStream : TokenStream
{
    private readonly ICharTermAttribute term;
    private readonly IPositionIncrementAttribute increment;
    private readonly List<PieceToken> tokens;
    private int next;
    private int position = -1;

    public PieceStream(List<PieceToken> tokens)
    {
        this.tokens = tokens;
        term = AddAttribute<ICharTermAttribute>();
        increment = AddAttribute<IPositionIncrementAttribute>();
    }

    public override bool IncrementToken()
    {
        ClearAttributes();
        if (next == tokens.Count)
        {
            return false;
        }

        var token = tokens[next++];
        term.SetEmpty();
        if (token.IsExact)
        {
            term.Append(PieceToken.ExactMark);
        }

        term.Append(token.Text);
        increment.PositionIncrement = token.Position - position;
        position = token.Position;
        return true;
    }

    public override void Reset()
    {
        next = 0;
        position = -1;
    }
}
