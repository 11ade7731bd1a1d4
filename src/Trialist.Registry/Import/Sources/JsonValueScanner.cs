using System.Buffers;

namespace Trialist.Registry.Import.Sources;

/// <summary>Finds the end of one JSON object or array that comes in pieces. It only counts brackets outside strings; the parser judges the rest.</summary>
internal struct JsonValueScanner(int depth = 0)
{
    private static readonly SearchValues<byte> Structure = SearchValues.Create("\"{}[]"u8);

    private bool inString;
    private bool escaped;

    /// <summary>Brackets that are open.</summary>
    public int Depth { get; private set; } = depth;

    /// <summary>The greatest depth so far.</summary>
    public int Deepest { get; private set; } = depth;

    /// <summary>True right after an array was opened as a member of the outermost object.</summary>
    public bool OpenedOuterArray { get; private set; }

    /// <summary>Reads on. Stops behind the end of the value, or behind an outer array's opening bracket.</summary>
    /// <returns>How many bytes were read; <see cref="Depth"/> is 0 when the value has ended.</returns>
    public int Scan(ReadOnlySpan<byte> bytes)
    {
        OpenedOuterArray = false;
        var at = 0;
        while (at < bytes.Length)
        {
            if (inString)
            {
                at += SkipString(bytes[at..]);
                continue;
            }

            var next = bytes[at..].IndexOfAny(Structure);
            if (next < 0)
            {
                return bytes.Length;
            }

            at += next + 1;
            switch (bytes[at - 1])
            {
                case (byte)'"':
                    inString = true;
                    break;
                case (byte)'{' or (byte)'[':
                    Deepest = Math.Max(Deepest, ++Depth);
                    if (Depth == 2 && bytes[at - 1] == (byte)'[')
                    {
                        OpenedOuterArray = true;
                        return at;
                    }

                    break;
                default:
                    if (--Depth <= 0)
                    {
                        Depth = 0;
                        return at;
                    }

                    break;
            }
        }

        return at;
    }

    private int SkipString(ReadOnlySpan<byte> bytes)
    {
        var at = 0;
        if (escaped)
        {
            escaped = false;
            at = 1;
        }

        while (at < bytes.Length)
        {
            var next = bytes[at..].IndexOfAny((byte)'"', (byte)'\\');
            if (next < 0)
            {
                return bytes.Length;
            }

            at += next + 1;
            if (bytes[at - 1] == (byte)'"')
            {
                inString = false;
                return at;
            }

            if (at == bytes.Length)
            {
                escaped = true;
                return at;
            }

            at++;
        }

        return at;
    }
}
