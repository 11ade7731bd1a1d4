using CsCheck;
using Trialist.Matching.Bulk;

namespace Trialist.Matching.Tests.Bulk;

/// <summary>The bulk engine gives, bit for bit, what the reference gives.</summary>
public sealed class AgreementTests
{
    private static readonly MatchSettings Open = new(Record.AsOf);
    private static readonly MatchSettings Closed = Open with { AssumeComplete = [LeafType.Condition, LeafType.Treatment, LeafType.Pregnancy] };

    [Fact]
    public void Verdicts_OfGeneratedStudiesAndPersons_AreThoseOfTheReference() =>
        Gen.Select(Generated.StudyGen.Array[1, 12], Generated.PersonGen.Array[1, 40], Gen.Bool).Sample(
            (studies, persons, closed) =>
            {
                var settings = closed ? Closed : Open;
                var bank = new StudyBank(studies, SmallVocabulary.Instance);
                var one = new OneAgainstAll(bank, settings);
                var expected = persons.Select(person => Reference(studies, person, settings)).ToList();
                var seen = new Verdict[persons.Length, studies.Length];
                var counts = new CohortMatcher(bank, settings).Match(persons, (study, first, eligible, ineligible) =>
                {
                    for (var index = 0; first + index < persons.Length && index < eligible.Length * 64; index++)
                    {
                        seen[first + index, study] = Bit(eligible, index) ? Verdict.Eligible : Bit(ineligible, index) ? Verdict.Ineligible : Verdict.Undetermined;
                    }
                });
                for (var person = 0; person < persons.Length; person++)
                {
                    Assert.Equal(expected[person], one.Match(persons[person]));
                    Assert.Equal(expected[person], Enumerable.Range(0, studies.Length).Select(study => seen[person, study]));
                }

                Assert.Equal(expected.Sum(row => row.Count(verdict => verdict == Verdict.Ineligible)), counts.Sum(count => count.Ineligible));
                Assert.Equal(expected.Sum(row => row.Count(verdict => verdict == Verdict.Eligible)), counts.Sum(count => count.Eligible));
            },
            iter: 400);

    [Fact]
    public void Predicates_EachAlone_HoldOfWhomTheReferenceSays() =>
        Gen.Select(Generated.PredicateGen, Gen.Bool, Generated.PersonGen.Array[1, 6], Gen.Bool).Sample(
            (predicate, excludes, persons, closed) =>
            {
                var criterion = new Criterion("", excludes ? CriterionKind.Exclusion : CriterionKind.Inclusion, default, "") { Reading = Reading.Full, Predicate = predicate };
                (Study, CriteriaDocument?)[] studies = [(new Study(NctId.Parse("NCT99000001"), ""), new CriteriaDocument(0, [criterion], []))];
                var settings = closed ? Closed : Open;
                var bank = new StudyBank(studies, SmallVocabulary.Instance);
                var one = new OneAgainstAll(bank, settings);
                var counts = new CohortMatcher(bank, settings).Match(persons);
                Assert.Equal(
                    (persons.Count(person => Reference(studies, person, settings)[0] == Verdict.Eligible), persons.Count(person => Reference(studies, person, settings)[0] == Verdict.Ineligible)),
                    counts[0]);

                // Each person alone, then all over again when the engine knows their facts.
                foreach (var person in persons.Concat(persons))
                {
                    Assert.Equal(Reference(studies, person, settings), one.Match(person));
                }
            },
            iter: 4000, print: tuple => $"{tuple.Item1}\n{tuple.Item2} {tuple.Item4}\n{string.Join('\n', tuple.Item3.Select(person => $"{person}"))}");

    [Fact]
    public void Standings_OfGeneratedStudiesAndPersons_CountAsTheReferenceDoes() =>
        Gen.Select(Generated.StudyGen.Array[1, 12], Generated.PersonGen).Sample(
            (studies, person) =>
            {
                var prepared = new PreparedPerson(person, Open, SmallVocabulary.Instance);
                var expected = studies.Select(one => StudyMatcher.Judge(one.Study, one.Criteria, prepared)).Select(one =>
                    new StudyStanding(one.Verdict, one.Counts.Met, one.Counts.NotMet, one.Counts.Unknown + one.Counts.Unread));

                Assert.Equal(expected, new OneAgainstAll(new StudyBank(studies, SmallVocabulary.Instance), Open).Stand(prepared));
            },
            iter: 400);

    [Fact]
    public void Blocks_KeepPersonsApart()
    {
        (Study, CriteriaDocument?)[] studies = [.. Enumerable.Range(0, 40).Select(_ => Generated.StudyGen.Single())];
        Person[] persons = [.. Enumerable.Range(0, 1100).Select(_ => Generated.PersonGen.Single())];
        var bank = new StudyBank(studies, SmallVocabulary.Instance);
        var one = new OneAgainstAll(bank, Open);

        var expected = persons.Select(one.Match).ToList();
        var counts = new CohortMatcher(bank, Open).Match(persons);

        Assert.Equal(
            Enumerable.Range(0, studies.Length).Select(study => ((long)expected.Count(row => row[study] == Verdict.Eligible), (long)expected.Count(row => row[study] == Verdict.Ineligible))),
            counts);
    }

    // No one can be eligible, so nobody reads of whom the limit is met; but where it is met, the kinds of the group do not stand in its place.
    [Fact]
    public void GroupOfAnalytes_ThatHasANumber_IsNotDecidedByItsKinds()
    {
        Criterion[] criteria =
        [
            new Criterion("E1", CriterionKind.Exclusion, default, "") { Reading = Reading.Partial, Predicate = Ask.Value("platelets", Ask.AtLeast(5, "10*9/L")) },
            new Criterion("E2", CriterionKind.Exclusion, default, "") { Reading = Reading.Full, Predicate = Ask.Not(Ask.Value("transaminases", Ask.Below(12, "U/L"))) },
        ];
        (Study, CriteriaDocument?)[] studies = [(new Study(NctId.Parse("NCT99000001"), ""), new CriteriaDocument(0, [.. criteria], []))];
        var person = Record.Of(Record.Value("transaminases", 5, "U/L"), Record.Value("alt", 60, "U/L"));

        Assert.Equal([Verdict.Undetermined], Reference(studies, person, Open));
        Assert.Equal((0L, 0L), new CohortMatcher(new StudyBank(studies, SmallVocabulary.Instance), Open).Match([person])[0]);
    }

    [Fact]
    public void Leaves_ThatStandInManyStudies_AreOneAtom()
    {
        var (study, criteria) = (new Study(NctId.Parse("NCT99000001"), ""), new CriteriaDocument(0, [new Criterion("I1", CriterionKind.Inclusion, default, "") { Reading = Reading.Full, Predicate = Ask.Condition("gout") }], []));
        var elsewhere = criteria with { Criteria = [criteria.Criteria[0] with { Predicate = Ask.Condition("gout") with { Span = new TextSpan(40, 44) } }] };

        Assert.Equal(1, new StudyBank([(study, criteria), (study, elsewhere)], SmallVocabulary.Instance).Atoms);
    }

    private static Verdict[] Reference((Study Study, CriteriaDocument? Criteria)[] studies, Person person, MatchSettings settings)
    {
        var prepared = new PreparedPerson(person, settings, SmallVocabulary.Instance);
        return [.. studies.Select(one => StudyMatcher.Judge(one.Study, one.Criteria, prepared).Verdict)];
    }

    private static bool Bit(ReadOnlySpan<ulong> words, int index) => (words[index / 64] >> (index % 64) & 1) == 1;
}
