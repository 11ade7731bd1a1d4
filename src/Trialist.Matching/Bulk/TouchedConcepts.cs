namespace Trialist.Matching.Bulk;

/// <summary>The concepts of a bank that one person's facts bear on. Made once for many persons; not for use by several threads at once.</summary>
internal sealed class TouchedConcepts(StudyBank bank, MatchSettings settings)
{
    private readonly List<RelatedFact>?[] factsOf = new List<RelatedFact>?[bank.Concepts];
    private readonly bool[] isPlain = new bool[bank.Concepts];

    /// <summary>Concepts to which some fact is related.</summary>
    public List<int> All { get; } = [];

    /// <summary>Those whose leaves without an exception some fact may decide.</summary>
    public List<int> Plain { get; } = [];

    /// <summary>Finds the person's concepts, and lets the person know the facts of each.</summary>
    public void Load(PreparedPerson person)
    {
        Clear();
        foreach (var fact in person.Facts)
        {
            foreach (var concept in bank.Related(fact.Concept))
            {
                if (factsOf[concept.Number] is not { } facts)
                {
                    factsOf[concept.Number] = facts = [];
                    All.Add(concept.Number);
                }

                facts.Add(new RelatedFact(fact, concept.Kinship));
                if (!isPlain[concept.Number] && concept.IsBorneOnBy(fact, settings))
                {
                    isPlain[concept.Number] = true;
                    Plain.Add(concept.Number);
                }
            }
        }

        foreach (var number in All)
        {
            person.Know(bank.Concept(number), factsOf[number]!);
        }

        person.KnowAll(bank.AskedConcepts);
    }

    private void Clear()
    {
        foreach (var number in All)
        {
            factsOf[number] = null;
            isPlain[number] = false;
        }

        All.Clear();
        Plain.Clear();
    }
}
