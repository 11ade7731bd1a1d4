namespace Trialist.Matching;

/// <summary>Finds, among given concepts, those that another one is the same as, narrower or broader than, without comparing it with each.</summary>
public sealed class ConceptIndex
{
    private const int MinParallel = 500;

    private readonly IReadOnlyList<Concept> concepts;
    private readonly IVocabulary vocabulary;
    private readonly Dictionary<string, List<int>> byOwn = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, List<int>> byAbove = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Indexes the concepts; their numbers are their places in the list.</summary>
    public ConceptIndex(IReadOnlyList<Concept> concepts, IVocabulary vocabulary)
    {
        this.concepts = concepts;
        this.vocabulary = vocabulary;

        // One person's few concepts are not worth a second thread.
        var all = concepts.Count < MinParallel ? [.. concepts.Select(vocabulary.KeysOf)] : concepts.AsParallel().AsOrdered().Select(vocabulary.KeysOf).ToList();
        for (var number = 0; number < all.Count; number++)
        {
            Add(byOwn, all[number].Own, number);
            Add(byAbove, all[number].Above, number);
        }
    }

    /// <summary>The numbers of the related concepts, ascending.</summary>
    public int[] Related(Concept other)
    {
        var keys = vocabulary.KeysOf(other);
        HashSet<int>? candidates = null;
        Take(byOwn, keys.Own);
        Take(byOwn, keys.Above);
        Take(byAbove, keys.Own);
        return candidates is null ? [] : [.. candidates.Where(number => vocabulary.Relate(concepts[number], other) != Kinship.None).Order()];

        void Take(Dictionary<string, List<int>> lists, IReadOnlyCollection<string> sought)
        {
            if (lists.Count == 0)
            {
                return;
            }

            foreach (var key in sought)
            {
                if (lists.TryGetValue(key, out var numbers))
                {
                    (candidates ??= []).UnionWith(numbers);
                }
            }
        }
    }

    private static void Add(Dictionary<string, List<int>> lists, IReadOnlyCollection<string> keys, int number)
    {
        foreach (var key in keys)
        {
            (lists.TryGetValue(key, out var numbers) ? numbers : lists[key] = []).Add(number);
        }
    }
}
