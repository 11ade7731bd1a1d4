using Lucene.Net.Index;
using Lucene.Net.Search;
using Trialist.Search.Indexing;
using Trialist.Search.Pieces;

namespace Trialist.Search.Expressions.Running;

/// <summary>The least and the greatest value of an ordered piece for each study of a segment, read off the index when it is first asked for; not a number where there is none.</summary>
internal sealed class OrderColumn
{
    private readonly double[] least;
    private readonly double[] greatest;

    public OrderColumn(AtomicReader reader, Piece piece)
    {
        least = new double[reader.MaxDoc];
        greatest = new double[reader.MaxDoc];
        Array.Fill(least, double.NaN);
        Array.Fill(greatest, double.NaN);
        DocsEnum? docs = null;
        foreach (var terms in new TokenSet(piece.Name, null, null).In(reader))
        {
            var value = PieceValues.OrderOf(piece, terms.Term.Bytes.AsSpan(terms.Term.Offset, terms.Term.Length));
            docs = terms.Docs(null, docs, DocsFlags.NONE);
            for (var doc = docs.NextDoc(); doc != DocIdSetIterator.NO_MORE_DOCS; doc = docs.NextDoc())
            {
                // Tokens come in their order.
                least[doc] = double.IsNaN(least[doc]) ? value : least[doc];
                greatest[doc] = value;
            }

            (Least, Greatest) = (double.IsNaN(Least) ? value : Least, value);
        }
    }

    /// <summary>The least value of the segment; not a number when it has none.</summary>
    public double Least { get; } = double.NaN;

    /// <summary>The greatest value of the segment.</summary>
    public double Greatest { get; } = double.NaN;

    /// <summary>The value by which a study is sorted: its greatest when the greatest come first, else its least.</summary>
    public double Of(int doc, bool descending) => descending ? greatest[doc] : least[doc];
}
