using Lucene.Net.Analysis;
using Lucene.Net.Analysis.TokenAttributes;

namespace Trialist.Search.Analysis;

/// <summary>A stream of one word that can be set again, so that one filter serves for all words.</summary>
internal sealed class SingleWordStream : TokenStream
{
    private readonly ICharTermAttribute term;
    private string? word;

    public SingleWordStream() => term = AddAttribute<ICharTermAttribute>();

    /// <summary>The word that comes next.</summary>
    public void Set(string next) => word = next;

    public override bool IncrementToken()
    {
        ClearAttributes();
        if (word is null)
        {
            return false;
        }

        term.SetEmpty().Append(word);
        word = null;
        return true;
    }
}
