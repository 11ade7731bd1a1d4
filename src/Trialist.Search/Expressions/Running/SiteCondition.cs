using Lucene.Net.Index;
using Lucene.Net.Search;
using Lucene.Net.Util;
using Trialist.Search.Indexing;
using Trialist.Search.Pieces;

namespace Trialist.Search.Expressions.Running;

/// <summary>A condition on one site.</summary>
internal abstract record SiteCondition
{
    private SiteCondition() { }

    /// <summary>A phrase in a piece of text.</summary>
    public sealed record Words(string Piece, PhraseTerms Phrase) : SiteCondition;

    /// <summary>One of some values.</summary>
    public sealed record Values(TokenSet Tokens) : SiteCondition;

    /// <summary>Any site.</summary>
    public sealed record Every : SiteCondition;

    public sealed record And(ValueList<SiteCondition> Items) : SiteCondition;

    public sealed record Or(ValueList<SiteCondition> Items) : SiteCondition;

    public sealed record Not(SiteCondition Item) : SiteCondition;

    /// <summary>The sites of a segment that meet the condition.</summary>
    public long[] SitesIn(AtomicReader reader) => this switch
    {
        Words words => WordSites(reader, words),
        Values values => SiteKeys.Sorted([.. values.Tokens.In(reader).SelectMany(terms => Positions(terms).Select(place => SiteKeys.Of(place.Doc, place.Position / StudyFields.SiteStride)))]),
        Every => SiteKeys.Sorted([.. PositionsOf(reader, Piece.Location, PieceToken.ValueStart).Select(place => SiteKeys.Of(place.Doc, place.Position / StudyFields.SiteStride))]),
        And and => and.Items.Skip(1).Aggregate(and.Items[0].SitesIn(reader), (sites, item) => sites.Length == 0 ? sites : SiteKeys.Both(sites, item.SitesIn(reader))),
        Or or => or.Items.Aggregate(Array.Empty<long>(), (sites, item) => SiteKeys.Either(sites, item.SitesIn(reader))),
        Not not => SiteKeys.Without(new Every().SitesIn(reader), not.Item.SitesIn(reader)),
    };

    // Where all words stand at their places, by the position of the first.
    private static long[] WordSites(AtomicReader reader, Words words)
    {
        HashSet<long>? firsts = null;
        for (var i = 0; i < words.Phrase.Terms.Count; i++)
        {
            var place = words.Phrase.Places[i];
            var found = PositionsOf(reader, words.Piece, words.Phrase.Terms[i]).Select(at => ((long)at.Doc << 32) | (uint)(at.Position - place));
            if (firsts is null)
            {
                firsts = [.. found];
            }
            else
            {
                firsts.IntersectWith(found);
            }
        }

        return SiteKeys.Sorted([.. (firsts ?? []).Select(first => SiteKeys.Of((int)(first >> 32), (int)(uint)first / StudyFields.SiteStride))]);
    }

    private static IEnumerable<(int Doc, int Position)> PositionsOf(AtomicReader reader, string field, string term)
    {
        var terms = reader.GetTerms(field)?.GetEnumerator();
        return terms is not null && terms.SeekExact(new BytesRef(term)) ? Positions(terms) : [];
    }

    private static IEnumerable<(int Doc, int Position)> Positions(TermsEnum terms)
    {
        var docs = terms.DocsAndPositions(null, null, DocsAndPositionsFlags.NONE);
        for (var doc = docs.NextDoc(); doc != DocIdSetIterator.NO_MORE_DOCS; doc = docs.NextDoc())
        {
            for (var left = docs.Freq; left > 0; left--)
            {
                yield return (doc, docs.NextPosition());
            }
        }
    }
}
