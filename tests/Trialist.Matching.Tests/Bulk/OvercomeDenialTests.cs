using CsCheck;
using Trialist.Matching.Bulk;

namespace Trialist.Matching.Tests.Bulk;

/// <summary>Denials that are overcome by what is affirmed later, over many persons at once.</summary>
public sealed class OvercomeDenialTests
{
    private static readonly string[] Names = ["infection", "pneumonia", "urinary tract infection"];

    private static readonly Predicate.Leaf[] Asked =
    [
        Ask.Condition("infection"), Ask.Condition("pneumonia"), Ask.Condition("infection") with { When = Ask.Within(30, "d") }, Ask.Condition("infection") with { When = new TimeWindow(TimeRelation.Ever) },
        Ask.Condition("infection") with { Except = Ask.Condition("urinary tract infection") },
    ];

    private static readonly Gen<PartialDate?> Day = Gen.Frequency(
        (1, Gen.Const((PartialDate?)null)), (6, Gen.Int[0, 40].Select(back => (PartialDate?)PartialDate.OfDay(Record.AsOf.AddDays(-back)))), (1, Gen.Int[0, 3].Select(back => (PartialDate?)PartialDate.OfMonth(2026, 11 - back))));

    private static readonly Gen<Fact> Said = Gen.Select(Gen.Int[0, 2].Select(which => Names[which]), Gen.Int[0, 4], Day, Day, (name, form, date, start) => form switch
    {
        0 => new Fact(LeafType.Condition, new Concept(name), "g") { Presence = Presence.Absent, Date = date },
        1 => new Fact(LeafType.Condition, new Concept(name), "g") { Presence = Presence.Absent, Date = date, Start = start },
        2 => new Fact(LeafType.Condition, new Concept(name), "g") { Status = FactStatus.Active, Start = start },
        3 => new Fact(LeafType.Condition, new Concept(name), "g") { Status = FactStatus.Active, Date = date },
        _ => new Fact(LeafType.Condition, new Concept(name), "g") { Date = date, Start = start },
    });

    [Fact]
    public void Denials_AreOvercomeOfWhomTheReferenceSays() =>
        Gen.Select(Said.Array[1, 4].Array[64], Gen.Bool).Sample(
            (records, again) =>
            {
                var bank = new StudyBank([(new Study(NctId.Parse("NCT99000001"), ""), new CriteriaDocument(0, [.. Asked.Select((predicate, at) => new Criterion($"I{at + 1}", CriterionKind.Inclusion, default, "") { Reading = Reading.Full, Predicate = predicate })], []))], SmallVocabulary.Instance);
                Person[] persons = [.. records.Select(facts => Record.Of(facts))];
                var leaves = new BlockLeaves(bank, new MatchSettings(Record.AsOf), words: 1, static _ => true);
                var numbers = new FactNumbers();
                foreach (var block in again ? [.. persons.Chunk(20), persons] : new[] { persons })
                {
                    leaves.Load(new PersonColumns(block, numbers));
                    for (var person = 0; person < block.Length; person++)
                    {
                        var prepared = Record.Ready(block[person]);
                        for (var atom = 0; atom < bank.Atoms; atom++)
                        {
                            Assert.True(bank.Decide(atom, prepared).Truth == leaves.TruthOf(atom, person), $"{bank.Leaf(atom)} for {block[person]}");
                        }
                    }
                }
            },
            iter: 100, print: _ => "");
}
