using System.Text.Json;
using Trialist.Registry;
using Trialist.Search;
using Trialist.Search.Expressions;
using Trialist.Search.Pieces;

namespace Trialist.Web.Api.V2;

/// <summary>Dates as records write them: the index knows a month by its first day, and statistics must not name a day that no record does.</summary>
internal sealed class WrittenDates(StudyIndex index, StudyRegistry registry, ExpressionSearch? among)
{
    /// <summary>A date of the index as a study that holds it writes it.</summary>
    /// <param name="piece">The piece.</param>
    /// <param name="day">The day that the index has for it.</param>
    /// <param name="cancellation">Stops the reading.</param>
    public async Task<string> OfAsync(Piece piece, string day, CancellationToken cancellation)
    {
        if (piece.Type != "PartialDate" || !day.EndsWith("-01", StringComparison.Ordinal))
        {
            return day;
        }

        var holds = new FilterExpression(new Expression.Area(piece.Name, OfSize: false, new Expression.Range(day, day)));
        var search = (among ?? new ExpressionSearch()) with { Sort = [], Limit = 1 };
        var studies = ChosenStudies.Run(() => index.Find(search with { Filters = [.. search.Filters, holds] }).Studies);
        if (studies.IsEmpty || await registry.Store.FindAsync(studies[0], cancellation) is not { } study)
        {
            return day; // replaced while the statistics were made
        }

        using var record = JsonDocument.Parse(study.Json);
        return Values(record.RootElement, piece.Path.Split('.')).FirstOrDefault(written => FirstDayOf(written) == day) ?? day;
    }

    private static IEnumerable<string> Values(JsonElement element, ReadOnlyMemory<string> path) => element.ValueKind switch
    {
        JsonValueKind.Array => element.EnumerateArray().SelectMany(item => Values(item, path)),
        JsonValueKind.String when path.IsEmpty => [element.GetString()!],
        JsonValueKind.Object when !path.IsEmpty && element.TryGetProperty(path.Span[0], out var inner) => Values(inner, path[1..]),
        _ => [],
    };

    private static string FirstDayOf(string written) => written.Length switch
    {
        4 => written + "-01-01",
        7 => written + "-01",
        _ => written,
    };
}
