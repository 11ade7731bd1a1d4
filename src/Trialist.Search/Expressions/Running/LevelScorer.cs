using Lucene.Net.Search;

namespace Trialist.Search.Expressions.Running;

/// <summary>The studies of one segment that meet a term in any of several ways, scored by the best of them.</summary>
/// <param name="weight">The weight.</param>
/// <param name="ways">The ways, the best first.</param>
/// <param name="boost">How much the term counts.</param>
internal sealed class LevelScorer(Weight weight, LevelScorer.Way[] ways, float boost) : Scorer(weight)
{
    private int doc = -1;

    /// <summary>One way to meet a term.</summary>
    /// <param name="Scorer">Its studies.</param>
    /// <param name="Least">Less than the score of any of them.</param>
    internal readonly record struct Way(Scorer Scorer, float Least);

    public override int DocID => doc;

    public override int Freq => 1;

    public override float GetScore()
    {
        foreach (var (scorer, least) in ways)
        {
            if (scorer.DocID == doc)
            {
                var score = scorer.GetScore();
                return boost * (least + (LevelQuery.Step * score / (score + LevelQuery.Step)));
            }
        }

        return 0;
    }

    public override int NextDoc() => doc == NO_MORE_DOCS ? doc : Advance(doc + 1);

    public override int Advance(int target)
    {
        var next = NO_MORE_DOCS;
        foreach (var (scorer, _) in ways)
        {
            var at = scorer.DocID;
            if (at < target)
            {
                at = at == target - 1 ? scorer.NextDoc() : scorer.Advance(target);
            }

            next = Math.Min(next, at);
        }

        return doc = next;
    }

    public override long GetCost()
    {
        var cost = 0L;
        foreach (var (scorer, _) in ways)
        {
            cost += scorer.GetCost();
        }

        return cost;
    }
}
