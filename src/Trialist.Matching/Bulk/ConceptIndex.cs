namespace Trialist.Matching.Bulk;

/// <summary>Finds the asked concepts that a recorded one is the same as, narrower or broader than, without comparing it with each.</summary>
internal sealed class ConceptIndex
{
    private readonly Concept[] asked;
    private readonly IVocabulary vocabulary;
    private readonly Dictionary<string, List<int>> byOwn = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, List<int>> byAbove = new(StringComparer.OrdinalIgnoreCase);

    public ConceptIndex(Concept[] asked, IVocabulary vocabulary)
    {
        this.asked = asked;
        this.vocabulary = vocabulary;
        for (var number = 0; number < asked.Length; number++)
        {
            var keys = vocabulary.KeysOf(asked[number]);
            Add(byOwn, keys.Own, number);
            Add(byAbove, keys.Above, number);
        }
    }

    /// <summary>The numbers of the related concepts, ascending.</summary>
    public int[] Related(Concept recorded)
    {
        var keys = vocabulary.KeysOf(recorded);
        var candidates = new SortedSet<int>();
        Take(byOwn, keys.Own);
        Take(byOwn, keys.Above);
        Take(byAbove, keys.Own);
        return [.. candidates.Where(number => vocabulary.Relate(asked[number], recorded) != Kinship.None)];

        void Take(Dictionary<string, List<int>> lists, IReadOnlyCollection<string> sought)
        {
            foreach (var key in sought)
            {
                if (lists.TryGetValue(key, out var numbers))
                {
                    candidates.UnionWith(numbers);
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
