namespace Trialist.Matching.Bulk;

/// <summary>One person against every study of a bank: only the leaves that the person's facts bear on are evaluated, all others are as for somebody of whom nothing is known.</summary>
/// <remarks>Immutable; the same settings serve any number of persons and threads.</remarks>
public sealed class OneAgainstAll
{
    private readonly StudyBank bank;
    private readonly MatchSettings settings;
    private readonly Dictionary<Sex, Lazy<sbyte[]>> silence;

    /// <summary>Prepares a bank for matches under the same settings.</summary>
    public OneAgainstAll(StudyBank bank, MatchSettings settings)
    {
        this.bank = bank;
        this.settings = settings;
        silence = new[] { Sex.All, Sex.Female, Sex.Male }.ToDictionary(sex => sex, sex => new Lazy<sbyte[]>(() => bank.Silence(sex == Sex.All ? null : sex, settings)));
    }

    /// <summary>The verdict on each study, in the order of the bank.</summary>
    public Verdict[] Match(Person person)
    {
        var truths = TruthsOf(person, out var prepared);
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

    /// <summary>The truth of every atom for the person.</summary>
    internal sbyte[] TruthsOf(Person person, out PreparedPerson prepared)
    {
        prepared = new PreparedPerson(person, settings, bank.Vocabulary);
        return TruthsOf(prepared);
    }

    private sbyte[] TruthsOf(PreparedPerson prepared)
    {
        var truths = (sbyte[])silence[prepared.Person.Sex ?? Sex.All].Value.Clone();
        Evaluate(bank.OfThePerson);
        var touched = new TouchedConcepts(bank, settings);
        touched.Load(prepared);
        foreach (var concept in touched.Plain)
        {
            Evaluate(bank.PlainAtoms(concept));
        }

        foreach (var concept in touched.All)
        {
            Evaluate(bank.LiftedAtoms(concept));
        }

        return truths;

        void Evaluate(ReadOnlySpan<int> atoms)
        {
            foreach (var atom in atoms)
            {
                truths[atom] = (sbyte)bank.Evaluate(atom, prepared);
            }
        }
    }
}
