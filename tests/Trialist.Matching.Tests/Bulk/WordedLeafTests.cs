using Trialist.Matching.Bulk;

namespace Trialist.Matching.Tests.Bulk;

/// <summary>Limits in words, such as "elevated", come out as the reference has them, whatever is recorded.</summary>
public sealed class WordedLeafTests
{
    private static readonly Predicate.Leaf[] Asked =
    [
        .. new[] { "elevated", "decreased", "normal" }.SelectMany(word => new[] { LeafType.Measurement, LeafType.Biomarker }.Select(type => Ask.For(type, "alt", new Qualifier(QualifierKind.Result, word)))),
        Ask.For(LeafType.Measurement, "alt", new Qualifier(QualifierKind.Result, "elevated")) with { When = Ask.Within(2, "wk") },
        Ask.For(LeafType.Measurement, "alt", new Qualifier(QualifierKind.Result, "elevated")) with { When = new TimeWindow(TimeRelation.Ever) },
        Ask.For(LeafType.Measurement, "alt", new Qualifier(QualifierKind.Result, "normal")) with { When = Ask.Within(2, "wk") with { Anchor = "transplant" } },
        Ask.For(LeafType.Measurement, "transaminases", new Qualifier(QualifierKind.Result, "elevated")),
    ];

    public static TheoryData<string> Records => [.. Facts.Keys];

    // The upper limit of normal lies between 30 and 55 U/L, the lower one between 5 and 10.
    private static readonly Dictionary<string, Fact[]> Facts = new(StringComparer.Ordinal)
    {
        ["nothing"] = [],
        ["the lowest upper limit itself"] = [Record.Value("alt", 30, "U/L")],
        ["above the lowest upper limit"] = [Record.Value("alt", 30.01m, "U/L")],
        ["the highest upper limit itself"] = [Record.Value("alt", 55, "U/L")],
        ["above every upper limit"] = [Record.Value("alt", 55.01m, "U/L")],
        ["below every lower limit"] = [Record.Value("alt", 4, "U/L")],
        ["between the lower limits"] = [Record.Value("alt", 7, "U/L")],
        ["the highest lower limit itself"] = [Record.Value("alt", 10, "U/L")],
        ["a multiple of normal"] = [Record.Value("alt", 2, "[ULN]")],
        ["the laboratory's own range"] = [Record.Value("alt", 40, "U/L") with { ReferenceRange = Ask.Between(8, 35, "U/L") }],
        ["only a limit reported"] = [Record.Value("alt", 0, "U/L") with { Value = null, ValueWithin = Ask.Below(3, "U/L") }],
        ["a value without a unit"] = [Record.Value("alt", 80, null)],
        ["an old value"] = [Record.Value("alt", 80, "U/L", "2025-11-20")],
        ["an undated value"] = [Record.Value("alt", 80, "U/L", null)],
        ["a value three weeks old"] = [Record.Value("alt", 80, "U/L", "2026-11-01")],
        ["two values of a day that disagree"] = [Record.Value("alt", 80, "U/L"), Record.Value("alt", 20, "U/L")],
        ["a later value"] = [Record.Value("alt", 80, "U/L", "2026-11-02"), Record.Value("alt", 20, "U/L")],
        ["a value and a word that contradicts it"] = [Record.Value("alt", 20, "U/L"), Worded("elevated")],
        ["a word alone"] = [Worded("elevated")],
        ["another word alone"] = [Worded("normal")],
        ["not measured"] = [Record.No("alt", LeafType.Measurement)],
        ["a value and not measured on the same day"] = [Record.Value("alt", 80, "U/L"), Record.No("alt", LeafType.Measurement, "2026-11-20")],
        ["a value of the group"] = [Record.Value("transaminases", 80, "U/L"), Worded("elevated")],
        ["a relative's value"] = [Record.Value("alt", 80, "U/L") with { Qualifiers = [new Qualifier(QualifierKind.Subject, "mother")] }],
        ["an uncertain value"] = [Record.Value("alt", 80, "U/L") with { Presence = Presence.Uncertain }],
        ["a value still to come"] = [Record.Value("alt", 80, "U/L", "2026-12-24"), Worded("normal")],
    };

    [Theory]
    [MemberData(nameof(Records))]
    public void LimitsInWords_AreWhatTheReferenceSays(string record)
    {
        var bank = new StudyBank([(new Study(NctId.Parse("NCT99000001"), ""), new CriteriaDocument(0, [.. Asked.Select((predicate, at) => new Criterion($"I{at + 1}", CriterionKind.Inclusion, default, "") { Reading = Reading.Full, Predicate = predicate })], []))], SmallVocabulary.Instance);
        Person[] persons = [Record.Of(Facts[record]), Record.Of(), Record.Of(Worded("elevated")), Record.Of([.. Facts[record]])];
        var leaves = new BlockLeaves(bank, new MatchSettings(Record.AsOf), words: 1, static _ => true);
        leaves.Load(new PersonColumns(persons, new FactNumbers()));

        for (var person = 0; person < persons.Length; person++)
        {
            Assert.Equal(
                Enumerable.Range(0, bank.Atoms).Select(atom => bank.Decide(atom, Record.Ready(persons[person])).Truth),
                Enumerable.Range(0, bank.Atoms).Select(atom => leaves.TruthOf(atom, person)));
        }
    }

    [Fact]
    public void LimitsInWords_AreAskedOfTheReferenceOnlyWithAnException()
    {
        Assert.All(Asked, leaf => Assert.Equal(LeafRoute.Worded, LeafRoutes.Of(leaf)));
        Assert.Equal(LeafRoute.Reference, LeafRoutes.Of(Asked[0] with { Except = Ask.Condition("gout") }));
        Assert.Equal(LeafRoute.Reference, LeafRoutes.Of(Asked[0] with { When = new TimeWindow(TimeRelation.After) }));
    }

    private static Fact Worded(string word) => new(LeafType.Measurement, new Concept("alt"), "note") { Qualifiers = [new Qualifier(QualifierKind.Result, word)], Date = PartialDate.Parse("2026-11-20") };
}
