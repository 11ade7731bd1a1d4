using System.Buffers;

namespace Trialist.Fhir.Json;

/// <summary>Finds where a JSON object ends by its brackets and strings alone, several times faster than reading its tokens. What is then read is still checked in full.</summary>
internal static class JsonObjectCut
{
    private static readonly SearchValues<byte> Structure = SearchValues.Create("\"{}[]"u8);
    private static readonly SearchValues<byte> StringEnd = SearchValues.Create("\"\\"u8);

    /// <summary>The length of the object that the bytes begin with; -1 when it goes on beyond them.</summary>
    /// <exception cref="FhirFormatException">The nesting is deeper than <see cref="FhirLimits.Depth"/>.</exception>
    public static int LengthOf(ReadOnlySpan<byte> json)
    {
        var depth = 0;
        for (var at = 0; ;)
        {
            var next = json[at..].IndexOfAny(Structure);
            if (next < 0)
            {
                return -1;
            }

            at += next;
            switch (json[at++])
            {
                case (byte)'"':
                    if (!TrySkipString(json, ref at))
                    {
                        return -1;
                    }

                    break;
                case (byte)'{' or (byte)'[':
                    if (++depth > FhirLimits.Depth)
                    {
                        throw new FhirFormatException($"A resource is nested deeper than {FhirLimits.Depth} levels.");
                    }

                    break;
                default:
                    if (--depth == 0)
                    {
                        return at;
                    }

                    break;
            }
        }
    }

    private static bool TrySkipString(ReadOnlySpan<byte> json, ref int at)
    {
        while (true)
        {
            var end = json[at..].IndexOfAny(StringEnd);
            if (end < 0)
            {
                return false;
            }

            at += end + 1;
            if (json[at - 1] == (byte)'"')
            {
                return true;
            }

            // The character after a backslash is never the end.
            if (++at > json.Length)
            {
                return false;
            }
        }
    }
}
