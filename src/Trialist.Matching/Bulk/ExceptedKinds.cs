namespace Trialist.Matching.Bulk;

/// <summary>How recorded concepts stand to those that exceptions name: to the leaves with these exceptions, concepts that stand alike are alike.</summary>
internal sealed class ExceptedKinds
{
    private readonly IVocabulary vocabulary;
    private readonly Concept[] named;
    private readonly Dictionary<int, int> ofConcept = [];
    private readonly Dictionary<string, int> numbers = new(StringComparer.Ordinal);

    /// <summary>Readies the exceptions of some leaves.</summary>
    public ExceptedKinds(IEnumerable<Predicate.Leaf> leaves, IVocabulary vocabulary)
    {
        this.vocabulary = vocabulary;
        named = [.. leaves.SelectMany(leaf => Named(leaf.Except)).Distinct()];
    }

    /// <summary>A number that concepts share which stand alike.</summary>
    /// <param name="recorded">The number of the recorded concept.</param>
    /// <param name="cohort">The numbers of the cohort.</param>
    public int Of(int recorded, FactNumbers cohort)
    {
        if (named.Length == 0)
        {
            return 0;
        }

        if (!ofConcept.TryGetValue(recorded, out var number))
        {
            var concept = cohort.Concept(recorded);
            var kinships = string.Concat(named.Select(one => (char)('0' + (int)vocabulary.Relate(one, concept))));
            numbers.TryAdd(kinships, numbers.Count);
            ofConcept[recorded] = number = numbers[kinships];
        }

        return number;
    }

    private static IEnumerable<Concept> Named(Predicate? except) => except switch
    {
        null => [],
        Predicate.Leaf leaf => [leaf.Concept],
        Predicate.Any any => any.Items.SelectMany(Named),
        Predicate.All or Predicate.AtLeast or Predicate.Not or Predicate.Judgement or Predicate.Unread => [], // open whatever the fact
    };
}
