using Trialist.Search.Indexing;
using Trialist.Search.Pieces;

namespace Trialist.Search.Statistics;

/// <summary>Gathers statistics of pieces of text from records, one pass for all of them.</summary>
/// <param name="pieces">The pieces.</param>
/// <param name="mostDistinct">Distinct values of a piece that are told apart.</param>
public sealed class TextStatisticsReader(IEnumerable<Piece> pieces, int mostDistinct)
{
    private readonly Gathering gathering = new(pieces.ToDictionary(piece => piece.Name, piece => (new TextStatistics(piece, mostDistinct), new List<string>()), StringComparer.Ordinal));

    /// <summary>What was gathered so far.</summary>
    public IEnumerable<TextStatistics> Statistics => gathering.Statistics;

    /// <summary>Adds one record.</summary>
    /// <param name="study">Its number.</param>
    /// <param name="json">The record as UTF-8 JSON.</param>
    public void Add(NctId study, ReadOnlySpan<byte> json) => gathering.Add(study, json);

    private sealed class Gathering(Dictionary<string, (TextStatistics Statistics, List<string> Values)> pieces) : RecordWalk
    {
        public IEnumerable<TextStatistics> Statistics => pieces.Values.Select(piece => piece.Statistics);

        public void Add(NctId study, ReadOnlySpan<byte> json)
        {
            Walk(json);
            foreach (var (statistics, values) in pieces.Values)
            {
                statistics.Add(study, values);
                values.Clear();
            }
        }

        protected override void OnValue(Piece piece, string value, int site)
        {
            if (pieces.TryGetValue(piece.Name, out var known))
            {
                known.Values.Add(value);
            }
        }
    }
}
