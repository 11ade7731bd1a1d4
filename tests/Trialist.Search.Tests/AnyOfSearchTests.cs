using CsCheck;
using Trialist.Search.Filters;

namespace Trialist.Search.Tests;

/// <summary>The fast way of finding any of some words agrees with the plain one.</summary>
public sealed class AnyOfSearchTests
{
    private static readonly string[] Words = ["pain", "trial", "knee", "ulcer", "cough", "sleep", "anger", "voice", "xyloid", "quartz"];

    // The first words stand in most titles, the last in few; some studies are deleted and some put twice, so that there are segments and gaps.
    private static readonly Registry Registry = Made(Words);

    // Common ones and rare ones with other names, of one word and of several.
    private static readonly string[] Names = ["pain", "pembrolizumab", "acute myeloid leukemia", "myocardial infarction", "keytruda", "leukemia", "asthma", "heart attack"];
    private static readonly string[] Asked = ["pain", "keytruda", "aml", "leukemia", "infarction", "\"heart attack\"", "pembrolizumab", "asthma"];

    private static readonly Registry WithNames = Made(Names);

    [Fact]
    public void AnyOf_FindsCountsAndScoresAsThePlainSearchDoes() => AssertAgrees(Registry, Words, synonyms: false);

    [Fact]
    public void AnyOfNames_WithTheirOtherNames_FindsCountsAndScoresAsThePlainSearchDoes() => AssertAgrees(WithNames, Asked, synonyms: true);

    private static void AssertAgrees(Registry registry, string[] words, bool synonyms) =>
        Gen.Select(Gen.Int[0, words.Length - 1].Array[2, 5], Gen.Bool, Gen.Bool).Sample((chosen, filtered, facets) =>
        {
            var text = string.Join(" OR ", chosen.Select(i => words[i]));
            var query = new StudyQuery { Text = text, Limit = 10, WithFacets = facets, UseSynonyms = synonyms, Filters = filtered ? new StudyFilters { Statuses = ["RECRUITING"] } : new() };

            var fast = registry.Index.Search(query);
            var plain = registry.Index.Search(query with { Text = $"({text}) -nosuchword" }); // a denial is more than "any of", and this one denies nothing

            Assert.Equal(plain.Total, fast.Total);
            Assert.Equal(plain.Facets, fast.Facets);
            Assert.Equal(plain.FilterLosses, fast.FilterLosses);
            Assert.Equal(plain.Hits.Count, fast.Hits.Count);
            Assert.All(plain.Hits.Zip(fast.Hits), pair => Assert.Equal(pair.First.Score, pair.Second.Score, tolerance: 0.01)); // scores are rounded, and floats are summed in another order
        });

    private static Registry Made(string[] words)
    {
        var random = new Random(7);
        IEnumerable<Study> Studies(int from, int count) => Enumerable.Range(from, count).Select(number => Registry.Study(
            number,
            string.Join(' ', words.SelectMany((word, i) => Enumerable.Repeat(word, random.NextDouble() < 1.0 / (1 + (i * i)) ? random.Next(1, 4) : 0)).DefaultIfEmpty("none")),
            status: number % 3 == 0 ? "COMPLETED" : "RECRUITING"));

        var registry = Registry.Of(Studies(1, 300));
        foreach (var study in Studies(200, 200))
        {
            registry.Writer.Put(study);
        }

        for (var number = 1; number < 400; number += 17)
        {
            registry.Writer.Delete(NctId.Parse($"NCT9900{number:0000}"));
        }

        registry.Writer.Commit(new Dictionary<string, string>());
        registry.Index.Refresh();
        return registry;
    }
}
