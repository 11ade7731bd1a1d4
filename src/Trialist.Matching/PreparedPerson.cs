namespace Trialist.Matching;

/// <summary>A person made ready to be matched many times under the same settings. Not for use by several threads at once.</summary>
public sealed class PreparedPerson
{
    private readonly Dictionary<Concept, List<RelatedFact>> related = [];
    private readonly Dictionary<Concept, int> concepts = [];
    private readonly ValueList<Fact> facts;
    private ConceptIndex? index;
    private Func<Concept, List<RelatedFact>?>? source;
    private (Concept? Concept, List<RelatedFact> Found) latest = (null, []);

    /// <summary>Leaves out facts that lie after the day of the match.</summary>
    public PreparedPerson(Person person, MatchSettings settings, IVocabulary vocabulary)
    {
        Person = person;
        Settings = settings;
        Vocabulary = vocabulary;
        facts = person.Facts.Any(Begins) ? [.. person.Facts.Where(fact => !Begins(fact))] : person.Facts;

        bool Begins(Fact fact) =>
            (fact.Date ?? fact.Start) is { } date && date.Earliest > settings.AsOf && fact.Status != FactStatus.Planned;
    }

    /// <summary>The person.</summary>
    public Person Person { get; }

    /// <summary>The settings.</summary>
    public MatchSettings Settings { get; }

    /// <summary>The vocabulary.</summary>
    public IVocabulary Vocabulary { get; }

    /// <summary>True when the record says anything at all.</summary>
    public bool HasFacts =>
        facts.Count > 0 || Person.BirthDate is not null || Person.AgeYears is not null || Person.AgeMonths is not null || Person.Sex is not null;

    /// <summary>Age in completed years on the day of the match; null when not known for certain.</summary>
    public int? AgeYears => Leaves.AgeRule.Years(Person, Settings.AsOf);

    /// <summary>A condition that the record affirms; null when there is none.</summary>
    internal Fact? Condition => facts.FirstOrDefault(Leaves.VolunteerRule.IsCondition);

    /// <summary>What the record says about being a healthy volunteer; null when nothing.</summary>
    internal Fact? Healthy => facts.FirstOrDefault(Leaves.VolunteerRule.SaysWhetherHealthy);

    /// <summary>The facts that count: those that do not lie after the day of the match.</summary>
    internal IReadOnlyList<Fact> Facts => facts;

    /// <summary>Says where to ask for the facts that are related to a concept, where the caller has found them for many persons at once; null for those that it does not know.</summary>
    internal void Know(Func<Concept, List<RelatedFact>?> found) => source = found;

    /// <summary>The facts that bear on a leaf: of a kind that can answer it, about the same, a narrower or a broader concept, of the person (or of the relative whom the leaf names).</summary>
    internal List<RelatedFact> About(Predicate.Leaf leaf)
    {
        // Leaves of one concept are often asked one after the other.
        if (!ReferenceEquals(leaf.Concept, latest.Concept))
        {
            if (!related.TryGetValue(leaf.Concept, out var found))
            {
                related[leaf.Concept] = found = source?.Invoke(leaf.Concept) ?? Find(leaf.Concept);
            }

            latest = (leaf.Concept, found);
        }

        var ofAnother = IsOfAnother(leaf.Qualifiers);
        foreach (var one in latest.Found)
        {
            if (!Bears(one, leaf, ofAnother))
            {
                return latest.Found.FindAll(other => Bears(other, leaf, ofAnother));
            }
        }

        return latest.Found;
    }

    private static bool Bears(in RelatedFact one, Predicate.Leaf leaf, bool ofAnother) =>
        FactGroups.Answers(one.Fact.Type, leaf.Type) && IsOfAnother(one.Fact.Qualifiers) == ofAnother;

    private List<RelatedFact> Find(Concept concept)
    {
        index ??= new ConceptIndex(Numbered(), Vocabulary);
        var numbers = index.Related(concept);
        if (numbers.Length == 0)
        {
            return [];
        }

        List<RelatedFact> found = [];
        foreach (var fact in facts)
        {
            if (Array.BinarySearch(numbers, concepts[fact.Concept]) >= 0)
            {
                found.Add(new RelatedFact(fact, Vocabulary.Relate(concept, fact.Concept)));
            }
        }

        return found;
    }

    private Concept[] Numbered()
    {
        foreach (var fact in facts)
        {
            concepts.TryAdd(fact.Concept, concepts.Count);
        }

        return [.. concepts.Keys];
    }

    // A mother's cancer is not the person's.
    internal static bool IsOfAnother(ValueList<Qualifier> qualifiers)
    {
        foreach (var qualifier in qualifiers)
        {
            if (qualifier.Kind == QualifierKind.Subject)
            {
                return true;
            }
        }

        return false;
    }
}
