using System.Runtime.InteropServices;

namespace Trialist.Matching.Bulk;

/// <summary>The programs of all deciding criteria of a bank one by one, and which of them an atom stands in.</summary>
internal sealed class CriterionPrograms
{
    private readonly StudyBank bank;
    private readonly int[] studies;
    private readonly int[] begins;
    private readonly int[] firsts;
    private readonly int[] holders;

    public CriterionPrograms(StudyBank bank)
    {
        this.bank = bank;
        var (ofStudy, begin) = (new List<int>(), new List<int>());
        var uses = new List<(int Atom, int Criterion)>();
        var atoms = new HashSet<int>();
        for (var study = 0; study < bank.Studies; study++)
        {
            var code = bank.ProgramOf(study);
            for (int left = code[1], at = 2; left > 0; left--)
            {
                begin.Add(bank.StartOf(study) + at);
                atoms.Clear();
                at = ScalarProgram.Skip(code, at, atoms);
                foreach (var atom in atoms)
                {
                    uses.Add((atom, ofStudy.Count));
                }

                ofStudy.Add(study);
            }
        }

        (studies, begins) = ([.. ofStudy], [.. begin]);
        firsts = new int[bank.Atoms + 1];
        foreach (var (atom, _) in uses)
        {
            firsts[atom + 1]++;
        }

        for (var atom = 0; atom < bank.Atoms; atom++)
        {
            firsts[atom + 1] += firsts[atom];
        }

        holders = new int[uses.Count];
        var next = firsts.ToArray();
        foreach (var (atom, criterion) in CollectionsMarshal.AsSpan(uses))
        {
            holders[next[atom]++] = criterion;
        }
    }

    /// <summary>How many criteria.</summary>
    public int Count => studies.Length;

    /// <summary>The study of a criterion.</summary>
    public int StudyOf(int criterion) => studies[criterion];

    /// <summary>The criteria that an atom stands in.</summary>
    public ReadOnlySpan<int> Holding(int atom) => holders.AsSpan(firsts[atom]..firsts[atom + 1]);

    /// <summary>How a criterion comes out.</summary>
    public Truth Run(int criterion, ReadOnlySpan<sbyte> truths) => ScalarProgram.Run(bank.Code[begins[criterion]..], truths);
}
