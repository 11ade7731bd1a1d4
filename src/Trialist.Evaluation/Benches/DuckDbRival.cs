using System.Diagnostics;
using System.Globalization;
using System.Text;
using DuckDB.NET.Data;
using Trialist.Matching;

namespace Trialist.Evaluation.Benches;

/// <summary>The same predicates as SQL in DuckDB, on one thread: SQL's own three-valued logic, one boolean column for each distinct leaf, filled beforehand, so that only the logic is timed.</summary>
/// <remarks>That favours the rival: the product evaluates the leaves inside the measured time.</remarks>
internal static class DuckDbRival
{
    private const int Studies = 100;
    private const int Persons = 4096;

    public static IEnumerable<BenchFigure> Run(List<(Study Study, CriteriaDocument? Criteria)> studies, Person[] persons, MatchSettings settings, Action<string> say)
    {
        var columns = new Dictionary<string, int>(StringComparer.Ordinal);
        List<Predicate> leaves = [];
        var expressions = studies.Take(Studies).Select(one => Expression(one.Criteria, columns, leaves)).ToList();
        using var connection = new DuckDBConnection("Data Source=:memory:");
        connection.Open();
        Execute(connection, "SET threads TO 1");
        Execute(connection, $"CREATE TABLE person ({string.Join(", ", Enumerable.Range(0, Math.Max(1, leaves.Count)).Select(column => $"c{column} BOOLEAN"))})");
        using (var appender = connection.CreateAppender("person"))
        {
            foreach (var person in persons.Take(Persons))
            {
                var prepared = new PreparedPerson(person, settings, LexiconVocabulary.Default);
                var row = appender.CreateRow();
                foreach (var leaf in leaves)
                {
                    row.AppendValue(ReferenceMatcher.Evaluate(leaf, CriterionKind.Exclusion, prepared).Truth.ToBoolean());
                }

                row.EndRow();
            }
        }

        var clock = Stopwatch.StartNew();
        long found = 0;
        foreach (var expression in expressions)
        {
            using var command = connection.CreateCommand();
            command.CommandText = $"SELECT count(*) FILTER (WHERE {expression}), count(*) FILTER (WHERE NOT ({expression})) FROM person";
            using var reader = command.ExecuteReader();
            reader.Read();
            found += reader.GetInt64(0) + reader.GetInt64(1);
        }

        var rate = (double)expressions.Count * Math.Min(Persons, persons.Length) / clock.Elapsed.TotalSeconds;
        say($"duckdb: {rate / 1e6:N1} million pairs/s over {expressions.Count} studies, {found:N0} decided");
        return [new BenchFigure("match.bulk", "duckdb", "rate", rate, "pairs/s"), new BenchFigure("match.bulk", "duckdb", "persons", Math.Min(Persons, persons.Length), "count")];
    }

    private static void Execute(DuckDBConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    private static string Expression(CriteriaDocument? criteria, Dictionary<string, int> columns, List<Predicate> leaves)
    {
        var parts = (criteria?.Criteria ?? []).Where(one => one is { Predicate: not null, Reading: Reading.Full, Kind: not CriterionKind.Note })
            .Select(one => one.Kind == CriterionKind.Exclusion ? $"NOT ({Sql(one.Predicate!)})" : $"({Sql(one.Predicate!)})").ToList();
        return parts.Count == 0 ? "NULL::BOOLEAN" : string.Join(" AND ", parts);

        string Sql(Predicate predicate) => predicate switch
        {
            Predicate.Leaf leaf => Column(leaf),
            Predicate.Not not => $"NOT ({Sql(not.Item)})",
            Predicate.All all => string.Join(" AND ", all.Items.Select(item => $"({Sql(item)})")),
            Predicate.Any any => string.Join(" OR ", any.Items.Select(item => $"({Sql(item)})")),
            // No study of the sample's size depends on counting; unknown keeps the row count the same.
            Predicate.AtLeast or Predicate.Judgement or Predicate.Unread => "NULL::BOOLEAN",
        };

        string Column(Predicate.Leaf leaf)
        {
            var key = new StringBuilder().Append(CultureInfo.InvariantCulture, $"{leaf with { Span = default }}").ToString();
            if (!columns.TryGetValue(key, out var number))
            {
                columns[key] = number = leaves.Count;
                leaves.Add(leaf);
            }

            return $"c{number}";
        }
    }
}
