using Lucene.Net.Index;
using Lucene.Net.Search;

namespace Trialist.Search.Queries;

/// <summary>A word in a field that was looked up already.</summary>
/// <param name="field">The field.</param>
/// <param name="word">The word.</param>
/// <param name="place">Where it stands; of the index that is searched.</param>
internal sealed class PieceTermQuery(string field, string word, TermContext place) : TermQuery(new Term(field, word), place)
{
    /// <summary>Studies that hold the word.</summary>
    public int Studies { get; } = place.DocFreq;
}
