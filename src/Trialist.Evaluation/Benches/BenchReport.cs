using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;

namespace Trialist.Evaluation.Benches;

/// <summary>The figures of one run on one machine.</summary>
/// <param name="Rows">The figures.</param>
public sealed record BenchReport(IReadOnlyList<BenchFigure> Rows)
{
    /// <summary>Processor, cores, system and runtime.</summary>
    public static string Machine { get; } = string.Create(CultureInfo.InvariantCulture,
        $"{Processor()}, {Environment.ProcessorCount} cores, {RuntimeInformation.OSDescription.Trim()}, .NET {Environment.Version}");

    /// <summary>The figures as the contract has them.</summary>
    public string ToJson() => JsonSerializer.Serialize(new
    {
        machine = Machine,
        rows = Rows.Select(row => new { @case = row.Case, engine = row.Engine, metric = row.Metric, value = row.Value, unit = row.Unit }),
    });

    /// <summary>The figures as a Markdown table, a line a case and engine.</summary>
    public string ToMarkdown()
    {
        var metrics = Rows.Select(row => $"{row.Metric} ({row.Unit})").Distinct(StringComparer.Ordinal).ToList();
        var text = new StringBuilder($"| case | engine | {string.Join(" | ", metrics)} |\n| --- | --- |{string.Concat(metrics.Select(_ => " ---: |"))}\n");
        foreach (var line in Rows.GroupBy(row => (row.Case, row.Engine)))
        {
            var cells = metrics.Select(metric => line.FirstOrDefault(row => $"{row.Metric} ({row.Unit})" == metric) is { } row ? row.Value.ToString("#,0.##", CultureInfo.InvariantCulture) : "");
            text.Append(CultureInfo.InvariantCulture, $"| {line.Key.Case} | {line.Key.Engine} | {string.Join(" | ", cells)} |\n");
        }

        return text.ToString();
    }

    private static string Processor()
    {
        const string Kernel = "/proc/cpuinfo";
        var line = File.Exists(Kernel) ? File.ReadLines(Kernel).FirstOrDefault(line => line.StartsWith("model name", StringComparison.Ordinal)) : null;
        return line?.Split(':')[1].Trim() ?? RuntimeInformation.ProcessArchitecture.ToString();
    }
}
