using System.Runtime.CompilerServices;

namespace Trialist.Registry.Import.Sources;

/// <summary>Cuts a stream of studies into records without holding more than one of them: an object, an array, a page of studies, lines of JSON, or one XML document.</summary>
internal sealed partial class RecordSlicer(Stream stream, RecordPlace place, bool lines) : IDisposable
{
    private const byte NewLine = (byte)'\n';
    private static readonly byte[] Utf8Mark = [0xEF, 0xBB, 0xBF];

    private readonly ByteWindow window = new(stream);
    private Container container = Container.Top;
    private bool lineByLine = lines;
    private long line = 1;
    private int consumed; // bytes of the record that was handed out, held until the next one is asked for

    private enum Container
    {
        Top,
        Array,
        Page,
        PageRest,
    }

    public async IAsyncEnumerable<RawSlice> SliceAsync([EnumeratorCancellation] CancellationToken cancellation)
    {
        await SkipMarkAsync(cancellation);
        var first = true;
        while (await SkipSpaceAsync(cancellation) is { } next)
        {
            lineByLine &= !(first && next == (byte)'[');
            if (first && next == (byte)'<')
            {
                yield return await WholeAsync(cancellation);
                yield break;
            }

            if (first && next is not ((byte)'{' or (byte)'[') && !lineByLine)
            {
                yield return Problem("it is neither JSON nor XML");
                yield break;
            }

            if (lineByLine)
            {
                yield return await LineAsync(cancellation);
            }
            else if (await NextAsync(next, cancellation) is { } slice)
            {
                yield return slice;
                if (slice.Problem is not null && container == Container.Top && !lineByLine)
                {
                    yield break;
                }
            }

            first = false;
        }

        if (first)
        {
            yield return Problem("it is empty");
        }
        else if (container != Container.Top)
        {
            yield return Problem("the file is cut off: its list of studies has no end");
        }
    }

    public void Dispose() => window.Dispose();

    // One step inside a file that is not read line by line; null when the step only entered or left a list.
    private async ValueTask<RawSlice?> NextAsync(byte next, CancellationToken cancellation)
    {
        switch (container, next)
        {
            case (Container.Top, (byte)'['):
                return Enter(Container.Array);
            case (Container.Array, (byte)']'):
                return Enter(Container.Top);
            case (Container.Page, (byte)']'):
                return Enter(Container.PageRest);
            case (Container.PageRest, _):
                await SkipPageRestAsync(cancellation);
                return null;
            case (Container.Array or Container.Page, (byte)','):
                return Enter(container);
            case (_, (byte)'{') or (Container.Array or Container.Page, (byte)'['):
                return await ValueAsync(cancellation);
            case (Container.Top, _):
                return Problem("a study object was expected here; the rest of the file is not read");
            default:
                return await ScalarAsync(cancellation);
        }
    }

    private RawSlice? Enter(Container next)
    {
        window.Release(1);
        container = next;
        return null;
    }

    private RawSlice Problem(string problem) => new(default, false, Here(), problem);

    private RecordPlace Here() => lineByLine ? place with { Line = line } : place with { Offset = window.Start };

    private async ValueTask SkipMarkAsync(CancellationToken cancellation)
    {
        while (window.Held.Length < Utf8Mark.Length && await window.ReadMoreAsync(cancellation))
        {
        }

        if (window.Held.Span.StartsWith(Utf8Mark))
        {
            window.Release(Utf8Mark.Length);
        }
    }

    // The first byte that is no white space, still held; null at the end of the stream.
    private async ValueTask<byte?> SkipSpaceAsync(CancellationToken cancellation)
    {
        window.Release(consumed);
        consumed = 0;
        while (true)
        {
            if (SkipHeldSpace() is { } found)
            {
                return found;
            }

            if (!await window.ReadMoreAsync(cancellation))
            {
                return null;
            }
        }
    }

    private byte? SkipHeldSpace()
    {
        var held = window.Held.Span;
        var at = held.IndexOfAnyExcept(" \t\r\n"u8);
        line += held[..(at < 0 ? held.Length : at)].Count(NewLine);
        window.Release(at < 0 ? held.Length : at);
        return at < 0 ? null : held[at];
    }
}
