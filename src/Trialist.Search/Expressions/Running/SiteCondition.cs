using Lucene.Net.Index;
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
        Values values => SiteKeys.Sorted([.. values.Tokens.In(reader).SelectMany(terms => TermPlaces.Of(terms).Select(place => SiteKeys.Of(place.Doc, place.Position / StudyFields.SiteStride)))]),
        Every => SiteKeys.Sorted([.. TermPlaces.Of(reader, Piece.Location, PieceToken.Here).Select(place => SiteKeys.Of(place.Doc, place.Position / StudyFields.SiteStride))]),
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
            var place = i;
            var found = TermPlaces.Of(reader, words.Piece, words.Phrase, i).Select(at => ((long)at.Doc << 32) | (uint)(at.Position - place));
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
}
