using System.Collections.Concurrent;

namespace Trialist.Matching.Bulk;

/// <summary>One person against every study of a bank: only the leaves that the person's facts bear on are evaluated, all others are as for somebody of whom nothing is known; then the circuit of all criteria is run.</summary>
/// <remarks>The same settings serve any number of persons and threads.</remarks>
public sealed class OneAgainstAll
{
    /// <summary>An engine that has seen more forms of facts than this begins anew.</summary>
    private const int MaxRemembered = 50_000;

    private readonly StudyBank bank;
    private readonly MatchSettings settings;
    private readonly Dictionary<Sex, Lazy<sbyte[]>> silence;
    private readonly ConcurrentBag<Engine> idle = [];

    /// <summary>Prepares a bank for matches under the same settings.</summary>
    public OneAgainstAll(StudyBank bank, MatchSettings settings)
    {
        this.bank = bank;
        this.settings = settings;
        silence = new[] { Sex.All, Sex.Female, Sex.Male }.ToDictionary(sex => sex, sex => new Lazy<sbyte[]>(() => SilenceOf(sex)));
    }

    /// <summary>The verdict on each study, in the order of the bank.</summary>
    public Verdict[] Match(Person person) => [.. Stand(new PreparedPerson(person, settings, bank.Vocabulary)).Select(standing => standing.Verdict)];

    /// <summary>The verdict on each study with how many of its deciding criteria are met, not met and open, in the order of the bank.</summary>
    public StudyStanding[] Stand(PreparedPerson person)
    {
        var engine = idle.TryTake(out var free) ? free : new Engine(NewLeaves(), new FactNumbers(), new sbyte[bank.Circuit.Places]);
        silence[person.Person.Sex is { } sex and not Sex.All ? sex : Sex.All].Value.CopyTo(engine.Truths, 0);
        Hear(person, engine);
        bank.Circuit.Run(engine.Truths);
        var standings = new StudyStanding[bank.Studies];
        var mayFit = person.HasFacts && !person.Person.Deceased;
        for (var study = 0; study < standings.Length; study++)
        {
            var (met, notMet, open) = bank.Circuit.TallyOf(study, engine.Truths);
            var truth = notMet > 0 ? Truth.False : open > 0 ? Truth.Unknown : Truth.True;
            standings[study] = new StudyStanding(VerdictOf(truth, mayFit && bank.CanBeEligible(study)), met, notMet, open);
        }

        if (engine.Numbers.Concepts + engine.Numbers.Forms < MaxRemembered)
        {
            idle.Add(engine);
        }

        return standings;
    }

    /// <summary>What one match at a time works with.</summary>
    /// <param name="Leaves">The atoms for one person.</param>
    /// <param name="Numbers">The numbers of the facts seen.</param>
    /// <param name="Truths">Those of the circuit; first those of the literals, twice as many as atoms.</param>
    private sealed record Engine(BlockLeaves Leaves, FactNumbers Numbers, sbyte[] Truths);

    private static Verdict VerdictOf(Truth truth, bool mayBeEligible) => truth switch
    {
        Truth.False => Verdict.Ineligible,
        Truth.True when mayBeEligible => Verdict.Eligible,
        Truth.True or Truth.Unknown => Verdict.Undetermined,
    };

    private BlockLeaves NewLeaves() => new(bank, settings, words: 1, static _ => true);

    // Sets the truth of every atom that the person's facts bear on, exceptions last.
    private void Hear(PreparedPerson prepared, Engine engine)
    {
        var (leaves, numbers, truths) = engine;
        leaves.Load(new PersonColumns([prepared.Person], numbers, concept => bank.Related(concept).Length > 0));
        foreach (var concept in leaves.Touched)
        {
            foreach (var atom in bank.AtomsOf(concept))
            {
                Set(truths, atom, TruthOf(leaves, atom));
            }
        }

        foreach (var atom in leaves.OfThePerson)
        {
            Set(truths, atom, TruthOf(leaves, atom));
        }

        foreach (var atom in bank.Excepted)
        {
            if (truths[Op.Literal(atom, denied: false)] == 0 && Holds(leaves, atom, Side.Silent) && ScalarProgram.Run(bank.ExceptionOf(atom), truths) == Truth.True)
            {
                Set(truths, atom, (sbyte)Truth.False);
            }
        }
    }

    private static void Set(sbyte[] truths, int atom, sbyte truth) =>
        (truths[Op.Literal(atom, denied: false)], truths[Op.Literal(atom, denied: true)]) = (truth, (sbyte)-truth);

    private sbyte[] SilenceOf(Sex sex)
    {
        var leaves = idle.TryPeek(out var free) ? free.Leaves : NewLeaves();
        var bit = sex switch { Sex.Female => 2, Sex.Male => 4, Sex.All => 1 };
        var truths = new sbyte[bank.Atoms * 2];
        for (var atom = 0; atom < bank.Atoms; atom++)
        {
            Set(truths, atom, (leaves.SilentSlots[Side.Of(atom, Side.True)] & bit) != 0 ? (sbyte)1 : (leaves.SilentSlots[Side.Of(atom, Side.False)] & bit) != 0 ? (sbyte)-1 : (sbyte)0);
        }

        return truths;
    }

    private static sbyte TruthOf(BlockLeaves leaves, int atom) => Holds(leaves, atom, Side.True) ? (sbyte)1 : Holds(leaves, atom, Side.False) ? (sbyte)-1 : (sbyte)0;

    private static bool Holds(BlockLeaves leaves, int atom, int side) => (leaves.Bitmap(leaves.SlotOf(Side.Of(atom, side)))[0] & 1) == 1;
}
