namespace Trialist.Screening.Ranking;

/// <summary>The problems of a person that studies may be about, the weightiest first.</summary>
internal sealed class Problems
{
    /// <summary>A chart may hold hundreds of findings; the main problems are few.</summary>
    private const int MaxProblems = 24;

    private static readonly string[] Grave = ["cancer", "carcinoma", "leukemia", "lymphoma", "myeloma", "melanoma", "sarcoma", "tumor", "neoplasm", "malignan", "blastoma", "glioma"];

    private Problems(IReadOnlyList<Problem> list) => List = list;

    /// <summary>The problems.</summary>
    public IReadOnlyList<Problem> List { get; }

    public static Problems Of(Person person, DateOnly asOf)
    {
        var found = new Dictionary<string, Problem>(StringComparer.OrdinalIgnoreCase);
        foreach (var fact in person.Facts)
        {
            if (fact is not { Type: LeafType.Condition or LeafType.Biomarker, Presence: Presence.Present, Status: not FactStatus.Planned } || fact.Qualifiers.Any(one => one.Kind == QualifierKind.Subject))
            {
                continue;
            }

            var weight = WeightOf(fact, asOf);
            if (!found.TryGetValue(fact.Concept.Name, out var known) || known.Weight < weight)
            {
                found[fact.Concept.Name] = new Problem(fact.Concept, weight);
            }
        }

        return new Problems([.. found.Values.OrderByDescending(problem => problem.Weight).Take(MaxProblems)]);
    }

    private static double WeightOf(Fact fact, DateOnly asOf)
    {
        var weight = fact.Status switch { FactStatus.Past => 0.35, FactStatus.Unstated => 0.8, _ => 0.9 };
        if (fact.Type == LeafType.Biomarker)
        {
            weight *= 0.5;
        }

        if (Grave.Any(word => fact.Concept.Name.Contains(word, StringComparison.OrdinalIgnoreCase)))
        {
            weight = Math.Max(weight, 0.85) * 1.1;
        }

        // A problem of the last months is more likely what the person looks for than one of many years.
        var recent = (fact.Date ?? fact.Start) is { } date && asOf.DayNumber - date.Latest.DayNumber < 200;
        return Math.Min(1, recent ? weight * 1.05 : weight);
    }
}
