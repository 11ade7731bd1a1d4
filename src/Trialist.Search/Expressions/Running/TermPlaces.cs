using Lucene.Net.Index;
using Lucene.Net.Search;
using Lucene.Net.Util;
using Trialist.Search.Indexing;

namespace Trialist.Search.Expressions.Running;

/// <summary>Where terms stand in a segment of the index.</summary>
internal static class TermPlaces
{
    private const int DocShift = 32;

    // Lists of a large segment are large: the room of a thread is used again, and only what is found is copied out of it.
    [ThreadStatic]
    private static List<long>? room;

    /// <summary>The sites at which the term that an enumerator stands at is found, as sorted keys.</summary>
    public static long[] SitesOf(TermsEnum terms)
    {
        var sites = Room();
        var docs = terms.DocsAndPositions(null, null, DocsAndPositionsFlags.NONE);
        for (var doc = docs.NextDoc(); doc != DocIdSetIterator.NO_MORE_DOCS; doc = docs.NextDoc())
        {
            var last = -1;
            for (var left = docs.Freq; left > 0; left--)
            {
                // Places come in their order.
                if (docs.NextPosition() / StudyFields.SiteStride is var site && site != last)
                {
                    sites.Add(SiteKeys.Of(doc, site));
                    last = site;
                }
            }
        }

        return [.. sites];
    }

    /// <summary>The sites at which a phrase is found in a piece, as sorted keys.</summary>
    public static long[] SitesOf(AtomicReader reader, string piece, PhraseTerms phrase)
    {
        if (phrase is { Terms: [var only], HasMarks: false })
        {
            return At(reader, piece, only) is { } term ? SitesOf(term) : [];
        }

        var beginnings = Beginnings(reader, piece, phrase, 0);
        for (var word = 1; word < phrase.Terms.Count && beginnings.Length > 0; word++)
        {
            beginnings = SiteKeys.Both(beginnings, Beginnings(reader, piece, phrase, word));
        }

        return SiteKeys.Distinct(Array.ConvertAll(beginnings, at => SiteKeys.Of((int)(at >> DocShift), (int)(uint)at / StudyFields.SiteStride)));
    }

    private static List<long> Room()
    {
        room ??= [];
        room.Clear();
        return room;
    }

    // Where the phrase would begin for one of its words to stand where it does: the study's number, then the place; sorted.
    private static long[] Beginnings(AtomicReader reader, string piece, PhraseTerms phrase, int word)
    {
        if (At(reader, piece, phrase.Terms[word]) is not { } terms)
        {
            return [];
        }

        var places = Room();
        var docs = terms.DocsAndPositions(null, null, phrase.HasMarks ? DocsAndPositionsFlags.PAYLOADS : DocsAndPositionsFlags.NONE);
        for (var doc = docs.NextDoc(); doc != DocIdSetIterator.NO_MORE_DOCS; doc = docs.NextDoc())
        {
            for (var left = docs.Freq; left > 0; left--)
            {
                var position = docs.NextPosition();
                if (position >= word && (!phrase.HasMarks || phrase.Allows(word, MarkBytes.Read(docs.GetPayload()))))
                {
                    places.Add(((long)doc << DocShift) | (uint)(position - word));
                }
            }
        }

        return [.. places];
    }

    /// <summary>Stands at a term; null when the segment lacks it.</summary>
    public static TermsEnum? At(AtomicReader reader, string piece, string term)
    {
        var terms = reader.GetTerms(piece)?.GetEnumerator();
        return terms is not null && terms.SeekExact(new BytesRef(term)) ? terms : null;
    }
}
