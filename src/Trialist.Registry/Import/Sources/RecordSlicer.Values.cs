namespace Trialist.Registry.Import.Sources;

/// <content>Single values.</content>
internal sealed partial class RecordSlicer
{
    private const string TooLarge = "it is larger than 64 MB";
    private const string CutOff = "it is cut off before its end";

    // An object or array that starts at the first byte held.
    private async ValueTask<RawSlice?> ValueAsync(CancellationToken cancellation)
    {
        var here = Here();
        var scanner = default(JsonValueScanner);
        var scanned = 0;
        var dropped = false;
        do
        {
            while (scanned < window.Held.Length)
            {
                scanned += scanner.Scan(window.Held.Span[scanned..]);
                if (scanner.OpenedOuterArray && container == Container.Top && !dropped && IsPage(window.Held.Span[..scanned]))
                {
                    window.Release(scanned);
                    container = Container.Page;
                    return null;
                }

                if (scanner.Depth == 0)
                {
                    return Ended(here, scanned, dropped);
                }
            }

            if (scanned > ImportLimits.MaxRecordBytes)
            {
                dropped = true;
            }

            if (dropped)
            {
                line += window.Held.Span.Count(NewLine);
                window.Release(scanned);
                scanned = 0;
            }
        }
        while (await window.ReadMoreAsync(cancellation));

        window.Release(window.Held.Length);
        container = Container.Top;
        return new RawSlice(default, false, here, dropped ? TooLarge : CutOff);
    }

    private RawSlice Ended(RecordPlace here, int length, bool dropped)
    {
        var record = window.Held[..length];
        var lineEnds = record.Span.Count(NewLine);
        // A first object on a line of its own: the file is lines of JSON, so that a broken line cannot swallow the next.
        lineByLine |= container == Container.Top && lineEnds == 0 && !dropped;
        line += lineEnds;
        consumed = length;
        return dropped || length > ImportLimits.MaxRecordBytes ? new RawSlice(default, false, here, TooLarge) : new RawSlice(record, false, here, null);
    }

    // {"studies":[ … with any white space: the registry's page of studies.
    private static bool IsPage(ReadOnlySpan<byte> upToBracket)
    {
        var before = upToBracket[..^1].TrimEnd(" \t\r\n"u8);
        return before is [.., (byte)':'] && before[..^1].TrimEnd(" \t\r\n"u8).EndsWith("\"studies\""u8);
    }

    private async ValueTask SkipPageRestAsync(CancellationToken cancellation)
    {
        var scanner = new JsonValueScanner(depth: 1);
        do
        {
            while (window.Held.Length > 0)
            {
                window.Release(scanner.Scan(window.Held.Span));
                if (scanner.Depth == 0)
                {
                    container = Container.Top;
                    return;
                }
            }
        }
        while (await window.ReadMoreAsync(cancellation));
    }

    // Something in a list that is no object: one reject, up to the next comma or the end of the list.
    private async ValueTask<RawSlice> ScalarAsync(CancellationToken cancellation)
    {
        var problem = Problem("it is not a JSON object");
        while (true)
        {
            var at = window.Held.Span.IndexOfAny(",]"u8);
            window.Release(at < 0 ? window.Held.Length : at);
            if (at >= 0 || !await window.ReadMoreAsync(cancellation))
            {
                return problem;
            }
        }
    }

    private async ValueTask<RawSlice> LineAsync(CancellationToken cancellation)
    {
        var here = Here();
        var scanned = 0;
        var dropped = false;
        int at;
        while ((at = window.Held.Span[scanned..].IndexOf(NewLine)) < 0)
        {
            scanned = window.Held.Length;
            if (scanned > ImportLimits.MaxRecordBytes)
            {
                dropped = true;
                window.Release(scanned);
                scanned = 0;
            }

            if (!await window.ReadMoreAsync(cancellation))
            {
                break;
            }
        }

        consumed = at < 0 ? window.Held.Length : scanned + at;
        return dropped || consumed > ImportLimits.MaxRecordBytes
            ? new RawSlice(default, false, here, TooLarge)
            : new RawSlice(window.Held[..consumed], false, here, null);
    }

    private async ValueTask<RawSlice> WholeAsync(CancellationToken cancellation)
    {
        while (await window.ReadMoreAsync(cancellation))
        {
            if (window.Held.Length > ImportLimits.MaxRecordBytes)
            {
                return new RawSlice(default, true, place, TooLarge);
            }
        }

        return new RawSlice(window.Held, true, place, null);
    }
}
