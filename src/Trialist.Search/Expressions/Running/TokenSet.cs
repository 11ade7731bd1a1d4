using Lucene.Net.Index;
using Lucene.Net.Util;
using Trialist.Search.Pieces;

namespace Trialist.Search.Expressions.Running;

/// <summary>Some of the values of a piece that is no text: all between two, or all points in a circle.</summary>
/// <param name="Field">The field.</param>
/// <param name="From">The first token, included; null for all.</param>
/// <param name="To">The last, included; null for all.</param>
/// <param name="Accepts">A further test of each token; null for none.</param>
internal sealed record TokenSet(string Field, string? From, string? To, Func<BytesRef, bool>? Accepts = null)
{
    /// <summary>One value.</summary>
    public static TokenSet One(string field, string token) => new(field, token, token);

    /// <summary>The points of a piece within a circle.</summary>
    public static TokenSet Within(Piece piece, Expression.Near circle) => new(piece.Name, null, null) { Circle = circle };

    /// <summary>True when no value can be in it: it ends before it begins.</summary>
    public bool IsEmpty => From is not null && To is not null && string.CompareOrdinal(From, To) > 0;

    /// <summary>The circle in which the points must lie; null where the values are no points.</summary>
    private Expression.Near? Circle { get; init; }

    /// <summary>Goes over the tokens that are in the set; the enumerator stands at each in turn.</summary>
    public IEnumerable<TermsEnum> In(AtomicReader reader)
    {
        var terms = reader.GetTerms(Field)?.GetEnumerator();
        return terms is null ? [] : Circle is null ? Between(terms) : PointColumn.Of(reader, Field).Within(Circle).Where(terms.SeekExact).Select(_ => terms);
    }

    private IEnumerable<TermsEnum> Between(TermsEnum terms)
    {
        if (terms.SeekCeil(new BytesRef(From ?? "")) == TermsEnum.SeekStatus.END)
        {
            yield break;
        }

        var last = To is null ? null : new BytesRef(To);
        do
        {
            if (last is not null && terms.Term.CompareTo(last) > 0)
            {
                yield break;
            }

            if (Accepts is null || Accepts(terms.Term))
            {
                yield return terms;
            }
        }
        while (terms.MoveNext());
    }
}
