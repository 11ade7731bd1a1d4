using System.Text.Encodings.Web;
using System.Text.Json;

namespace Trialist.Cli;

/// <summary>Prints JSON on standard output as it is written, so that large results need no second copy in memory.</summary>
internal static class JsonOutput
{
    // The output goes to pipes and files, never into a page's source.
    private static readonly JsonWriterOptions Options = new() { Indented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static void Write(Action<Utf8JsonWriter> write)
    {
        using var output = Console.OpenStandardOutput();
        using (var json = new Utf8JsonWriter(output, Options))
        {
            write(json);
        }

        output.WriteByte((byte)'\n');
    }
}
