using Trialist.Search.Patients;
using Trialist.Search.Results;

namespace Trialist.Search;

/// <summary>Studies for a patient.</summary>
public sealed partial class StudyIndex
{
    /// <summary>Ranks studies for a patient described in free text: by the problems that the text names, and by age and sex. It finds candidates; it does not say who is eligible.</summary>
    /// <param name="note">The text; it is neither kept nor logged.</param>
    /// <param name="limit">How many studies at most, best first.</param>
    public ValueList<RankedStudy> RankForPatient(string note, int limit = 100) => Hold((note, limit), static (snapshot, asked) =>
        PatientRanking.Of(snapshot, asked.note, asked.limit)
            .Select(ranked => new RankedStudy(NctId.Parse(snapshot.RowOf(ranked.Doc).NctId), ranked.Key))
            .ToValueList());

    /// <summary>The words of a note that are meant of the patient, each with how much it tells of what a study is about; see <see cref="PatientWords"/> for their form.</summary>
    /// <param name="note">The text; it is neither kept nor logged.</param>
    public IReadOnlyDictionary<string, double> WordsOfPatient(string note) =>
        Hold(note, static (snapshot, asked) => new PatientQuery(snapshot.Reader, snapshot.Synonyms).Telling(PatientText.Read(asked)));
}
