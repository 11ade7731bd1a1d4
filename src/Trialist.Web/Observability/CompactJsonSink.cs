using Serilog.Core;
using Serilog.Events;
using Serilog.Formatting;

namespace Trialist.Web.Observability;

/// <summary>Writes log events to a text writer, one JSON object a line.</summary>
internal sealed class CompactJsonSink(TextWriter writer, ITextFormatter formatter) : ILogEventSink
{
    private readonly Lock gate = new();

    public void Emit(LogEvent logEvent)
    {
        lock (gate)
        {
            formatter.Format(logEvent, writer);
            writer.Flush();
        }
    }
}
