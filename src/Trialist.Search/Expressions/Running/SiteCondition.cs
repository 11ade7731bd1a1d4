using Lucene.Net.Index;

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

    /// <summary>Adds the sites of a segment that meet the condition to a set.</summary>
    public void AddTo(SiteSet sites, AtomicReader reader, SiteNumbers numbers)
    {
        switch (this)
        {
            case Words words:
                TermPlaces.AddSites(reader, words.Piece, words.Phrase, sites, numbers);
                break;
            case Values values:
                foreach (var term in values.Tokens.In(reader))
                {
                    TermPlaces.AddSites(term, sites, numbers);
                }

                break;
            case Every:
                sites.AddAll(0, numbers.Count);
                break;
            case Or or:
                foreach (var item in or.Items)
                {
                    item.AddTo(sites, reader, numbers);
                }

                break;
            case And and:
                AddAll(and.Items, sites, reader, numbers);
                break;
            case Not not:
                using (var others = SiteSet.Of(numbers))
                using (var these = SiteSet.Of(numbers))
                {
                    not.Item.AddTo(these, reader, numbers);
                    others.AddAll(0, numbers.Count);
                    others.Remove(these);
                    sites.Add(others);
                }

                break;
        }
    }

    private static void AddAll(ValueList<SiteCondition> items, SiteSet sites, AtomicReader reader, SiteNumbers numbers)
    {
        using var common = SiteSet.Of(numbers);
        items[0].AddTo(common, reader, numbers);
        foreach (var item in items.Skip(1))
        {
            using var those = SiteSet.Of(numbers);
            item.AddTo(those, reader, numbers);
            if (!common.Keep(those))
            {
                return;
            }
        }

        sites.Add(common);
    }
}
