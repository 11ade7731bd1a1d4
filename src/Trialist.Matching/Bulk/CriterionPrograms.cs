using System.Runtime.InteropServices;

namespace Trialist.Matching.Bulk;

/// <summary>The programs of all deciding criteria of a bank one by one, and which of them an atom stands in.</summary>
internal sealed class CriterionPrograms
{
    /// <summary>Literals of a criterion that are counted; one with more is run.</summary>
    private const int MaxCounted = short.MaxValue;

    private readonly StudyBank bank;
    private readonly int[] studies;
    private readonly int[] begins;
    private readonly CriterionJoin[] joins;
    private readonly int[] firsts;
    private readonly AtomUse[] uses;

    public CriterionPrograms(StudyBank bank)
    {
        this.bank = bank;
        var (ofStudy, begin, join) = (new List<int>(), new List<int>(), new List<CriterionJoin>());
        var found = new List<(int Atom, AtomUse Use)>();
        var atoms = new HashSet<int>();
        for (var study = 0; study < bank.Studies; study++)
        {
            var code = bank.ProgramOf(study);
            for (int left = code[1], at = 2; left > 0; left--)
            {
                var (criterion, start) = (ofStudy.Count, at);
                atoms.Clear();
                at = ScalarProgram.Skip(code, at, atoms);
                ofStudy.Add(study);
                begin.Add(bank.StartOf(study) + start);
                join.Add(JoinOf(code[start..at]));
                if (join[^1] == CriterionJoin.Program)
                {
                    found.AddRange(atoms.Select(atom => (atom, new AtomUse(criterion, Truth.Unknown))));
                    continue;
                }

                var decisive = join[^1] == CriterionJoin.Any ? Truth.True : Truth.False;
                foreach (var literal in code[start..at][(code[start] >= 0 ? 0 : 2)..])
                {
                    found.Add((literal >> 1, new AtomUse(criterion, (literal & 1) == 0 ? decisive : decisive.Not())));
                }
            }
        }

        (studies, begins, joins) = ([.. ofStudy], [.. begin], [.. join]);
        firsts = new int[bank.Atoms + 1];
        foreach (var (atom, _) in found)
        {
            firsts[atom + 1]++;
        }

        for (var atom = 0; atom < bank.Atoms; atom++)
        {
            firsts[atom + 1] += firsts[atom];
        }

        uses = new AtomUse[found.Count];
        var next = firsts.ToArray();
        foreach (var (atom, use) in CollectionsMarshal.AsSpan(found))
        {
            uses[next[atom]++] = use;
        }
    }

    /// <summary>One place of an atom in a criterion.</summary>
    /// <param name="Criterion">The criterion.</param>
    /// <param name="Decisive">The truth of the atom that settles the criterion; unknown where a program has to be run.</param>
    internal readonly record struct AtomUse(int Criterion, Truth Decisive);

    /// <summary>How many criteria.</summary>
    public int Count => studies.Length;

    /// <summary>The study of a criterion.</summary>
    public int StudyOf(int criterion) => studies[criterion];

    /// <summary>How a criterion is made of its atoms.</summary>
    public CriterionJoin JoinOf(int criterion) => joins[criterion];

    /// <summary>Where an atom stands; twice in a criterion that counts it twice.</summary>
    public ReadOnlySpan<AtomUse> UsesOf(int atom) => uses.AsSpan(firsts[atom]..firsts[atom + 1]);

    /// <summary>How a criterion comes out.</summary>
    public Truth Run(int criterion, ReadOnlySpan<sbyte> truths) => ScalarProgram.Run(bank.Code[begins[criterion]..], truths);

    private static CriterionJoin JoinOf(ReadOnlySpan<int> program) => program[0] switch
    {
        >= 0 => CriterionJoin.All,
        Op.And or Op.Or when program[1] <= MaxCounted && !program[2..].ContainsAnyInRange(int.MinValue, -1) => program[0] == Op.And ? CriterionJoin.All : CriterionJoin.Any,
        _ => CriterionJoin.Program,
    };
}
