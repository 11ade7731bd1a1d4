using Trialist.Registry;
using Trialist.Search.Expressions;

namespace Trialist.Web;

/// <summary>Searches once while the site is new: the first who did would wait for the lexicon to be read and for code to be compiled.</summary>
internal static class ExpressionWarmUp
{
    /// <summary>What is run: a search as most are, for the program is made fast for what it sees first.</summary>
    public const string Text = "lung cancer";

    /// <summary>Runs it, unless the site is stopped.</summary>
    /// <returns>What it found; null where it was given up.</returns>
    public static async Task<ExpressionPage?> RunAsync(StudyRegistry registry, CancellationToken cancellation)
    {
        await Task.Yield(); // the site is ready already, and its start is not kept waiting
        try
        {
            var index = await registry.IndexAsync(cancellation);
            cancellation.ThrowIfCancellationRequested();
            return index.Find(new ExpressionSearch { Queries = [new RankedExpression("BasicSearch", Expression.Parse(Text)!)] });
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            return null; // nobody asks any more
        }
    }
}
