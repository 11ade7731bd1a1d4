using Lucene.Net.Util;

namespace Trialist.Search.Searching;

/// <summary>The scores of a part of a query for all studies of a segment. There are few different ones, so each study has the number of its score.</summary>
/// <param name="Docs">The studies that hold the part, deleted ones among them.</param>
/// <param name="Codes">For each study the number of its score; 0 where it does not hold the part.</param>
/// <param name="Values">The scores by their number; the first is 0.</param>
/// <param name="Greatest">The best of the scores.</param>
internal sealed record ScoreColumn(FixedBitSet Docs, ushort[] Codes, float[] Values, double Greatest)
{
    /// <summary>Roughly what it takes in memory.</summary>
    public long Bytes => (Codes.Length * sizeof(ushort)) + (Docs.Length / 8) + (Values.Length * sizeof(float));
}
