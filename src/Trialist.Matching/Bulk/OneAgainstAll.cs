using System.Collections.Concurrent;

namespace Trialist.Matching.Bulk;

/// <summary>One person against every study of a bank: only the leaves that the person's facts bear on are evaluated, and the criteria that they stand in; all others are as for somebody of whom nothing is known.</summary>
/// <remarks>The same settings serve any number of persons and threads.</remarks>
public sealed class OneAgainstAll
{
    /// <summary>An engine that has seen more forms of facts than this begins anew.</summary>
    private const int MaxRemembered = 50_000;

    private readonly StudyBank bank;
    private readonly MatchSettings settings;
    private readonly Dictionary<Sex, Lazy<Silence>> silence;
    private readonly ConcurrentBag<(BlockLeaves Leaves, FactNumbers Numbers)> idle = [];

    /// <summary>Prepares a bank for matches under the same settings.</summary>
    public OneAgainstAll(StudyBank bank, MatchSettings settings)
    {
        this.bank = bank;
        this.settings = settings;
        silence = new[] { Sex.All, Sex.Female, Sex.Male }.ToDictionary(sex => sex, sex => new Lazy<Silence>(() => SilenceOf(sex)));
    }

    /// <summary>The verdict on each study, in the order of the bank.</summary>
    public Verdict[] Match(Person person) => [.. Stand(new PreparedPerson(person, settings, bank.Vocabulary)).Select(standing => standing.Verdict)];

    /// <summary>The verdict on each study with how many of its deciding criteria are met, not met and open, in the order of the bank.</summary>
    public StudyStanding[] Stand(PreparedPerson person)
    {
        var nothingKnown = silence[person.Person.Sex is { } sex and not Sex.All ? sex : Sex.All].Value;
        var truths = nothingKnown.Truths.ToArray();
        var tallies = nothingKnown.With(truths, Hear(person, truths));
        var standings = new StudyStanding[bank.Studies];
        var mayFit = person.HasFacts && !person.Person.Deceased;
        for (var study = 0; study < standings.Length; study++)
        {
            var tally = tallies[study];
            var truth = tally.NotMet > 0 ? Truth.False : tally.Open > 0 ? Truth.Unknown : Truth.True;
            standings[study] = new StudyStanding(VerdictOf(truth, mayFit && bank.CanBeEligible(study)), tally.Met, tally.NotMet, tally.Open);
        }

        return standings;
    }

    private static Verdict VerdictOf(Truth truth, bool mayBeEligible) => truth switch
    {
        Truth.False => Verdict.Ineligible,
        Truth.True when mayBeEligible => Verdict.Eligible,
        Truth.True or Truth.Unknown => Verdict.Undetermined,
    };

    private BlockLeaves NewLeaves() => new(bank, settings, words: 1, static _ => true);

    // Sets the truth of every atom that the person's facts bear on, exceptions last, and tells which.
    private List<int> Hear(PreparedPerson prepared, sbyte[] truths)
    {
        var heard = new List<int>();
        var (leaves, numbers) = idle.TryTake(out var free) ? free : (NewLeaves(), new FactNumbers());
        leaves.Load(new PersonColumns([prepared.Person], numbers, concept => bank.Related(concept).Length > 0));
        foreach (var concept in leaves.Touched)
        {
            heard.AddRange(bank.AtomsOf(concept));
        }

        heard.AddRange(leaves.OfThePerson);
        foreach (var atom in heard)
        {
            truths[atom] = TruthOf(leaves, atom);
        }

        foreach (var atom in bank.Excepted)
        {
            if (truths[atom] == 0 && Holds(leaves, atom, Side.Silent) && ScalarProgram.Run(bank.ExceptionOf(atom), truths) == Truth.True)
            {
                truths[atom] = (sbyte)Truth.False;
                heard.Add(atom);
            }
        }

        if (numbers.Concepts + numbers.Forms < MaxRemembered)
        {
            idle.Add((leaves, numbers));
        }

        return heard;
    }

    private Silence SilenceOf(Sex sex)
    {
        var leaves = idle.TryPeek(out var free) ? free.Leaves : NewLeaves();
        var bit = sex switch { Sex.Female => 2, Sex.Male => 4, Sex.All => 1 };
        var truths = new sbyte[bank.Atoms];
        for (var atom = 0; atom < truths.Length; atom++)
        {
            truths[atom] = (leaves.SilentSlots[Side.Of(atom, Side.True)] & bit) != 0 ? (sbyte)1 : (leaves.SilentSlots[Side.Of(atom, Side.False)] & bit) != 0 ? (sbyte)-1 : (sbyte)0;
        }

        return new Silence(bank, truths);
    }

    private static sbyte TruthOf(BlockLeaves leaves, int atom) => Holds(leaves, atom, Side.True) ? (sbyte)1 : Holds(leaves, atom, Side.False) ? (sbyte)-1 : (sbyte)0;

    private static bool Holds(BlockLeaves leaves, int atom, int side) => (leaves.Bitmap(leaves.SlotOf(Side.Of(atom, side)))[0] & 1) == 1;
}
