using System.Collections.Concurrent;

namespace Trialist.Matching.Bulk;

/// <summary>One person against every study of a bank: only the leaves that the person's facts bear on are evaluated, all others are as for somebody of whom nothing is known.</summary>
/// <remarks>The same settings serve any number of persons and threads.</remarks>
public sealed class OneAgainstAll
{
    /// <summary>An engine that has seen more forms of facts than this begins anew.</summary>
    private const int MaxRemembered = 50_000;

    private readonly StudyBank bank;
    private readonly MatchSettings settings;
    private readonly Dictionary<Sex, Lazy<sbyte[]>> silence;
    private readonly ConcurrentBag<(BlockLeaves Leaves, FactNumbers Numbers)> idle = [];

    /// <summary>Prepares a bank for matches under the same settings.</summary>
    public OneAgainstAll(StudyBank bank, MatchSettings settings)
    {
        this.bank = bank;
        this.settings = settings;
        silence = new[] { Sex.All, Sex.Female, Sex.Male }.ToDictionary(sex => sex, sex => new Lazy<sbyte[]>(() => Silence(sex)));
    }

    /// <summary>The verdict on each study, in the order of the bank.</summary>
    public Verdict[] Match(Person person)
    {
        var prepared = new PreparedPerson(person, settings, bank.Vocabulary);
        var truths = TruthsOf(prepared);
        var verdicts = new Verdict[bank.Studies];
        var mayFit = prepared.HasFacts && !person.Deceased;
        for (var study = 0; study < verdicts.Length; study++)
        {
            verdicts[study] = VerdictOf(ScalarProgram.Run(bank.ProgramOf(study), truths), mayFit && bank.CanBeEligible(study));
        }

        return verdicts;
    }

    /// <summary>The verdict on each study with how many of its deciding criteria are met, not met and open, in the order of the bank.</summary>
    public StudyStanding[] Stand(PreparedPerson person)
    {
        var truths = TruthsOf(person);
        var standings = new StudyStanding[bank.Studies];
        var mayFit = person.HasFacts && !person.Person.Deceased;
        for (var study = 0; study < standings.Length; study++)
        {
            var (met, notMet, open) = ScalarProgram.Count(bank.ProgramOf(study), truths);
            var truth = notMet > 0 ? Truth.False : open > 0 ? Truth.Unknown : Truth.True;
            standings[study] = new StudyStanding(VerdictOf(truth, mayFit && bank.CanBeEligible(study)), met, notMet, open);
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

    // The truth of every atom for the person, before and after exceptions: those come last.
    private sbyte[] TruthsOf(PreparedPerson prepared)
    {
        var (leaves, numbers) = idle.TryTake(out var free) ? free : (NewLeaves(), new FactNumbers());
        leaves.Load(new PersonColumns([prepared.Person], numbers, concept => bank.Related(concept).Length > 0));
        var truths = (sbyte[])silence[prepared.Person.Sex is { } sex and not Sex.All ? sex : Sex.All].Value.Clone();
        foreach (var concept in leaves.Touched)
        {
            foreach (var atom in bank.AtomsOf(concept))
            {
                truths[atom] = TruthOf(leaves, atom);
            }
        }

        foreach (var atom in leaves.OfThePerson)
        {
            truths[atom] = TruthOf(leaves, atom);
        }

        foreach (var atom in bank.Excepted)
        {
            if (truths[atom] == 0 && Holds(leaves, atom, Side.Silent) && ScalarProgram.Run(bank.ExceptionOf(atom), truths) == Truth.True)
            {
                truths[atom] = (sbyte)Truth.False;
            }
        }

        if (numbers.Concepts + numbers.Forms < MaxRemembered)
        {
            idle.Add((leaves, numbers));
        }

        return truths;
    }

    private sbyte[] Silence(Sex sex)
    {
        var leaves = idle.TryPeek(out var free) ? free.Leaves : NewLeaves();
        var bit = sex switch { Sex.Female => 2, Sex.Male => 4, Sex.All => 1 };
        var truths = new sbyte[bank.Atoms];
        for (var atom = 0; atom < truths.Length; atom++)
        {
            truths[atom] = (leaves.SilentSlots[Side.Of(atom, Side.True)] & bit) != 0 ? (sbyte)1 : (leaves.SilentSlots[Side.Of(atom, Side.False)] & bit) != 0 ? (sbyte)-1 : (sbyte)0;
        }

        return truths;
    }

    private static sbyte TruthOf(BlockLeaves leaves, int atom) => Holds(leaves, atom, Side.True) ? (sbyte)1 : Holds(leaves, atom, Side.False) ? (sbyte)-1 : (sbyte)0;

    private static bool Holds(BlockLeaves leaves, int atom, int side) => (leaves.Bitmap(leaves.SlotOf(Side.Of(atom, side)))[0] & 1) == 1;
}
