using System.Text.RegularExpressions;

namespace Trialist.Evaluation.Benches;

/// <summary>A query of the search bench.</summary>
/// <param name="Case">Its kind: <c>search.and</c>, <c>search.or</c> or <c>search.phrase</c>.</param>
/// <param name="Words">Its words, in order.</param>
public sealed partial record BenchQuery(string Case, IReadOnlyList<string> Words)
{
    /// <summary>Any of the words.</summary>
    public const string Or = "search.or";

    /// <summary>The words one after another.</summary>
    public const string Phrase = "search.phrase";

    /// <summary>All of the words.</summary>
    public const string And = "search.and";

    private const int Commonest = 20;
    private const int Tries = 50;

    /// <summary>As typed into the box.</summary>
    public string Text => Case switch
    {
        Or => string.Join(" OR ", Words),
        Phrase => $"\"{string.Join(' ', Words)}\"",
        _ => string.Join(' ', Words),
    };

    /// <summary>Distinct queries, a third of each kind; every OR query holds one of the twenty commonest words of the texts.</summary>
    public static IReadOnlyList<BenchQuery> Make(IReadOnlyList<Study> studies, int count, int seed)
    {
        var random = new Random(seed);
        var titles = studies.Select(study => WordsOf(study.BriefTitle)).Where(words => words.Length >= 3).ToList();
        var common = studies.SelectMany(study => WordsOf($"{study.BriefTitle} {study.BriefSummary}"))
            .GroupBy(word => word, StringComparer.Ordinal).OrderByDescending(word => word.Count()).Take(Commonest).Select(word => word.Key).ToList();
        var made = new Dictionary<string, BenchQuery>(StringComparer.Ordinal);
        for (var tries = 0; made.Count < count && tries < Tries * count; tries++)
        {
            var title = titles[random.Next(titles.Count)];
            var start = random.Next(title.Length - 2);
            var query = (made.Count % 3) switch
            {
                0 => new BenchQuery(Or, [common[random.Next(Commonest)], common[random.Next(Commonest)], title[start], title[start + 1]]),
                1 => new BenchQuery(Phrase, [title[start], title[start + 1]]),
                _ => new BenchQuery(And, title[start..(start + random.Next(2, 4))].Where(word => word.Length > 3).DefaultIfEmpty(title[0]).ToList()),
            };
            made.TryAdd(query.Text, query);
        }

        return [.. made.Values];
    }

    private static string[] WordsOf(string text) => [.. Word().Matches(text.ToLowerInvariant()).Select(match => match.Value)];

    [GeneratedRegex("[a-z]{2,}", RegexOptions.NonBacktracking)]
    private static partial Regex Word();
}
