using System.Runtime.CompilerServices;
using Lucene.Net.Index;
using Lucene.Net.Search;
using Trialist.Search.Indexing;
using Trialist.Search.Pieces;

namespace Trialist.Search.Expressions.Running;

/// <summary>Numbers all sites of a segment, study by study, so that a set of sites is a row of bits.</summary>
internal sealed class SiteNumbers
{
    // A segment never changes; its numbers live as long as it does.
    private static readonly ConditionalWeakTable<object, SiteNumbers> OfSegments = [];

    // The number of each study's first site; that of the next study is one behind its last.
    private readonly int[] firsts;

    private SiteNumbers(AtomicReader reader)
    {
        firsts = new int[reader.MaxDoc + 1];
        if (TermPlaces.At(reader, Piece.Location, PieceToken.Here) is { } terms)
        {
            var docs = terms.DocsAndPositions(null, null, DocsAndPositionsFlags.NONE);
            for (var doc = docs.NextDoc(); doc != DocIdSetIterator.NO_MORE_DOCS; doc = docs.NextDoc())
            {
                for (var left = docs.Freq; left > 0; left--)
                {
                    firsts[doc + 1] = (docs.NextPosition() / StudyFields.SiteStride) + 1;
                }
            }
        }

        for (var doc = 0; doc < reader.MaxDoc; doc++)
        {
            firsts[doc + 1] += firsts[doc];
        }
    }

    /// <summary>All sites of the segment.</summary>
    public int Count => firsts[^1];

    public static SiteNumbers Of(AtomicReader reader) => OfSegments.GetValue(reader.CoreCacheKey, _ => new SiteNumbers(reader));

    /// <summary>The number of a study's first site.</summary>
    public int First(int doc) => firsts[doc];

    /// <summary>The number behind that of a study's last site.</summary>
    public int End(int doc) => firsts[doc + 1];
}
