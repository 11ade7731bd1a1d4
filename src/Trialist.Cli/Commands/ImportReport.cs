using Trialist.Registry.Import;

namespace Trialist.Cli.Commands;

/// <summary>What an import or a sync did, for people.</summary>
internal static class ImportReport
{
    public static void WriteRejects(IReadOnlyList<ImportReject> rejects)
    {
        foreach (var reject in rejects)
        {
            Console.Error.WriteLine(PlainText.Of($"rejected: {reject.File}, {reject.At}: {reject.Reason}."));
        }
    }

    public static void WriteWarnings(ImportWarnings warnings)
    {
        foreach (var warning in warnings.First)
        {
            Console.Error.WriteLine(PlainText.Of($"odd: {warning.File}, {warning.At}: {warning.Field} {warning.Problem}."));
        }

        if (warnings.Values > warnings.First.Count)
        {
            Console.Error.WriteLine($"odd: and {warnings.Values - warnings.First.Count:N0} more values.");
        }
    }

    public static void WriteCounts(ImportSummary summary)
    {
        var rate = ImportRate.Of(summary.Read, summary.Elapsed) is { } given ? $" ({given})" : "";
        Console.Out.WriteLine(
            $"Read {summary.Read:N0} {(summary.Read == 1 ? "record" : "records")} in {summary.Elapsed.TotalSeconds:N1} s{rate}: {summary.Added:N0} added, {summary.Updated:N0} updated, {summary.Unchanged:N0} unchanged, {summary.Rejected.Count:N0} rejected.");
        if (summary.LeftFromBefore > 0)
        {
            Console.Out.WriteLine($"{summary.LeftFromBefore:N0} {(summary.LeftFromBefore == 1 ? "record" : "records")} that an interrupted import had stored are published with these.");
        }

        if (summary.PassedOver is { Count: > 0 } passedOver)
        {
            var more = passedOver.Count > passedOver.First.Count ? ", …" : "";
            Console.Out.WriteLine($"Passed over {passedOver.Count:N0} {(passedOver.Count == 1 ? "file that is no study by its name" : "files that are no studies by their names")}: {PlainText.Of(string.Join(", ", passedOver.First))}{more}");
        }

        if (summary.Warnings is { Values: > 0 } warnings)
        {
            Console.Out.WriteLine($"{warnings.Records:N0} {(warnings.Records == 1 ? "record holds a value that is" : "records hold values that are")} not of the registry's kind ({warnings.Values:N0} in all): kept as {(warnings.Records == 1 ? "it" : "they")} came; what cannot be read counts as not given.");
        }

        if (summary.DemoRemoved > 0)
        {
            Console.Out.WriteLine($"The {summary.DemoRemoved:N0} studies of the demo registry made way for the real ones.");
        }
    }
}
