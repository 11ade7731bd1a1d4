namespace Trialist.Screening.Asking;

/// <summary>Picks the missing facts that would decide most of the studies still open.</summary>
public static class QuestionPicker
{
    /// <summary>More questions than a person answers in one sitting.</summary>
    private const int MaxQuestions = 10;

    // Too general to be asked or answered; the criterion that uses such a word stays open.
    private static readonly HashSet<string> TooGeneral = new(StringComparer.Ordinal)
    {
        "treatment", "therapy", "medication", "drug", "disease", "condition", "disorder", "illness", "procedure", "measurement", "biomarker",
    };

    /// <summary>The questions, most deciding first.</summary>
    /// <param name="verdicts">The studies considered, best first.</param>
    /// <remarks>A fact is counted once a study, where the study is still open and a criterion that computes waits for the fact.</remarks>
    public static ValueList<Question> Pick(IEnumerable<StudyVerdict> verdicts)
    {
        var open = new Dictionary<string, (LeafType? Asks, int Decides, int First)>(StringComparer.Ordinal);
        foreach (var verdict in verdicts)
        {
            if (verdict.Verdict != Verdict.Undetermined)
            {
                continue;
            }

            foreach (var (name, asks) in MissingIn(verdict))
            {
                var (known, decides, first) = open.TryGetValue(name, out var found) ? found : (asks, 0, open.Count);
                open[name] = (known, decides + 1, first);
            }
        }

        return open
            .Where(entry => !TooGeneral.Contains(entry.Key))
            .OrderByDescending(entry => entry.Value.Decides)
            .ThenBy(entry => entry.Value.First)
            .Take(MaxQuestions)
            .Select(entry => new Question(entry.Key, QuestionText.For(entry.Key, entry.Value.Asks), entry.Value.Decides) { Asks = entry.Value.Asks })
            .ToValueList();
    }

    private static Dictionary<string, LeafType?> MissingIn(StudyVerdict verdict)
    {
        var missing = new Dictionary<string, LeafType?>(StringComparer.Ordinal);
        foreach (var criterion in verdict.Criteria)
        {
            if (criterion.Met is not null || criterion.Reading is Reading.Judgement or Reading.Action)
            {
                continue;
            }

            foreach (var reason in criterion.Because)
            {
                foreach (var name in reason.Missing)
                {
                    missing.TryAdd(name, reason.Asks);
                }
            }
        }

        return missing;
    }
}
