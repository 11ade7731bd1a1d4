using System.Diagnostics;
using DuckDB.NET.Data;
using Trialist.Matching;
using Trialist.Matching.Bulk;

namespace Trialist.Evaluation.Benches;

/// <summary>The same predicates as SQL in DuckDB, on one thread: SQL's own three-valued logic, one boolean column for each distinct leaf, filled beforehand, so that only the logic is timed.</summary>
/// <remarks>
/// That favours the rival: the product evaluates the leaves inside the measured time. A sample of the studies, all in one statement; the
/// persons' rows are copied until planning no longer weighs.
/// </remarks>
internal static class DuckDbRival
{
    private const int Studies = 50;
    private const int Persons = 1024;
    private const int Copies = 64;
    private const int Runs = 3;

    public static IEnumerable<BenchFigure> Run(StudyBank bank, Person[] persons, MatchSettings settings, Action<string> say)
    {
        var sample = persons.AsSpan(0, Math.Min(Persons, persons.Length)).ToArray();
        var columns = new Dictionary<int, string>();
        var studies = Enumerable.Range(0, Math.Min(Studies, bank.Studies)).ToList();
        var expressions = studies.Select(study => bank.ToSql(study, atom => columns.TryGetValue(atom, out var known) ? known : columns[atom] = $"c{atom}")).ToList();
        say($"duckdb: {columns.Count:N0} columns of truths for {sample.Length:N0} persons, filled by the reference");
        using var connection = new DuckDBConnection("Data Source=:memory:");
        connection.Open();
        Execute(connection, "SET threads TO 1");
        Execute(connection, $"CREATE TABLE person (id INTEGER, {string.Join(", ", columns.Values.Select(name => $"{name} BOOLEAN"))})");
        Fill(connection, bank, sample, settings, [.. columns.Keys]);
        for (var copies = 1; copies < Copies; copies *= 2)
        {
            Execute(connection, "INSERT INTO person SELECT * FROM person");
        }

        var counted = string.Join(", ", studies.Select(study => $"count(*) FILTER (WHERE e{study}), count(*) FILTER (WHERE NOT e{study})"));
        var sql = $"SELECT {counted} FROM (SELECT {string.Join(", ", studies.Select(study => $"{expressions[study]} AS e{study}"))} FROM person)";
        var best = double.MaxValue;
        long[] found = [];
        for (var run = 0; run < Runs; run++)
        {
            var clock = Stopwatch.StartNew();
            found = Read(connection, sql, studies.Count * 2);
            best = Math.Min(best, clock.Elapsed.TotalSeconds);
        }

        Compare(found, new CohortMatcher(bank, settings).Match(sample), studies);
        var rows = (double)sample.Length * Copies;
        var rate = studies.Count * rows / best;
        say($"duckdb: {rate / 1e6:N1} million pairs/s over {studies.Count} studies and {rows:N0} rows; its counts are ours");
        return [new BenchFigure("match.bulk", "duckdb", "rate", rate, "pairs/s"), new BenchFigure("match.bulk", "duckdb", "persons", rows, "count"), new BenchFigure("match.bulk", "duckdb", "studies", studies.Count, "count")];
    }

    private static void Fill(DuckDBConnection connection, StudyBank bank, Person[] persons, MatchSettings settings, int[] atoms)
    {
        using var appender = connection.CreateAppender("person");
        for (var person = 0; person < persons.Length; person++)
        {
            var prepared = new PreparedPerson(persons[person], settings, LexiconVocabulary.Default);
            var row = appender.CreateRow();
            row.AppendValue(person);
            foreach (var atom in atoms)
            {
                row.AppendValue(bank.TruthOf(atom, prepared).ToBoolean());
            }

            row.EndRow();
        }
    }

    private static void Compare(long[] found, IReadOnlyList<(long Eligible, long Ineligible)> ours, List<int> studies)
    {
        foreach (var study in studies)
        {
            // A study without a text is met by whoever meets its limits in SQL, and never in the product.
            if (found[(study * 2) + 1] != ours[study].Ineligible * Copies || (ours[study].Eligible > 0 && found[study * 2] != ours[study].Eligible * Copies))
            {
                throw new TrialistException($"DuckDB and the bulk engine disagree on study {study}: {found[study * 2]} and {found[(study * 2) + 1]} rows there, {ours[study].Eligible} and {ours[study].Ineligible} persons here.");
            }
        }
    }

    private static long[] Read(DuckDBConnection connection, string sql, int values)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        using var reader = command.ExecuteReader();
        reader.Read();
        return [.. Enumerable.Range(0, values).Select(reader.GetInt64)];
    }

    private static void Execute(DuckDBConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
