using Trialist.Matching;
using Trialist.Notes;
using Trialist.Search;

namespace Trialist.Screening.Ranking;

/// <summary>Ranks studies for a patient described in free text: by the words of the note, by what the studies are about, and by how the patient stands to their criteria.</summary>
/// <remarks>The weights stand in docs/reference/screening.md. A criterion that is not met moves a study back but never out: notes are short, and a reading of either side may be wrong.</remarks>
public sealed class NoteRanker
{
    private const double OfConcern = 0.2;
    private const double OfMet = 0.6;
    private const double OfExclusion = 1;
    private const double EachNotMet = 0.65;
    private const int MostNotMet = 4;

    private readonly StudyIndex index;
    private readonly ReadStudies studies;
    private readonly ExclusionWords exclusions;
    private readonly Dictionary<NctId, int> numbers;

    /// <summary>Readies studies for one note after another.</summary>
    /// <param name="index">Finds candidates by the words of the note.</param>
    /// <param name="studies">The same studies with their criteria as read.</param>
    public NoteRanker(StudyIndex index, IReadOnlyList<ReadStudy> studies)
    {
        this.index = index;
        this.studies = new ReadStudies(studies, LexiconVocabulary.Default);
        exclusions = new ExclusionWords(studies);
        numbers = Enumerable.Range(0, studies.Count).GroupBy(number => studies[number].Study.NctId).ToDictionary(same => same.Key, same => same.First());
    }

    /// <summary>The best studies, best first.</summary>
    /// <param name="note">The note; it is neither kept nor logged.</param>
    /// <param name="asOf">The day for which ages and windows are computed.</param>
    /// <param name="limit">How many studies at most.</param>
    public IReadOnlyList<(NctId Study, double Score)> Rank(string note, DateOnly asOf, int limit)
    {
        var person = NoteReader.Default.Read(note).Person;
        var standings = studies.Stand(new PreparedPerson(person, new MatchSettings(asOf), LexiconVocabulary.Default));
        var excluded = exclusions.MostShared(index.WordsOfPatient(note));
        var concern = studies.Subjects.ConcernOf(Problems.Of(person, asOf));
        return
        [
            .. index.RankForPatient(note, limit)
                .Select(ranked => (ranked.NctId, Score: ranked.Score * (numbers.TryGetValue(ranked.NctId, out var number) ? Weight(number) : 1)))
                .OrderByDescending(ranked => ranked.Score).ThenBy(ranked => ranked.NctId),
        ];

        double Weight(int number)
        {
            var standing = standings[number];
            var met = studies.List[number].Criteria is null ? 0 : (double)standing.Met / Math.Max(1, standing.Met + standing.NotMet + standing.Open);
            return (1 - OfConcern + (OfConcern * concern[number])) * Math.Pow(EachNotMet, Math.Min(standing.NotMet, MostNotMet)) * (1 + (OfMet * met)) / (1 + (OfExclusion * excluded[number]));
        }
    }
}
