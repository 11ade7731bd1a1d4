using System.Security.Cryptography;
using System.Text;

namespace Trialist.Evaluation.Readings;

/// <summary>Draws readings to be looked at by eye: at random, and the same for the same seed whatever the order of the studies.</summary>
internal sealed class ReadingDraw(Reading reading, int count, int seed)
{
    private readonly PriorityQueue<DrawnReading, ulong> kept = new(Comparer<ulong>.Create((left, right) => right.CompareTo(left)));

    /// <summary>Offers the criteria of one study.</summary>
    public void Offer(NctId id, CriteriaDocument document)
    {
        foreach (var criterion in document.Criteria)
        {
            if (criterion.Kind == CriterionKind.Note || criterion.Reading != reading)
            {
                continue;
            }

            kept.Enqueue(new DrawnReading(id, criterion), Lot(id, criterion));
            if (kept.Count > count)
            {
                kept.Dequeue();
            }
        }
    }

    /// <summary>The drawn readings by study and place.</summary>
    public IReadOnlyList<DrawnReading> Drawn() => [.. kept.UnorderedItems.Select(item => item.Element).OrderBy(one => one.Id.ToString(), StringComparer.Ordinal).ThenBy(one => one.Criterion.Span.Start)];

    private ulong Lot(NctId id, Criterion criterion) =>
        BitConverter.ToUInt64(SHA256.HashData(Encoding.UTF8.GetBytes($"{seed} {id} {criterion.Span.Start}")));
}
