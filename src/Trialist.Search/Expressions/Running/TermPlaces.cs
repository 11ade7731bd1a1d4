using Lucene.Net.Index;
using Lucene.Net.Search;
using Lucene.Net.Util;
using Trialist.Search.Indexing;

namespace Trialist.Search.Expressions.Running;

/// <summary>Where terms stand in a segment of the index.</summary>
internal static class TermPlaces
{
    /// <summary>Adds the sites at which the term that an enumerator stands at is found.</summary>
    public static void AddSites(TermsEnum terms, SiteSet sites, SiteNumbers numbers)
    {
        var docs = terms.DocsAndPositions(null, null, DocsAndPositionsFlags.NONE);
        for (var doc = docs.NextDoc(); doc != DocIdSetIterator.NO_MORE_DOCS; doc = docs.NextDoc())
        {
            var (first, end) = (numbers.First(doc), numbers.End(doc));
            for (var left = docs.Freq; left > 0; left--)
            {
                Add(sites, first, end, docs.NextPosition());
            }
        }
    }

    /// <summary>Adds the sites at which a phrase is found in a piece.</summary>
    public static void AddSites(AtomicReader reader, string piece, PhraseTerms phrase, SiteSet sites, SiteNumbers numbers)
    {
        if (phrase is { Terms: [var only], HasMarks: false })
        {
            if (At(reader, piece, only) is { } term)
            {
                AddSites(term, sites, numbers);
            }

            return;
        }

        if (PhrasePlaces.Of(reader, piece, phrase, acceptDocs: null) is not { } places)
        {
            return;
        }

        for (var doc = places.NextDoc(); doc != DocIdSetIterator.NO_MORE_DOCS; doc = places.NextDoc())
        {
            foreach (var beginning in places.Beginnings)
            {
                Add(sites, numbers.First(doc), numbers.End(doc), beginning);
            }
        }
    }

    /// <summary>Stands at a term; null when the segment lacks it.</summary>
    public static TermsEnum? At(AtomicReader reader, string piece, string term)
    {
        var terms = reader.GetTerms(piece)?.GetEnumerator();
        return terms is not null && terms.SeekExact(new BytesRef(term)) ? terms : null;
    }

    private static void Add(SiteSet sites, int first, int end, int position)
    {
        var site = first + (position / StudyFields.SiteStride);
        if (site < end)
        {
            sites.Add(site);
        }
    }
}
