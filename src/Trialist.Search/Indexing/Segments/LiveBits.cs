using Lucene.Net.Util;

namespace Trialist.Search.Indexing.Segments;

/// <summary>The studies of a draft that were not taken out again.</summary>
internal sealed class LiveBits(IReadOnlySet<int> live, int count) : IBits
{
    public int Length => count;

    public bool Get(int index) => live.Contains(index);
}
