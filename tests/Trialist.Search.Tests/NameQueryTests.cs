using CsCheck;
using Lucene.Net.Index;
using Lucene.Net.Search;
using Lucene.Net.Store;
using Trialist.Search.Areas;
using Trialist.Search.Indexing;
using Trialist.Search.Queries;

namespace Trialist.Search.Tests;

/// <summary>A remembered name finds and scores as the query that it stands for.</summary>
public sealed class NameQueryTests
{
    // In so few studies that a phrase with it skips through the other words.
    private const string Rare = "pleura";
    private const int Rarity = 20;

    private static readonly string[] Words = ["knee", "pain", "lung", "cancer", "small", "cell", Rare];

    [Fact]
    public void Name_FindsAndScoresAsItsQueryDoes()
    {
        using var directory = Made();
        using var reader = DirectoryReader.Open(directory);
        var searcher = new IndexSearcher(reader) { Similarity = StudySimilarity.Instance };
        var names = new NameScores(searcher);
        var areas = new AreaQueries(new PieceWords(reader));

        Gen.Select(Gen.Int[0, Words.Length - 1].Array[2, 3], Gen.Float[0.1f, 2], Gen.Int[0, Words.Length - 1]).Sample((chosen, boost, other) =>
        {
            string[] terms = [.. chosen.Select(i => Words[i])];
            var plain = areas.Phrase(SearchArea.Basic, terms, isSynonym: true);
            Query name = new NameQuery(string.Join(' ', terms), plain, names) { Boost = boost };
            var boosted = areas.Phrase(SearchArea.Basic, terms, isSynonym: true);
            boosted.Boost = boost;

            foreach (var wrap in (Func<Query, Query>[])[query => query, query => AreaQueries.All([areas.Word(SearchArea.Basic, Words[other]), query]), query => new DisjunctionMaxQuery([areas.Word(SearchArea.Basic, Words[other]), query], 0)])
            {
                AssertSame(searcher, wrap(boosted), wrap(name));
            }
        });
    }

    [Fact]
    public void Phrase_FindsAndScoresAsLucenesDoes()
    {
        using var directory = Made();
        using var reader = DirectoryReader.Open(directory);
        var searcher = new IndexSearcher(reader) { Similarity = StudySimilarity.Instance };
        var areas = new AreaQueries(new PieceWords(reader));

        Gen.Select(Gen.Int[0, Words.Length - 1].Array[2, 4], Gen.Float[0.1f, 2], Gen.OneOf(Gen.Const("BriefTitle"), Gen.Const("OfficialTitle"), Gen.Const("Condition"))).Sample((chosen, boost, field) =>
        {
            string[] terms = [.. chosen.Select(i => Words[i])];

            AssertSame(searcher, AreaQueries.PieceToPhrase(field, terms, slop: 0, boost), areas.InField(field, terms, boost));
        });
    }

    [Fact]
    public void Words_StandInTheFieldsThatHoldThem()
    {
        using var directory = Made();
        using var reader = DirectoryReader.Open(directory);
        var inPieces = new PieceWords(reader);
        foreach (var field in SearchArea.Basic.Parts.Where(part => !part.IsEnum).Select(part => part.Piece).Append(SearchArea.Basic.Name))
        {
            foreach (var word in Words.Append("xerostomia"))
            {
                Assert.Equal(reader.DocFreq(new Term(field, word)) > 0, inPieces.MayHold(field, word));
            }
        }

        Assert.True(inPieces.MayHold("BriefTitle", "knee", "lung"));
        Assert.False(inPieces.MayHold("BriefTitle", "knee", "xerostomia"));
        Assert.True(inPieces.MayHold("no field of an area", "xerostomia"));
    }

    // Scores are sums of floats in another order.
    private static void AssertSame(IndexSearcher searcher, Query expected, Query actual)
    {
        var (known, found) = (Hits(searcher, expected), Hits(searcher, actual));
        Assert.Equal(known.Select(hit => hit.Doc), found.Select(hit => hit.Doc));
        Assert.All(known.Zip(found), pair => Assert.Equal(pair.First.Score, pair.Second.Score, tolerance: 1e-4));
    }

    private static ScoreDoc[] Hits(IndexSearcher searcher, Query query) => [.. searcher.Search(query, 500).ScoreDocs.OrderBy(hit => hit.Doc)];

    // Two segments, with deleted and replaced studies.
    private static RAMDirectory Made()
    {
        var random = new Random(3);
        var directory = new RAMDirectory();
        using var writer = new StudyIndexWriter(directory);
        for (var number = 1; number <= 200; number++)
        {
            writer.Put(Registry.Study(number % 150, string.Join(' ', Enumerable.Range(0, 6).Select(_ => Words[random.Next(Words.Length - 1)]).Append(number % Rarity == 0 ? Rare : "")).Trim()));
            if (number == 100)
            {
                writer.Commit(new Dictionary<string, string>());
            }
        }

        writer.Commit(new Dictionary<string, string>());
        return directory;
    }
}
