using Lucene.Net.Analysis;
using Lucene.Net.Analysis.TokenAttributes;
using Trialist.Search.Analysis;

namespace Trialist.Search.Indexing;

/// <summary>Hands words that are already split to an index that keeps no places; the list may be filled again for the next study.</summary>
internal sealed class WordStream : TokenStream
{
    private readonly TermBytes term = new();
    private readonly IPositionIncrementAttribute increment;
    private readonly List<Word> words;
    private int next;

    public WordStream(List<Word> words)
    {
        this.words = words;
        AddAttributeImpl(term);
        increment = AddAttribute<IPositionIncrementAttribute>();
    }

    public override bool IncrementToken()
    {
        if (next == words.Count)
        {
            return false;
        }

        term.Set(words[next++].Form.TermBytes);
        return true;
    }

    public override void Reset()
    {
        next = 0;
        increment.PositionIncrement = 1; // the end of a stream leaves it at 0
    }
}
