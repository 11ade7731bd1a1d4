namespace Trialist.Evaluation.Benches;

/// <summary>Makes as many studies as a bench needs out of real ones: each part of a study is taken whole from a study drawn at random, so lengths, words and values are distributed as in the source.</summary>
/// <param name="sources">The real studies.</param>
/// <param name="seed">The same seed makes the same studies.</param>
public sealed class ResampledStudies(IReadOnlyList<Study> sources, int seed)
{
    private const int FirstNumber = 10_000_001;

    /// <summary>The studies.</summary>
    public IEnumerable<Study> Take(int count)
    {
        var random = new Random(seed);
        for (var i = 0; i < count; i++)
        {
            Study Draw() => sources[random.Next(sources.Count)];
            var subject = Draw(); // title, conditions and treatments belong together
            var (story, rules, sites) = (Draw(), Draw(), Draw());
            yield return subject with
            {
                NctId = NctId.Parse($"NCT{FirstNumber + i}"),
                BriefSummary = story.BriefSummary,
                DetailedDescription = story.DetailedDescription,
                PrimaryOutcomes = story.PrimaryOutcomes,
                SecondaryOutcomes = story.SecondaryOutcomes,
                Eligibility = rules.Eligibility,
                Sites = sites.Sites,
                Sponsor = sites.Sponsor,
                Status = sites.Status,
                Dates = sites.Dates,
                Design = rules.Design,
            };
        }
    }
}
