using Trialist.Matching;
using Trialist.Terminology;

namespace Trialist.Screening.Ranking;

/// <summary>The problems of a person that studies may be about, the weightiest first.</summary>
internal sealed class Problems
{
    /// <summary>A chart may hold hundreds of findings; the main problems are few.</summary>
    private const int MaxProblems = 24;

    /// <summary>A term with more kinds below it than this is a field of medicine, not a disease.</summary>
    private const int MostKindsOfOneDisease = 40;

    private static readonly string[] Grave = ["cancer", "carcinoma", "leukemia", "lymphoma", "myeloma", "melanoma", "sarcoma", "tumor", "neoplasm", "malignan", "blastoma", "glioma"];

    private readonly Dictionary<string, double> concern = new(StringComparer.OrdinalIgnoreCase);

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

    /// <summary>How much a study is about the problems, from 0 to 1.</summary>
    public double ConcernOf(Study study, IVocabulary vocabulary)
    {
        var best = 0.0;
        foreach (var words in study.Conditions)
        {
            best = Math.Max(best, Concern(words, vocabulary));
        }

        foreach (var term in study.ConditionMesh)
        {
            best = Math.Max(best, Concern(term.Term, vocabulary));
        }

        foreach (var words in study.Keywords)
        {
            best = Math.Max(best, 0.6 * Concern(words, vocabulary));
        }

        return Math.Max(best, 0.8 * Concern(study.BriefTitle, vocabulary));
    }

    private double Concern(string words, IVocabulary vocabulary)
    {
        if (!concern.TryGetValue(words, out var known))
        {
            concern[words] = known = Compute(words, vocabulary);
        }

        return known;
    }

    private double Compute(string words, IVocabulary vocabulary)
    {
        var named = Lexicon.Default.MatchesIn(words).Select(match => match.Entry).Where(entry => entry.LeafType == LeafType.Condition).ToList();
        var stems = WordBag.Of(words);
        var best = 0.0;
        foreach (var problem in List)
        {
            var kin = named.Select(entry => Share(vocabulary.Relate(entry.Concept, problem.Concept), entry)).DefaultIfEmpty(0).Max();
            best = Math.Max(best, problem.Weight * Math.Max(kin, 0.9 * problem.Words.Overlap(stems)));
        }

        return best;
    }

    // A study of leukaemia takes a person with acute myeloid leukaemia; one of acute myeloid leukaemia may not fit whoever has "leukaemia".
    // "Cancer" or "heart disease" says little: nearly every study of that field names it.
    private static double Share(Kinship kinship, LexiconEntry asked) => kinship switch
    {
        Kinship.Same => 1,
        Kinship.Narrower => Lexicon.Default.Narrower(asked).Count > MostKindsOfOneDisease ? 0.3 : 0.75,
        Kinship.Broader => 0.6,
        Kinship.None => 0,
    };

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
