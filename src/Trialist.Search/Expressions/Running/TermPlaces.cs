using Lucene.Net.Index;
using Lucene.Net.Search;
using Lucene.Net.Util;
using Trialist.Search.Indexing;

namespace Trialist.Search.Expressions.Running;

/// <summary>Where terms stand in a segment of the index.</summary>
internal static class TermPlaces
{
    /// <summary>Every place of a piece at which one word of a phrase stands as the phrase asks.</summary>
    public static IEnumerable<(int Doc, int Position)> Of(AtomicReader reader, string piece, PhraseTerms phrase, int word) =>
        At(reader, piece, phrase.Terms[word]) is { } terms ? Of(terms, phrase.HasMarks ? mark => phrase.Allows(word, mark) : null) : [];

    /// <summary>Every place of a term in a piece.</summary>
    public static IEnumerable<(int Doc, int Position)> Of(AtomicReader reader, string piece, string term) => At(reader, piece, term) is { } terms ? Of(terms) : [];

    /// <summary>Every place of the term that an enumerator stands at, of which the mark is allowed.</summary>
    public static IEnumerable<(int Doc, int Position)> Of(TermsEnum terms, Func<uint, bool>? allows = null)
    {
        var docs = terms.DocsAndPositions(null, null, allows is null ? DocsAndPositionsFlags.NONE : DocsAndPositionsFlags.PAYLOADS);
        for (var doc = docs.NextDoc(); doc != DocIdSetIterator.NO_MORE_DOCS; doc = docs.NextDoc())
        {
            for (var left = docs.Freq; left > 0; left--)
            {
                var position = docs.NextPosition();
                if (allows is null || allows(MarkBytes.Read(docs.GetPayload())))
                {
                    yield return (doc, position);
                }
            }
        }
    }

    /// <summary>Stands at a term; null when the segment lacks it.</summary>
    public static TermsEnum? At(AtomicReader reader, string piece, string term)
    {
        var terms = reader.GetTerms(piece)?.GetEnumerator();
        return terms is not null && terms.SeekExact(new BytesRef(term)) ? terms : null;
    }
}
