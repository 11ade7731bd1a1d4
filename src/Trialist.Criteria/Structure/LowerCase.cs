using System.Buffers;
using System.Text;

namespace Trialist.Criteria.Structure;

/// <summary>Brings the words of a line to lower case; most lines are ASCII, which takes no table.</summary>
internal static class LowerCase
{
    /// <summary>The words in lower case, in the buffer.</summary>
    public static Span<char> Of(ReadOnlySpan<char> words, Span<char> buffer) =>
        buffer[..(Ascii.ToLower(words, buffer, out var length) == OperationStatus.Done ? length : words.ToLowerInvariant(buffer))];
}
