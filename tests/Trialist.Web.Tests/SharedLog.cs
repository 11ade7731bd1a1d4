using System.Text;

namespace Trialist.Web.Tests;

/// <summary>What the site logged, which one test may read while another still writes.</summary>
public sealed class SharedLog : TextWriter
{
    private readonly StringBuilder written = new();

    public override Encoding Encoding => Encoding.UTF8;

    public override void Write(char value)
    {
        lock (written)
        {
            written.Append(value);
        }
    }

    public override void Write(char[] buffer, int index, int count)
    {
        lock (written)
        {
            written.Append(buffer, index, count);
        }
    }

    public override void Write(string? value)
    {
        lock (written)
        {
            written.Append(value);
        }
    }

    public override string ToString()
    {
        lock (written)
        {
            return written.ToString();
        }
    }
}
