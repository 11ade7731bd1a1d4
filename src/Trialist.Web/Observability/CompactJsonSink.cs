using System.Globalization;
using Serilog.Core;
using Serilog.Events;
using Serilog.Formatting;

namespace Trialist.Web.Observability;

/// <summary>Writes log events to a text writer, one JSON object a line.</summary>
internal sealed class CompactJsonSink(TextWriter writer, ITextFormatter formatter) : ILogEventSink
{
    private readonly Lock gate = new();

    // Standard error passes on each piece that it is given: a line given whole is one call of the system instead of dozens.
    public void Emit(LogEvent logEvent)
    {
        using var line = new StringWriter(CultureInfo.InvariantCulture);
        formatter.Format(logEvent, line);
        lock (gate)
        {
            writer.Write(line.ToString());
            writer.Flush();
        }
    }
}
