using System.Collections.Concurrent;
using Trialist.Matching.Leaves;

namespace Trialist.Matching.Bulk;

/// <summary>Many studies made ready to be matched at speed: their distinct leaves, each once, and a small program for each study. Immutable; safe to share between threads.</summary>
public sealed class StudyBank
{
    /// <summary>Recorded concepts that are remembered; more are sent to fill the memory.</summary>
    private const int MaxRemembered = 100_000;

    private readonly int[] code;
    private readonly int[] starts;
    private readonly bool[] canBeEligible;
    private readonly Predicate.Leaf[] leaves;
    private readonly Concept[] concepts;
    private readonly Dictionary<Concept, int> numbers;
    private readonly int[][] atoms;
    private readonly Dictionary<int, int[]> exceptions;
    private readonly HashSet<int> hedged;
    private readonly ConceptIndex index;
    private readonly Lazy<SidePrograms> sides;
    private readonly Lazy<CriteriaCircuit> circuit;
    private readonly ConcurrentDictionary<Concept, AskedConcept[]> related = new();

    /// <summary>Compiles the studies.</summary>
    public StudyBank(IEnumerable<(Study Study, CriteriaDocument? Criteria)> studies, IVocabulary vocabulary)
    {
        Vocabulary = vocabulary;
        var compiler = new StudyCompiler(vocabulary);
        List<int> begins = [];
        List<bool> eligible = [];
        foreach (var (study, criteria) in studies)
        {
            begins.Add(compiler.Code.Count);
            eligible.Add(compiler.Compile(study, criteria));
        }

        begins.Add(compiler.Code.Count);
        code = [.. compiler.Code];
        starts = [.. begins];
        canBeEligible = [.. eligible];
        leaves = [.. compiler.Leaves];
        exceptions = compiler.Exceptions.ToDictionary(one => one.Atom, one => one.Exception);
        hedged = compiler.Hedged;
        Excepted = [.. compiler.Exceptions.Select(one => one.Atom)];
        var byConcept = Enumerable.Range(0, leaves.Length).ToLookup(atom => leaves[atom].Concept);
        concepts = [.. byConcept.Select(one => one.Key)];
        atoms = [.. byConcept.Select(one => one.ToArray())];
        numbers = Enumerable.Range(0, concepts.Length).ToDictionary(number => concepts[number]);
        index = new ConceptIndex(concepts, vocabulary);
        sides = new Lazy<SidePrograms>(() => new SidePrograms(this));
        circuit = new Lazy<CriteriaCircuit>(() => new CriteriaCircuit(this));
    }

    /// <summary>How many studies.</summary>
    public int Studies => canBeEligible.Length;

    /// <summary>How many distinct leaves.</summary>
    public int Atoms => leaves.Length;

    /// <summary>Words of all programs: with the atoms, what a match has to read.</summary>
    public int ProgramWords => code.Length;

    /// <summary>How many distinct leaves decide anything: without those that stand beside what nobody can be known to meet.</summary>
    public int DecidingAtoms => Enumerable.Range(0, leaves.Length).Count(atom => Sides.IsLive(Side.Of(atom, Side.True)) || Sides.IsLive(Side.Of(atom, Side.False)));

    /// <summary>A study's program as an expression of SQL, whose three-valued logic is the same, over a column of truths for each leaf.</summary>
    /// <param name="study">The study's number in the bank.</param>
    /// <param name="column">The column of a leaf by its number.</param>
    public string ToSql(int study, Func<int, string> column) => ProgramSql.Of(ProgramOf(study), column);

    /// <summary>The truth of a leaf by the reference matcher.</summary>
    /// <param name="atom">The leaf's number.</param>
    /// <param name="person">The person.</param>
    public Truth TruthOf(int atom, PreparedPerson person) => IsHedged(atom) ? Decide(atom, person).Truth : ReferenceMatcher.Visit(leaves[atom], Truth.True, person, null);

    internal IVocabulary Vocabulary { get; }

    internal ReadOnlySpan<int> ProgramOf(int study) => code.AsSpan(starts[study], starts[study + 1] - starts[study]);

    internal bool CanBeEligible(int study) => canBeEligible[study];

    internal Predicate.Leaf Leaf(int atom) => leaves[atom];

    /// <summary>The programs for blocks of persons; made when the first cohort comes.</summary>
    internal SidePrograms Sides => sides.Value;

    /// <summary>The criteria of all studies as one circuit; made when the first person comes alone.</summary>
    internal CriteriaCircuit Circuit => circuit.Value;

    internal int Concepts => concepts.Length;

    internal Concept Concept(int number) => concepts[number];

    /// <summary>The number of a concept that some leaf asks about; null when none does.</summary>
    internal int? NumberOf(Concept concept) => numbers.TryGetValue(concept, out var number) ? number : null;

    /// <summary>The atoms that ask about a concept.</summary>
    internal ReadOnlySpan<int> AtomsOf(int concept) => atoms[concept];

    /// <summary>The atoms with an exception, those first on which the exceptions of others depend.</summary>
    internal IReadOnlyList<int> Excepted { get; }

    /// <summary>True when others stand in the atom's place where it is unknown.</summary>
    internal bool IsHedged(int atom) => hedged.Contains(atom);

    /// <summary>The program of the atom's exception; null when it has none.</summary>
    internal int[]? ExceptionOf(int atom) => exceptions.GetValueOrDefault(atom);

    /// <summary>The asked concepts that a recorded one bears on; remembered, for cohorts record the same things over and over.</summary>
    internal AskedConcept[] Related(Concept recorded)
    {
        if (!related.TryGetValue(recorded, out var found))
        {
            found = [.. index.Related(recorded).Select(number => new AskedConcept(number, Vocabulary.Relate(concepts[number], recorded)))];

            // Words that no study asks about may be one person's own, and are forgotten with the match.
            if (found.Length > 0 && related.Count < MaxRemembered)
            {
                related.TryAdd(recorded, found);
            }
        }

        return found;
    }

    /// <summary>The finding on an atom by the reference, before its exception lifts it where the record is silent, and before others stand in its place.</summary>
    internal Finding Decide(int atom, PreparedPerson person) => IsHedged(atom)
        ? ValueRule.Decide(leaves[atom], leaves[atom].Bounds!, person)
        : LeafRules.Decide(leaves[atom], leaves[atom].Except, person);
}
