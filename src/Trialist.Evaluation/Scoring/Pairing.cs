namespace Trialist.Evaluation.Scoring;

/// <summary>One-to-one pairing of gold items with predictions: the largest one there is, so that the order of the items does not matter.</summary>
internal static class Pairing
{
    /// <summary>For each gold item the index of the prediction that it is paired with, or -1.</summary>
    public static int[] Of<TGold, TPredicted>(IReadOnlyList<TGold> gold, IReadOnlyList<TPredicted> predicted, Func<TGold, TPredicted, bool> meets)
    {
        var takenBy = new int[predicted.Count];
        Array.Fill(takenBy, -1);
        for (var i = 0; i < gold.Count; i++)
        {
            Augment(i, new bool[predicted.Count]);
        }

        var pairs = new int[gold.Count];
        Array.Fill(pairs, -1);
        for (var j = 0; j < takenBy.Length; j++)
        {
            if (takenBy[j] >= 0)
            {
                pairs[takenBy[j]] = j;
            }
        }

        return pairs;

        // Kuhn's augmenting path; documents hold tens of items, so its cubic cost does not show.
        bool Augment(int i, bool[] tried)
        {
            for (var j = 0; j < predicted.Count; j++)
            {
                if (!tried[j] && meets(gold[i], predicted[j]))
                {
                    tried[j] = true;
                    if (takenBy[j] < 0 || Augment(takenBy[j], tried))
                    {
                        takenBy[j] = i;
                        return true;
                    }
                }
            }

            return false;
        }
    }
}
