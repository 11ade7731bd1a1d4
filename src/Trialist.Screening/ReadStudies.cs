using Trialist.Matching;
using Trialist.Matching.Bulk;
using Trialist.Screening.Ranking;

namespace Trialist.Screening;

/// <summary>Studies as read, made ready for one person after another: verdicts on all of them by the bulk engine, and what they are about.</summary>
internal sealed class ReadStudies
{
    private readonly StudyBank bank;
    private readonly Dictionary<NctId, ReadStudy> byId;
    private volatile Prepared? last;

    private sealed record Prepared(MatchSettings Settings, OneAgainstAll Matcher);

    public ReadStudies(IReadOnlyList<ReadStudy> list, IVocabulary vocabulary)
    {
        List = list;
        StudySubjects subjects = null!;
        StudyBank studies = null!;
        Parallel.Invoke(() => subjects = new StudySubjects(list.Select(one => one.Study), vocabulary), () => studies = new StudyBank(list.Select(one => (one.Study, one.Criteria)), vocabulary));
        (Subjects, bank) = (subjects, studies);
        byId = list.GroupBy(one => one.Study.NctId).ToDictionary(same => same.Key, same => same.First());
    }

    /// <summary>The studies.</summary>
    public IReadOnlyList<ReadStudy> List { get; }

    /// <summary>What they are about.</summary>
    public StudySubjects Subjects { get; }

    /// <summary>One of them; null when it is not there.</summary>
    public ReadStudy? Find(NctId id) => byId.GetValueOrDefault(id);

    /// <summary>How the person stands to each, in the order of the list.</summary>
    public StudyStanding[] Stand(PreparedPerson person)
    {
        // Most matches of one day share their settings, and what silence means under them is the same for all persons.
        if (last is not { } prepared || prepared.Settings != person.Settings)
        {
            last = prepared = new Prepared(person.Settings, new OneAgainstAll(bank, person.Settings));
        }

        return prepared.Matcher.Stand(person);
    }
}
