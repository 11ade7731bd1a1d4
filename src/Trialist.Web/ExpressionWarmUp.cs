using Trialist.Registry;
using Trialist.Search;
using Trialist.Search.Expressions;

namespace Trialist.Web;

/// <summary>Runs every operator of the expression language once while the site is new: the first who used it would wait for the lexicon to be read and for code to be compiled.</summary>
internal static class ExpressionWarmUp
{
    /// <summary>What is run; all operators stand in it.</summary>
    public static readonly ValueList<string> Texts =
    [
        "lung cancer AND \"quality of life\" OR NOT covid-19",
        "SEARCH[Finder](lung cancer AND AREA[ConditionSearch]asthma AND AREA[PersonAge]54)",
        "AREA[InterventionSearch]EXPANSION[Lossy](heart attack) AND EXPANSION[Concept]asthma AND AREA[BriefTitle]EXPANSION[None](covid-19)",
        "AREA[LeadSponsorName]COVERAGE[FullMatch]university AND AREA[BriefTitle]COVER[StartsWith]study",
        "TILT[LastUpdatePostDate](AREA[Phase](PHASE2 OR MISSING) AND AREA[StartDate]RANGE[2020, MAX] AND AREA[Phase:size]2)",
        "SEARCH[Location](AREA[LocationGeoPoint]DISTANCE[42.36, -71.06, 50mi] AND AREA[LocationStatus]RECRUITING AND NOT AREA[LocationCity]boston)",
        "AREA[LocationGeoPoint]DISTANCE[42.36, -71.06, 50mi] AND ALL AND AREA[ArmsInterventionsModule]placebo",
    ];

    /// <summary>Runs them, until it is stopped.</summary>
    public static async Task RunAsync(StudyRegistry registry, CancellationToken cancellation)
    {
        await Task.Yield(); // the site is ready already, and its start is not kept waiting
        try
        {
            Run(await registry.IndexAsync(cancellation), cancellation);
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            // Nobody asks any more.
        }
    }

    private static void Run(StudyIndex index, CancellationToken cancellation)
    {
        foreach (var text in Texts)
        {
            if (cancellation.IsCancellationRequested)
            {
                return;
            }

            try
            {
                index.Find(new ExpressionSearch { Queries = [new RankedExpression("BasicSearch", Expression.Parse(text)!)] });
            }
            catch (ExpressionException)
            {
                // Too broad for a very large registry, where it is refused to everybody.
            }
        }
    }
}
