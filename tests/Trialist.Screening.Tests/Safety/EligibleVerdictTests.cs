using System.Text;
using Trialist.Matching;
using Trialist.Registry;
using Trialist.Testing;

namespace Trialist.Screening.Tests.Safety;

/// <summary>No "eligible" without evidence: every real study against a person made to fit it, whole and with facts taken away at random.</summary>
public sealed class EligibleVerdictTests
{
    private const int Seed = 20261128;
    private const int Trials = 6;

    [Fact]
    public void Eligible_RestsOnAFactForEachCriterion_WhateverIsTakenAway()
    {
        var random = new Random(Seed);
        var eligible = 0;
        foreach (var study in SharedData.ReadLines("studies-v2.ndjson.zst").AsParallel().AsOrdered().Select(line => ReadStudy.Of(StudyReader.Read(Encoding.UTF8.GetBytes(line)))).ToList())
        {
            var person = FittingPerson.For(study, Made.AsOf);
            var verdict = Judge(study, person);
            if (verdict.Verdict != Verdict.Eligible)
            {
                continue;
            }

            eligible++;
            Check(study, verdict);
            for (var trial = 0; trial < Trials; trial++)
            {
                var less = person with { Facts = person.Facts.Where(_ => random.Next(3) > 0).ToValueList() };
                if (Judge(study, less) is { Verdict: Verdict.Eligible } still)
                {
                    Check(study, still);
                }
            }

            Assert.NotEqual(Verdict.Eligible, Judge(study, new Person()).Verdict);
        }

        Assert.True(eligible >= 5, $"only {eligible} studies have a person who fits: the test shows little");
    }

    private static StudyVerdict Judge(ReadStudy study, Person person) =>
        StudyMatcher.Judge(study.Study, study.Criteria, new PreparedPerson(person, new MatchSettings(Made.AsOf), LexiconVocabulary.Default));

    private static void Check(ReadStudy study, StudyVerdict verdict)
    {
        foreach (var criterion in verdict.Criteria.Where(one => one.Reading is not (Reading.Judgement or Reading.Action)))
        {
            Assert.True(criterion.Met, $"{study.Study.NctId} {criterion.Id} is not met");
            Assert.True(criterion.Because.Any(reason => reason.Truth != Truth.Unknown && !reason.Facts.IsEmpty), $"{study.Study.NctId} {criterion.Id} shows no fact");
        }
    }
}
