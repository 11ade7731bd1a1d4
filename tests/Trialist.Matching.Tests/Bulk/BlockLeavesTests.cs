using CsCheck;
using Trialist.Matching.Bulk;

namespace Trialist.Matching.Tests.Bulk;

/// <summary>Each leaf by itself: whatever way it takes, it comes out as the reference has it.</summary>
public sealed class BlockLeavesTests
{
    [Fact]
    public void Leaves_OfGeneratedStudies_AreWhatTheReferenceSays_AlsoOnceTheEngineKnowsTheFacts() =>
        Gen.Select(Generated.StudyGen.Array[1, 12], Generated.PersonGen.Array[1, 40], Gen.Bool).Sample(
            (studies, persons, closed) =>
            {
                var settings = new MatchSettings(Record.AsOf) { AssumeComplete = closed ? [LeafType.Condition, LeafType.Treatment, LeafType.Pregnancy] : [] };
                var bank = new StudyBank(studies, SmallVocabulary.Instance);
                var leaves = new BlockLeaves(bank, settings, words: 1, static _ => true);
                var numbers = new FactNumbers();
                foreach (var block in persons.Concat(persons).Chunk(7))
                {
                    leaves.Load(new PersonColumns(block, numbers));
                    for (var person = 0; person < block.Length; person++)
                    {
                        var prepared = new PreparedPerson(block[person], settings, SmallVocabulary.Instance);
                        for (var atom = 0; atom < bank.Atoms; atom++)
                        {
                            Assert.True(bank.Decide(atom, prepared).Truth == leaves.TruthOf(atom, person), $"{LeafRoutes.Of(bank.Leaf(atom))} {bank.Leaf(atom)} for {block[person]}");
                        }
                    }
                }
            },
            iter: 200, print: _ => "");

    [Fact]
    public void Bitmaps_AsVectors_AreThoseMadeWordByWord() =>
        Gen.Select(Gen.ULong.Array[0, 70], Gen.ULong.Array[70]).Sample((left, right) =>
        {
            var (or, and, orScalar, andScalar) = (left.ToArray(), left.ToArray(), left.ToArray(), left.ToArray());
            Bitmaps.Or(or, right.AsSpan(0, left.Length));
            Bitmaps.And(and, right.AsSpan(0, left.Length));
            Bitmaps.OrScalar(orScalar, right.AsSpan(0, left.Length));
            Bitmaps.AndScalar(andScalar, right.AsSpan(0, left.Length));

            Assert.Equal(orScalar, or);
            Assert.Equal(andScalar, and);
        });

    [Fact]
    public void Bitmaps_OfSeveral_HoldWhomEachWordSays() =>
        Gen.Select(Gen.Int[1, 70], Gen.Int[1, 5], Gen.ULong.Array[420]).Sample((words, count, drawn) =>
        {
            var all = drawn.AsSpan(0, words * (count + 1)).ToArray();
            int[] numbers = [.. Enumerable.Range(0, count)];
            var before = all[(words * count)..];
            var (each, allOf, blend) = (before.ToArray(), before.ToArray(), new ulong[words]);
            Bitmaps.OrEach(each, all, numbers);
            Bitmaps.OrAllOf(allOf, all, numbers);
            Bitmaps.Blend(blend, before, all.AsSpan(0, words), all.AsSpan(0, words));

            for (var word = 0; word < words; word++)
            {
                var ofEach = numbers.Select(number => all[(number * words) + word]).ToArray();
                Assert.Equal(ofEach.Aggregate(before[word], (one, other) => one | other), each[word]);
                Assert.Equal(before[word] | ofEach.Aggregate((one, other) => one & other), allOf[word]);
                Assert.Equal(before[word] | all[word], blend[word]);
            }
        });

    [Fact]
    public void Bitmaps_OfNumbers_HoldWhomEachNumberSays() =>
        Gen.Select(Gen.Int[-3, 3].Array[0, 150], Gen.Int[-3, 3], Gen.Int[-3, 3]).Sample((numbers, least, most) =>
        {
            var between = new ulong[3];
            Bitmaps.AddBetween(between, numbers, least, most);

            for (var person = 0; person < numbers.Length; person++)
            {
                Assert.Equal(numbers[person] >= least && numbers[person] <= most, (between[person >> 6] >> (person & 63) & 1) == 1);
            }
        });

    [Theory]
    [InlineData(-3, -2)]
    [InlineData(-3, -4)]
    [InlineData(-1, 2)]
    public void Values_BelowZero_AndTwoOfOneDay_AreThoseOfTheReference(int one, int other)
    {
        Predicate[] asked = [Ask.Value("t score", Ask.AtMost(-2.5m, "{SD}")), Ask.Value("t score", Ask.AtLeast(-2, "{SD}")), Ask.Value("t score", Ask.Between(-3.5m, -1.5m, "{SD}")), Ask.Value("t score", Ask.Between(-2.5m, 1, "{SD}"))];
        var bank = new StudyBank([(new Study(NctId.Parse("NCT99000001"), ""), new CriteriaDocument(0, [.. asked.Select((predicate, at) => new Criterion($"I{at + 1}", CriterionKind.Inclusion, default, "") { Reading = Reading.Full, Predicate = predicate })], []))], SmallVocabulary.Instance);
        var person = Record.Of(Record.Value("t score", one, "{SD}"), Record.Value("t score", other, "{SD}"));
        var leaves = new BlockLeaves(bank, new MatchSettings(Record.AsOf), words: 1, static _ => true);
        leaves.Load(new PersonColumns([person], new FactNumbers()));

        Assert.Equal(
            Enumerable.Range(0, bank.Atoms).Select(atom => bank.Decide(atom, Record.Ready(person)).Truth),
            Enumerable.Range(0, bank.Atoms).Select(atom => leaves.TruthOf(atom, person: 0)));
        Assert.Contains(Enumerable.Range(0, bank.Atoms), atom => LeafRoutes.Of(bank.Leaf(atom)) == LeafRoute.Value);
    }

    // Several values of one day, undated ones and days known in part may each be the latest.
    [Theory]
    [InlineData("2026-11-20", "2026-11-20")]
    [InlineData("2026-11-20", null)]
    [InlineData("2026-11", "2026-11-20")]
    [InlineData("2026-11-19", "2026-11-20")]
    public void Values_OfWhichEachMayBeTheLatest_HaveToAgree(string? one, string? other)
    {
        Predicate[] asked = [Ask.Value("platelets", Ask.AtLeast(100, "10*9/L")), Ask.Value("platelets", Ask.AtMost(150, "10*9/L")), Ask.Value("platelets", Ask.Between(90, 95, "10*9/L")), Ask.Value("platelets", Ask.AtLeast(90_000, "/uL"))];
        var person = Record.Of(Record.Value("platelets", 80, "10*9/L", one), Record.Value("platelets", 92, "10*9/L", other), Record.Value("platelets", 120, "10*9/L", other));
        (Study, CriteriaDocument?)[] studies = [.. asked.Select(predicate => (new Study(NctId.Parse("NCT99000001"), ""), (CriteriaDocument?)new CriteriaDocument(0, [new Criterion("I1", CriterionKind.Inclusion, default, "") { Reading = Reading.Full, Predicate = predicate }], [])))];

        Assert.Equal(
            studies.Select(study => StudyMatcher.Judge(study.Item1, study.Item2, Record.Ready(person)).Verdict),
            new OneAgainstAll(new StudyBank(studies, SmallVocabulary.Instance), new MatchSettings(Record.AsOf)).Match(person));
    }
}
