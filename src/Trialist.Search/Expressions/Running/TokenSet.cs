using Lucene.Net.Index;
using Lucene.Net.Util;
using Trialist.Search.Pieces;
using Trialist.Search.Places;

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
    public static TokenSet Within(Piece piece, Expression.Near near)
    {
        var (x, y, z) = PlaceDistances.Vector(near.Latitude, near.Longitude);
        var half = Math.Sin(Math.Min(near.RadiusKm / PlaceCircle.EarthRadiusKm, Math.PI) / 2);
        var most = 4 * half * half;
        return new TokenSet(piece.Name, null, null, token =>
        {
            if (!TryPoint(token, out var latitude, out var longitude))
            {
                return false;
            }

            var (px, py, pz) = PlaceDistances.Vector(latitude, longitude);
            var (dx, dy, dz) = (px - x, py - y, pz - z);
            return (dx * dx) + (dy * dy) + (dz * dz) <= most;
        });
    }

    /// <summary>Goes over the tokens that are in the set; the enumerator stands at each in turn.</summary>
    public IEnumerable<TermsEnum> In(AtomicReader reader)
    {
        var terms = reader.GetTerms(Field)?.GetEnumerator();
        if (terms is null || terms.SeekCeil(new BytesRef(From ?? "")) == TermsEnum.SeekStatus.END)
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

    /// <summary>Reads a point's token.</summary>
    public static bool TryPoint(BytesRef token, out double latitude, out double longitude)
    {
        (latitude, longitude) = (0, 0);
        var text = token.Bytes.AsSpan(token.Offset, token.Length);
        var comma = text.IndexOf((byte)',');
        return comma > 0 && double.TryParse(text[..comma], System.Globalization.CultureInfo.InvariantCulture, out latitude)
            && double.TryParse(text[(comma + 1)..], System.Globalization.CultureInfo.InvariantCulture, out longitude)
            && Math.Abs(latitude) <= 90 && Math.Abs(longitude) <= 180;
    }
}
