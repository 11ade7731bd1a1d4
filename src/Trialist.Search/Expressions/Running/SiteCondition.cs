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
        Words words => TermPlaces.SitesOf(reader, words.Piece, words.Phrase),
        Values values => SiteKeys.AnyOf([.. values.Tokens.In(reader).Select(TermPlaces.SitesOf)]),
        Every => TermPlaces.At(reader, Piece.Location, PieceToken.Here) is { } here ? TermPlaces.SitesOf(here) : [],
        And and => and.Items.Skip(1).Aggregate(and.Items[0].SitesIn(reader), (sites, item) => sites.Length == 0 ? sites : SiteKeys.Both(sites, item.SitesIn(reader))),
        Or or => or.Items.Aggregate(Array.Empty<long>(), (sites, item) => SiteKeys.Either(sites, item.SitesIn(reader))),
        Not not => SiteKeys.Without(new Every().SitesIn(reader), not.Item.SitesIn(reader)),
    };
}
