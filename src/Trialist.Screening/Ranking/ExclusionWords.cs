using Trialist.Search.Patients;

namespace Trialist.Screening.Ranking;

/// <summary>The words of each exclusion of a study, without those that its inclusions or its subject hold too.</summary>
/// <remarks>A patient whose note is full of what a study excludes is unlikely to fit, also where the reading of the exclusion is in part or the note is too short for a verdict.</remarks>
internal sealed class ExclusionWords
{
    private readonly Dictionary<string, int> numbers = new(StringComparer.Ordinal);
    private readonly List<int[][]> studies = [];

    public ExclusionWords(IEnumerable<ReadStudy> list)
    {
        foreach (var (study, criteria) in list)
        {
            var known = criteria is null ? [] : PatientWords.Of(string.Join('\n', Wanted(study, criteria))).ToHashSet(StringComparer.Ordinal);
            studies.Add(
            [
                .. (criteria?.Criteria ?? []).Where(criterion => criterion.Kind == CriterionKind.Exclusion)
                    .Select(criterion => PatientWords.Of(criterion.Text).Where(word => !known.Contains(word)).Distinct(StringComparer.Ordinal).Select(NumberOf).ToArray())
                    .Where(words => words.Length > 0),
            ]);
        }
    }

    /// <summary>How much of a patient's words the exclusion of each study with the most of them holds, in the order of the studies; 0 where there is none.</summary>
    /// <param name="words">The patient's words, each with its weight.</param>
    public double[] MostShared(IReadOnlyDictionary<string, double> words)
    {
        var weights = new double[numbers.Count];
        foreach (var (word, weight) in words)
        {
            if (numbers.TryGetValue(word, out var number))
            {
                weights[number] = weight;
            }
        }

        return [.. studies.Select(exclusions => exclusions.Max(exclusion => (double?)exclusion.Sum(word => weights[word])) ?? 0)];
    }

    private static IEnumerable<string> Wanted(Study study, CriteriaDocument criteria) =>
        [study.BriefTitle, .. study.Conditions, .. study.Keywords, .. criteria.Criteria.Where(criterion => criterion.Kind == CriterionKind.Inclusion).Select(criterion => criterion.Text)];

    private int NumberOf(string word)
    {
        if (!numbers.TryGetValue(word, out var number))
        {
            numbers[word] = number = numbers.Count;
        }

        return number;
    }
}
