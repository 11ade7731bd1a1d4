using System.Globalization;
using Lucene.Net.Index;
using Lucene.Net.Search;
using Lucene.Net.Util;
using Trialist.Search.Expressions.Running;
using Trialist.Search.Indexing;
using Trialist.Search.Pieces;
using Trialist.Search.Searching;

namespace Trialist.Search.Statistics;

/// <summary>Counts on the terms of the index: no record is read.</summary>
internal static class IndexStatistics
{
    public static PieceStatistics OfValues(Snapshot snapshot, StudySet studies, Piece piece)
    {
        var values = Count(snapshot, studies, new TokenSet(piece.Name, null, null)).Where(value => value.Key[0] >= ' ').ToList();
        var held = Count(snapshot, studies, TokenSet.One(StudyFields.Held, piece.Name)).GetValueOrDefault(piece.Name);
        var isOrdered = piece.IsOrdered && values.Count > 0;
        return new PieceStatistics(
            piece,
            studies.Count - held,
            piece.Kind is PieceKind.Enum or PieceKind.Boolean ? values.OrderByDescending(value => value.Value).ThenBy(value => value.Key, StringComparer.Ordinal).Select(value => new ValueCount(value.Key, value.Value)).ToValueList() : [],
            isOrdered ? Written(piece, values.Min(value => value.Key)!) : null,
            isOrdered ? Written(piece, values.Max(value => value.Key)!) : null,
            isOrdered && piece.Kind == PieceKind.Number ? values.Sum(value => Order(piece, value.Key) * value.Value) / values.Sum(value => (double)value.Value) : null);
    }

    public static SizeStatistics OfSizes(Snapshot snapshot, StudySet studies, Piece list)
    {
        var prefix = list.Name + ":";
        var sizes = Count(snapshot, studies, new TokenSet(StudyFields.Sizes, prefix, prefix + PieceValues.AfterAll));
        return new SizeStatistics(list, sizes.Select(size => (Size: int.Parse(size.Key.AsSpan(prefix.Length), NumberStyles.None, CultureInfo.InvariantCulture), Studies: size.Value))
            .OrderByDescending(size => size.Studies).ThenBy(size => size.Size).ToValueList());
    }

    // Terms still count studies that were replaced until their segment is merged, so the live ones are counted.
    private static SortedDictionary<string, int> Count(Snapshot snapshot, StudySet studies, TokenSet tokens)
    {
        var counts = new SortedDictionary<string, int>(StringComparer.Ordinal);
        foreach (var leaf in snapshot.Reader.Leaves)
        {
            var live = studies.In(leaf.AtomicReader);
            foreach (var terms in tokens.In(leaf.AtomicReader))
            {
                var count = live is null ? terms.DocFreq : Live(terms, live);
                if (count > 0)
                {
                    var value = terms.Term.Utf8ToString();
                    counts[value] = counts.GetValueOrDefault(value) + count;
                }
            }
        }

        return counts;
    }

    private static int Live(TermsEnum terms, IBits live)
    {
        var count = 0;
        var docs = terms.Docs(live, null, DocsFlags.NONE);
        while (docs.NextDoc() != DocIdSetIterator.NO_MORE_DOCS)
        {
            count++;
        }

        return count;
    }

    private static double Order(Piece piece, string token) => PieceValues.OrderOf(piece, System.Text.Encoding.UTF8.GetBytes(token));

    private static string Written(Piece piece, string token) => piece.Kind switch
    {
        PieceKind.Date => token.Length == 8 ? $"{token[..4]}-{token[4..6]}-{token[6..]}" : $"{token[..4]}-{token[4..6]}-{token[6..8]}T{token[8..10]}:{token[10..]}",
        PieceKind.Time => $"{Order(piece, token).ToString(CultureInfo.InvariantCulture)} Minutes",
        _ => Order(piece, token).ToString("R", CultureInfo.InvariantCulture),
    };
}
