using System.Text;
using Trialist.Fhir;
using Trialist.Matching;
using Trialist.Matching.Bulk;
using Trialist.Registry;
using Trialist.Testing;

namespace Trialist.Screening.Tests;

/// <summary>Real studies and made-up patients from the folder of real data; skipped where it is missing.</summary>
public sealed class RealDataTests
{
    private const int PatientsTried = 4;
    private static readonly MatchSettings Settings = new(Made.AsOf);
    private static readonly Lazy<List<ReadStudy>> Studies = new(() => [.. SharedData.ReadLines("studies-v2.ndjson.zst").AsParallel().AsOrdered().Select(line => ReadStudy.Of(StudyReader.Read(Encoding.UTF8.GetBytes(line))))]);

    [Fact]
    public void NobodyKnown_IsEligibleForNoStudy_AndNothingIsDecided()
    {
        var nobody = new PreparedPerson(new Person(), Settings, LexiconVocabulary.Default);

        var verdicts = Studies.Value.Select(study => StudyMatcher.Judge(study.Study, study.Criteria, nobody)).ToList();

        Assert.True(verdicts.Count > 1000);
        Assert.All(verdicts, verdict => Assert.Equal(Verdict.Undetermined, verdict.Verdict));
        Assert.Empty(verdicts.SelectMany(verdict => verdict.Criteria).Where(criterion => criterion.Truth != Truth.Unknown).Select(criterion => criterion.Id));
    }

    [Fact]
    public void MadeUpPatients_AgainstAllStudies_RestEveryDecisionOnAFact()
    {
        var bank = new StudyBank(Studies.Value.Select(study => (study.Study, study.Criteria)), LexiconVocabulary.Default);
        var alone = new OneAgainstAll(bank, Settings);
        foreach (var line in SharedData.ReadLines("patients-r4.ndjson.zst").Take(PatientsTried))
        {
            var person = FhirReader.Default.ReadPerson(Encoding.UTF8.GetBytes(line)).Person;
            var prepared = new PreparedPerson(person, Settings, LexiconVocabulary.Default);
            var verdicts = Studies.Value.Select(study => StudyMatcher.Judge(study.Study, study.Criteria, prepared)).ToList();

            Assert.Equal(verdicts.Select(verdict => verdict.Verdict), alone.Match(person));
            Assert.Equal(verdicts.Select(verdict => verdict.Counts.Met), alone.Stand(prepared).Select(standing => standing.Met));
            Assert.All(
                verdicts.SelectMany(verdict => verdict.Criteria).SelectMany(criterion => criterion.Because).Where(reason => reason.Truth != Truth.Unknown),
                reason => Assert.False(reason.Facts.IsEmpty, reason.Predicate));
        }
    }
}
