using Trialist.Matching;
using Trialist.Terminology;

namespace Trialist.Screening.Ranking;

/// <summary>What studies are about: their conditions, keywords and titles, looked up in the lexicon once for all persons.</summary>
internal sealed class StudySubjects
{
    /// <summary>A term with more kinds below it than this is a field of medicine, not a disease.</summary>
    private const int MostKindsOfOneDisease = 40;

    private const double OfKeyword = 0.6;
    private const double OfTitle = 0.8;
    private const double OfWords = 0.9;

    private readonly IVocabulary vocabulary;
    private readonly List<(int Phrase, double Weight)[]> studies = [];
    private readonly int phrases;
    private readonly List<LexiconEntry> entries = [];
    private readonly List<List<int>> phrasesOfEntry = [];
    private readonly Dictionary<string, List<int>> phrasesOfWord = new(StringComparer.Ordinal);
    private readonly ConceptIndex index;

    public StudySubjects(IEnumerable<Study> list, IVocabulary vocabulary)
    {
        this.vocabulary = vocabulary;
        var numbers = new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase);
        foreach (var study in list)
        {
            studies.Add([.. Words(study).Select(one => (NumberOf(one.Words), one.Weight))]);
        }

        phrases = numbers.Count;
        var entryNumbers = new Dictionary<LexiconEntry, int>(ReferenceEqualityComparer.Instance);
        foreach (var (words, number) in numbers)
        {
            Index(words, number, entryNumbers);
        }

        index = new ConceptIndex([.. entries.Select(entry => entry.Concept)], vocabulary);

        int NumberOf(string words)
        {
            if (!numbers.TryGetValue(words, out var number))
            {
                numbers[words] = number = numbers.Count;
            }

            return number;
        }
    }

    /// <summary>How much each study is about the problems, from 0 to 1, in the order of the studies.</summary>
    public double[] ConcernOf(Problems problems)
    {
        var concern = new double[phrases];
        foreach (var problem in problems.List)
        {
            TakeEntries(problem, concern);
            TakeWords(problem, concern);
        }

        var found = new double[studies.Count];
        for (var study = 0; study < found.Length; study++)
        {
            foreach (var (phrase, weight) in studies[study])
            {
                found[study] = Math.Max(found[study], weight * concern[phrase]);
            }
        }

        return found;
    }

    private static IEnumerable<(string Words, double Weight)> Words(Study study) =>
    [
        .. study.Conditions.Select(words => (words, 1.0)),
        .. study.ConditionMesh.Select(term => (term.Term, 1.0)),
        .. study.Keywords.Select(words => (words, OfKeyword)),
        (study.BriefTitle, OfTitle),
    ];

    private void Index(string words, int number, Dictionary<LexiconEntry, int> entryNumbers)
    {
        foreach (var entry in Lexicon.Default.MatchesIn(words).Select(match => match.Entry).Where(entry => entry.LeafType == LeafType.Condition).Distinct())
        {
            if (!entryNumbers.TryGetValue(entry, out var known))
            {
                entryNumbers[entry] = known = entries.Count;
                entries.Add(entry);
                phrasesOfEntry.Add([]);
            }

            phrasesOfEntry[known].Add(number);
        }

        foreach (var word in WordBag.Of(words).Words)
        {
            (phrasesOfWord.TryGetValue(word, out var known) ? known : phrasesOfWord[word] = []).Add(number);
        }
    }

    private void TakeEntries(Problem problem, double[] concern)
    {
        foreach (var number in index.Related(problem.Concept))
        {
            var share = problem.Weight * Share(vocabulary.Relate(entries[number].Concept, problem.Concept), entries[number]);
            foreach (var phrase in phrasesOfEntry[number])
            {
                concern[phrase] = Math.Max(concern[phrase], share);
            }
        }
    }

    private void TakeWords(Problem problem, double[] concern)
    {
        var shared = new Dictionary<int, int>();
        foreach (var word in problem.Words.Words)
        {
            foreach (var phrase in phrasesOfWord.GetValueOrDefault(word) ?? [])
            {
                shared[phrase] = shared.GetValueOrDefault(phrase) + 1;
            }
        }

        foreach (var (phrase, words) in shared)
        {
            concern[phrase] = Math.Max(concern[phrase], problem.Weight * OfWords * problem.Words.Overlap(words));
        }
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
}
