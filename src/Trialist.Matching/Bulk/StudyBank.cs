using System.Collections.Concurrent;
using System.Collections.Frozen;

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
    private readonly Truth[] favourables;
    private readonly IVocabulary vocabulary;
    private readonly Concept[] concepts;
    private readonly int[][] plainAtoms;
    private readonly int[][] liftedAtoms;
    private readonly int[] atomsOfThePerson;
    private readonly ConceptIndex index;
    private readonly ConcurrentDictionary<Concept, AskedConcept[]> related = new();

    /// <summary>Compiles the studies.</summary>
    public StudyBank(IEnumerable<(Study Study, CriteriaDocument? Criteria)> studies, IVocabulary vocabulary)
    {
        this.vocabulary = vocabulary;
        var compiler = new StudyCompiler();
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
        favourables = [.. compiler.Favourables];
        var byConcept = new Dictionary<Concept, (List<int> Plain, List<int> Lifted)>();
        List<int> ofThePerson = [];
        for (var atom = 0; atom < leaves.Length; atom++)
        {
            if (AtomForm.IsOfThePerson(leaves[atom]))
            {
                ofThePerson.Add(atom);
                continue;
            }

            foreach (var concept in AtomForm.Concepts(leaves[atom]).Distinct())
            {
                var atoms = byConcept.TryGetValue(concept, out var known) ? known : byConcept[concept] = ([], []);
                (leaves[atom].Except is null ? atoms.Plain : atoms.Lifted).Add(atom);
            }
        }

        concepts = [.. byConcept.Keys];
        AskedConcepts = byConcept.Keys.ToFrozenSet();
        plainAtoms = [.. byConcept.Values.Select(atoms => atoms.Plain.ToArray())];
        liftedAtoms = [.. byConcept.Values.Select(atoms => atoms.Lifted.ToArray())];
        atomsOfThePerson = [.. ofThePerson];
        index = new ConceptIndex(concepts, vocabulary);
    }

    /// <summary>How many studies.</summary>
    public int Studies => canBeEligible.Length;

    /// <summary>How many distinct leaves.</summary>
    public int Atoms => leaves.Length;

    /// <summary>Words of all programs: with the atoms, what a match has to read.</summary>
    public int ProgramWords => code.Length;

    internal IVocabulary Vocabulary => vocabulary;

    internal ReadOnlySpan<int> ProgramOf(int study) => code.AsSpan(starts[study], starts[study + 1] - starts[study]);

    internal bool CanBeEligible(int study) => canBeEligible[study];

    internal Predicate.Leaf Leaf(int atom) => leaves[atom];

    internal ReadOnlySpan<int> OfThePerson => atomsOfThePerson;

    internal int Concepts => concepts.Length;

    /// <summary>The concepts of all leaves that depend on facts about their concepts.</summary>
    internal FrozenSet<Concept> AskedConcepts { get; }

    internal Concept Concept(int number) => concepts[number];

    /// <summary>The concept's atoms without an exception.</summary>
    internal ReadOnlySpan<int> PlainAtoms(int concept) => plainAtoms[concept];

    /// <summary>The atoms with an exception whose leaf or exception names the concept.</summary>
    internal ReadOnlySpan<int> LiftedAtoms(int concept) => liftedAtoms[concept];

    /// <summary>The asked concepts that a recorded one bears on; remembered, for cohorts record the same things over and over.</summary>
    internal AskedConcept[] Related(Concept recorded)
    {
        if (!related.TryGetValue(recorded, out var found))
        {
            found = [.. index.Related(recorded).Select(number => new AskedConcept(number, vocabulary.Relate(concepts[number], recorded)))];

            // Words that no study asks about may be one person's own, and are forgotten with the match.
            if (found.Length > 0 && related.Count < MaxRemembered)
            {
                related.TryAdd(recorded, found);
            }
        }

        return found;
    }

    /// <summary>The truth of an atom by the reference.</summary>
    internal Truth Evaluate(int atom, PreparedPerson person) => ReferenceMatcher.Visit(leaves[atom], favourables[atom], person, null);

    /// <summary>What each atom is for a person of the sex of whom nothing else is known.</summary>
    internal sbyte[] Silence(Sex? sex, MatchSettings settings)
    {
        var nobody = new PreparedPerson(new Person { Sex = sex }, settings, vocabulary);
        var truths = new sbyte[leaves.Length];
        for (var atom = 0; atom < truths.Length; atom++)
        {
            truths[atom] = (sbyte)Evaluate(atom, nobody);
        }

        return truths;
    }
}
