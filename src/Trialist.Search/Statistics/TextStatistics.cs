using System.Runtime.InteropServices;
using System.Security.Cryptography;
using Trialist.Search.Pieces;

namespace Trialist.Search.Statistics;

/// <summary>What studies say in a piece of text: gathered from the records, since the index holds words and not whole values.</summary>
/// <param name="piece">The piece.</param>
/// <param name="mostDistinct">Distinct values that are told apart, for the sake of memory: values that come first after that many are not counted.</param>
public sealed class TextStatistics(Piece piece, int mostDistinct)
{
    private const int TopValues = 10;

    // Longer values are told apart by their hash; of those that come twice the text is kept too.
    private const int LongestKept = 200;
    private const char HashMark = '\u0001';

    private readonly Dictionary<string, int> counts = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> longTexts = new(StringComparer.Ordinal);
    private readonly HashSet<string> ofStudy = new(StringComparer.Ordinal);

    /// <summary>The piece.</summary>
    public Piece Piece => piece;

    /// <summary>Studies that say nothing.</summary>
    public int Missing { get; private set; }

    /// <summary>Distinct values, as far as they are told apart.</summary>
    public int Distinct => counts.Count;

    /// <summary>The longest value and the study that has it; null when there is none.</summary>
    public (NctId Study, string Value)? Longest { get; private set; }

    /// <summary>The values of most studies.</summary>
    public ValueList<ValueCount> Top => counts
        .Select(count => new ValueCount(count.Key[0] == HashMark ? longTexts.GetValueOrDefault(count.Key, "") : count.Key, count.Value))
        .Where(count => count.Value.Length > 0)
        .OrderByDescending(count => count.Studies).ThenBy(count => count.Value, StringComparer.Ordinal)
        .Take(TopValues).ToValueList();

    /// <summary>Adds the values of one study.</summary>
    public void Add(NctId study, IReadOnlyList<string> values)
    {
        Missing += values.Count == 0 ? 1 : 0;
        ofStudy.Clear();
        foreach (var value in values)
        {
            if (Longest is null || value.Length > Longest.Value.Value.Length)
            {
                Longest = (study, value);
            }

            var key = value.Length <= LongestKept ? value : HashMark + Convert.ToHexString(SHA256.HashData(MemoryMarshal.AsBytes(value.AsSpan())).AsSpan(0, 16));
            if (ofStudy.Add(key) && (counts.TryGetValue(key, out var studies) || counts.Count < mostDistinct))
            {
                counts[key] = studies + 1;
                if (studies == 1 && key[0] == HashMark)
                {
                    longTexts[key] = value;
                }
            }
        }
    }
}
