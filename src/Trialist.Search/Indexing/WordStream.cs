using Lucene.Net.Analysis;
using Lucene.Net.Analysis.TokenAttributes;
using Trialist.Search.Analysis;

namespace Trialist.Search.Indexing;

/// <summary>Hands words that are already split to the index.</summary>
internal sealed class WordStream : TokenStream
{
    private readonly ICharTermAttribute term;
    private readonly IPositionIncrementAttribute increment;
    private readonly IReadOnlyList<Word> words;
    private int next;
    private int position = -1;

    public WordStream(IReadOnlyList<Word> words)
    {
        this.words = words;
        term = AddAttribute<ICharTermAttribute>();
        increment = AddAttribute<IPositionIncrementAttribute>();
    }

    public override bool IncrementToken()
    {
        ClearAttributes();
        if (next == words.Count)
        {
            return false;
        }

        var word = words[next++];
        term.SetEmpty().Append(word.Term);
        increment.PositionIncrement = word.Position - position;
        position = word.Position;
        return true;
    }

    public override void Reset()
    {
        next = 0;
        position = -1;
    }
}
