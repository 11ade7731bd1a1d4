using Spectre.Console;
using Spectre.Console.Rendering;

namespace Trialist.Cli;

/// <summary>Keeps what a record, a file or a call holds from steering the terminal: control characters and marks that turn the direction of writing are shown as �.</summary>
internal sealed class PlainText : IRenderHook
{
    private const char Replacement = '\uFFFD';

    /// <summary>A text without characters that steer a terminal; line ends and tabs stay.</summary>
    public static string Of(string text) => text.AsSpan().ContainsAnyExceptInRange(' ', '~') ? string.Create(text.Length, text, Fill) : text;

    /// <inheritdoc />
    public IEnumerable<IRenderable> Process(RenderOptions options, IEnumerable<IRenderable> renderables) => renderables.Select(IRenderable (inner) => new Cleaned(inner));

    private static void Fill(Span<char> target, string text)
    {
        for (var i = 0; i < target.Length; i++)
        {
            target[i] = Steers(text[i]) ? Replacement : text[i];
        }
    }

    private static bool Steers(char c) => (char.IsControl(c) && c is not ('\n' or '\r' or '\t')) || c is (>= '\u202A' and <= '\u202E') or (>= '\u2066' and <= '\u2069');

    private sealed class Cleaned(IRenderable inner) : IRenderable
    {
        public Measurement Measure(RenderOptions options, int maxWidth) => inner.Measure(options, maxWidth);

        // What the console itself sends to steer the terminal is a segment of its own kind.
        public IEnumerable<Segment> Render(RenderOptions options, int maxWidth) =>
            inner.Render(options, maxWidth).Select(segment => segment.IsControlCode ? segment : new Segment(Of(segment.Text), segment.Style));
    }
}
