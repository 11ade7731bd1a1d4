using Trialist.Evaluation.Scoring;

namespace Trialist.Evaluation.Readings;

/// <summary>Compares one study's criteria document with its hand reading.</summary>
internal static class ReadingScorer
{
    public static ReadingFigures Score(HandReading hand, string text, CriteriaDocument document, Action<string>? report = null)
    {
        var lines = new LineNumbers(text);
        var pairs = Pairing.Of(hand.Criteria, document.Criteria, (g, c) => IsSame(g, c, lines));
        var figures = new ReadingFigures(1, new Score(pairs.Count(j => j >= 0), document.Criteria.Count, hand.Criteria.Count), default, default, default, default);
        for (var i = 0; i < pairs.Length; i++)
        {
            var gold = hand.Criteria[i];
            var criterion = pairs[i] < 0 ? null : document.Criteria[pairs[i]];
            var compared = Compare(gold, criterion);
            figures += compared;
            if (report is not null && (criterion is null || compared.Numeric.Found < compared.Numeric.Gold || compared.Concepts.Found < compared.Concepts.Gold || compared.Class.Found < compared.Class.Gold || compared.Full.Found < compared.Full.Gold))
            {
                report($"{hand.NctId} {gold.Id} line {gold.FirstLine} {gold.Reading}{Joined(gold.Logic)}: hand [{string.Join("; ", gold.Leaves.Select(Line))}] engine {criterion?.Id} {criterion?.Reading}{Joined(FlatLeaves.LogicOf(criterion?.Predicate))} [{string.Join("; ", FlatLeaves.Of(criterion?.Predicate).Select(Line))}]");
            }
        }

        // What the engine found where the hand reading has nothing counts against it.
        foreach (var extra in document.Criteria.Where((_, j) => !pairs.Contains(j)))
        {
            var leaves = FlatLeaves.Of(extra.Predicate);
            figures += new ReadingFigures(0, default, new Score(0, leaves.Count(leaf => leaf.IsNumeric), 0), new Score(0, leaves.Count(leaf => !leaf.IsNumeric), 0), default, default);
        }

        return figures;
    }

    private static ReadingFigures Compare(HandCriterion gold, Criterion? criterion)
    {
        var predicted = FlatLeaves.Of(criterion?.Predicate);
        var numeric = Count(gold.Leaves.Where(l => l.IsNumeric), predicted.Where(l => l.IsNumeric), (g, p) => g.SameBounds(p));
        var concepts = Count(gold.Leaves.Where(l => !l.IsNumeric), predicted.Where(l => !l.IsNumeric), (g, p) => g.SameConcept(p));
        if (criterion is null || gold.Reading is null)
        {
            return new ReadingFigures(0, default, numeric, concepts, default, default);
        }

        var full = default(Score);
        if (criterion.Reading == Reading.Full)
        {
            var same = gold.Leaves.Count == predicted.Count
                && Pairing.Of(gold.Leaves, predicted, (g, p) => g.Same(p)).All(j => j >= 0)
                && (gold.Logic is null || gold.Logic == FlatLeaves.LogicOf(criterion.Predicate));
            full = new Score(same ? 1 : 0, 1, 1);
        }

        return new ReadingFigures(0, default, numeric, concepts, new Score(ClassIsRight(gold, criterion) ? 1 : 0, 1, 1), full);
    }

    private static bool ClassIsRight(HandCriterion gold, Criterion criterion) => gold.Reading switch
    {
        "computable" => criterion.Reading is Reading.Full or Reading.Partial or Reading.None,
        "judgement" => criterion.Reading == Reading.Judgement,
        "action" => criterion.Reading == Reading.Action,
        "mixed" => criterion.Reading == Reading.Partial || (criterion.Reading == Reading.Full && criterion.Predicate is { } predicate && FlatLeaves.HoldsJudgement(predicate)),
        _ => true,
    };

    private static Score Count(IEnumerable<FlatLeaf> gold, IEnumerable<FlatLeaf> predicted, Func<FlatLeaf, FlatLeaf, bool> meets)
    {
        FlatLeaf[] g = [.. gold], p = [.. predicted];
        return new Score(Pairing.Of(g, p, meets).Count(j => j >= 0), p.Length, g.Length);
    }

    private static bool IsSame(HandCriterion gold, Criterion criterion, LineNumbers lines) =>
        gold.Kind == criterion.Kind
        && lines.Of(criterion.Span.Start) == gold.FirstLine
        && (gold.Part is null || CorpusWords.StartsWith(criterion.Text, gold.Part) || CorpusWords.StartsWith(WithoutMark(criterion.Text), gold.Part));

    // Readers leave out the number that an item begins with, or do not.
    private static string WithoutMark(string text) => string.Concat(text.SkipWhile(letter => !char.IsLetter(letter)));

    private static string Joined(string? logic) => logic is null ? "" : $",{logic}";

    private static string Line(FlatLeaf leaf) =>
        $"{(leaf.Negated ? "not " : "")}{leaf.Type} {leaf.Name}{(leaf.Min is { } min ? $" {(min.Inclusive ? "≥" : ">")}{min.Value}" : "")}{(leaf.Max is { } max ? $" {(max.Inclusive ? "≤" : "<")}{max.Value}" : "")}{(leaf.Unit is { } unit ? " " + unit : "")}{(leaf.Except ? " except" : "")}";
}
