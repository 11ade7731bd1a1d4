using System.Text;
using ZstdSharp;

namespace Trialist.Registry.Import.Sources;

/// <summary>What a failure while reading a source file says about the file, as a clause without full stop; null for a failure that is not the file's.</summary>
internal static class Damage
{
    public static string? Of(Exception failure) => failure switch
    {
        InvalidDataException { Message: [>= 'a' and <= 'z', ..] } own => own.Message, // our own words start small
        InvalidDataException => "its compression is damaged",
        ZstdException => "its compression is damaged",
        EndOfStreamException => "it is cut off before its end",
        DecoderFallbackException => "it is marked as UTF-16 and is no valid text of that kind",
        FileNotFoundException => "it is gone",
        UnauthorizedAccessException => "it may not be read",
        NotSupportedException => "it is compressed in a way that is not read",
        _ => null,
    };
}
