using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using Lucene.Net.Index;
using Lucene.Net.Util;
using Trialist.Search.Places;

namespace Trialist.Search.Expressions.Running;

/// <summary>The points of a piece in one segment, read once: reading some ten thousand of them for each question about a distance would take most of its time.</summary>
internal sealed class PointColumn
{
    // A segment never changes; its points live as long as it does.
    private static readonly ConditionalWeakTable<object, ConcurrentDictionary<string, PointColumn>> OfSegments = [];

    private readonly List<BytesRef> tokens = [];
    private readonly List<(double X, double Y, double Z)> vectors = [];

    private PointColumn(AtomicReader reader, string field)
    {
        foreach (var terms in new TokenSet(field, null, null).In(reader))
        {
            if (TryRead(terms.Term, out var latitude, out var longitude))
            {
                tokens.Add(BytesRef.DeepCopyOf(terms.Term));
                vectors.Add(PlaceDistances.Vector(latitude, longitude));
            }
        }
    }

    public static PointColumn Of(AtomicReader reader, string field) => OfSegments.GetOrCreateValue(reader.CoreCacheKey).GetOrAdd(field, name => new PointColumn(reader, name));

    /// <summary>The tokens of the points in a circle.</summary>
    public IEnumerable<BytesRef> Within(Expression.Near circle)
    {
        var (x, y, z) = PlaceDistances.Vector(circle.Latitude, circle.Longitude);
        var half = Math.Sin(Math.Min(circle.RadiusKm / PlaceCircle.EarthRadiusKm, Math.PI) / 2);
        var most = 4 * half * half;
        for (var i = 0; i < tokens.Count; i++)
        {
            var (dx, dy, dz) = (vectors[i].X - x, vectors[i].Y - y, vectors[i].Z - z);
            if ((dx * dx) + (dy * dy) + (dz * dz) <= most)
            {
                yield return tokens[i];
            }
        }
    }

    private static bool TryRead(BytesRef token, out double latitude, out double longitude)
    {
        (latitude, longitude) = (0, 0);
        var text = token.Bytes.AsSpan(token.Offset, token.Length);
        var comma = text.IndexOf((byte)',');
        return comma > 0 && double.TryParse(text[..comma], System.Globalization.CultureInfo.InvariantCulture, out latitude)
            && double.TryParse(text[(comma + 1)..], System.Globalization.CultureInfo.InvariantCulture, out longitude)
            && Math.Abs(latitude) <= 90 && Math.Abs(longitude) <= 180;
    }
}
