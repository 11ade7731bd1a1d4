using Trialist.Search.Expressions;

namespace Trialist.Web.Api.V2;

/// <summary>Reads <c>aggFilters</c>: <c>status:rec not,phase:2</c>. Keys of one filter are alternatives, filters are joined; of a filter that is given twice the last counts.</summary>
internal static class AggregationFilters
{
    private static readonly Dictionary<string, Dictionary<string, Expression>> Options = Rows()
        .GroupBy(row => row[0], StringComparer.Ordinal)
        .ToDictionary(filter => filter.Key, filter => filter.GroupBy(row => row[1], StringComparer.Ordinal)
            .ToDictionary(option => option.Key, option => Expression.AnyOf(option.Select(row => ExpressionOf(row[2], row[3]))), StringComparer.Ordinal), StringComparer.Ordinal);

    /// <exception cref="ApiRefusal">There is no such filter; in a strict request also: no such option, none at all, or a filter twice.</exception>
    public static IEnumerable<FilterExpression> Read(ApiParameters parameters)
    {
        var chosen = new Dictionary<string, FilterExpression>(StringComparer.Ordinal);
        foreach (var item in parameters.List("aggFilters") ?? [])
        {
            var colon = item.IndexOf(':', StringComparison.Ordinal);
            var name = colon < 0 ? item : item[..colon].Trim();
            if (!Options.TryGetValue(name, out var options))
            {
                throw ApiRefusal.BadRequest($"Invalid value in parameter `aggFilters`: `{item}`").Meaning(name, Options.Keys);
            }

            if (parameters.IsStrict && chosen.ContainsKey(name))
            {
                throw ApiRefusal.BadRequest($"Invalid value in parameter `aggFilters`: `{name}` is given twice");
            }

            var keys = colon < 0 ? [] : item[(colon + 1)..].Split(' ', StringSplitOptions.RemoveEmptyEntries);
            chosen[name] = new FilterExpression(OneOf(name, keys, options, parameters.IsStrict));
        }

        return chosen.Values;
    }

    private static IEnumerable<string[]> Rows()
    {
        using var stream = typeof(AggregationFilters).Assembly.GetManifestResourceStream("agg-filters.tsv")!;
        using var reader = new StreamReader(stream);
        var rows = new List<string[]>();
        while (reader.ReadLine() is { } line)
        {
            if (!line.StartsWith('#'))
            {
                rows.Add(line.Split('\t'));
            }
        }

        return rows.Skip(1);
    }

    // The registry finds nothing for an option that it does not know.
    private static Expression OneOf(string name, string[] keys, Dictionary<string, Expression> options, bool isStrict)
    {
        if (isStrict && keys.FirstOrDefault(key => !options.ContainsKey(key)) is { } unknown)
        {
            throw ApiRefusal.BadRequest($"Invalid value in parameter `aggFilters`: `{name}` has no option `{unknown}`").Meaning(unknown, options.Keys);
        }

        if (isStrict && keys.Length == 0)
        {
            throw ApiRefusal.BadRequest($"Invalid value in parameter `aggFilters`: `{name}` names no option").Meaning("", options.Keys);
        }

        var known = keys.Where(options.ContainsKey).Select(key => options[key]).ToList();
        return known.Count > 0 ? Expression.AnyOf(known) : new Expression.Not(new Expression.All());
    }

    // "Without results" is everything that has none, said or not.
    private static Expression ExpressionOf(string piece, string value) =>
        value.Length == 0 ? new Expression.Not(StudyFilterParameters.Value(piece, "true")) : StudyFilterParameters.Value(piece, value);
}
