using Trialist.Registry;
using Trialist.Search.Expressions;

namespace Trialist.Web;

/// <summary>Searches once while the site is new: the first who did would wait for the lexicon to be read and for code to be compiled.</summary>
internal static class ExpressionWarmUp
{
    /// <summary>What is run: a search as most are, for the program is made fast for what it sees first.</summary>
    private const string Text = "lung cancer";

    /// <summary>Runs it, unless the site is stopped.</summary>
    public static async Task RunAsync(StudyRegistry registry, CancellationToken cancellation)
    {
        await Task.Yield(); // the site is ready already, and its start is not kept waiting
        try
        {
            (await registry.IndexAsync(cancellation)).Find(new ExpressionSearch { Queries = [new RankedExpression("BasicSearch", Expression.Parse(Text)!)] });
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            // Nobody asks any more.
        }
    }
}
