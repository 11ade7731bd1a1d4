using System.Runtime.CompilerServices;

namespace Trialist.Search.Analysis;

/// <summary>Splits a text into words for the index and for queries alike.</summary>
internal static class WordSplitter
{
    /// <summary>Longer runs of letters are no words; they are cut.</summary>
    public const int LongestWord = 64;

    private const int MostJoinedParts = 4;

    /// <summary>Adds the words of a text to a list, first position given; returns the next free position.</summary>
    /// <param name="text">The text.</param>
    /// <param name="into">The list.</param>
    /// <param name="position">Of the first word.</param>
    /// <param name="only">How the words that matter begin: plain words that begin otherwise may be left out, with their positions. Null for all words.</param>
    public static int Split(string text, List<Word> into, int position = 0, WordStarts? only = null)
    {
        var forms = WordForms.OfThread;
        Span<int> starts = stackalloc int[MostJoinedParts];
        Span<int> ends = stackalloc int[MostJoinedParts];
        for (var i = 0; i < text.Length;)
        {
            if (!IsWordChar(text[i]))
            {
                i++;
                continue;
            }

            var parts = 0;
            var all = i;
            while (true)
            {
                var end = EndOfRun(text, i);
                if (parts < MostJoinedParts)
                {
                    (starts[parts], ends[parts]) = (i, Math.Min(end, i + LongestWord));
                }

                parts++;
                i = end;
                if (IsPossessive(text, i))
                {
                    i += 2;
                    break;
                }

                if (parts >= MostJoinedParts || !IsJoint(text, i))
                {
                    break;
                }

                i++;
            }

            if (parts == 1 && only is not null && !only.MayBegin(text.AsSpan(starts[0]..ends[0])))
            {
                continue;
            }

            for (var part = 0; part < parts; part++)
            {
                var form = forms.FormOf(text.AsSpan(starts[part]..ends[part]));
                if (form.Term.Length == 0)
                {
                    continue;
                }

                into.Add(new Word(form, position, starts[part], ends[part], false));
                if (part == 0 && parts > 1 && i - all <= LongestWord)
                {
                    into.Add(new Word(Joined(forms, text, starts[..parts], ends[..parts]), position, all, i, true));
                }

                position++;
            }
        }

        return position;
    }

    /// <summary>The words of a text.</summary>
    public static List<Word> Split(string text)
    {
        var words = new List<Word>();
        Split(text, words);
        return words;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)] // asked for every letter of a record
    internal static bool IsWordChar(char c) => c < 128 ? char.IsAsciiLetterOrDigit(c) : IsWordCharBeyondAscii(c);

    private static bool IsWordCharBeyondAscii(char c) => char.IsLetterOrDigit(c) || c is >= '\u0300' and <= '\u036F';

    private static WordForm Joined(WordForms forms, string text, ReadOnlySpan<int> starts, ReadOnlySpan<int> ends)
    {
        Span<char> joined = stackalloc char[LongestWord];
        var length = 0;
        for (var part = 0; part < starts.Length; part++)
        {
            var piece = text.AsSpan(starts[part]..ends[part]);
            piece.CopyTo(joined[length..]);
            length += piece.Length;
        }

        return forms.FormOf(joined[..length]);
    }

    private static int EndOfRun(string text, int i)
    {
        while (i < text.Length)
        {
            while (i < text.Length && IsWordChar(text[i]))
            {
                i++;
            }

            if (i == text.Length || !IsDecimalPoint(text, i))
            {
                break;
            }

            i++;
        }

        return i;
    }

    private static bool IsDecimalPoint(string text, int i) =>
        text[i] == '.' && i > 0 && i + 1 < text.Length && char.IsAsciiDigit(text[i - 1]) && char.IsAsciiDigit(text[i + 1]);

    private static bool IsJoint(string text, int i) =>
        i + 1 < text.Length && text[i] is '-' or '\u2010' or '\u2011' or '\'' or '’' && i + 1 < text.Length && IsWordChar(text[i + 1]);

    private static bool IsPossessive(string text, int i) =>
        i + 1 < text.Length && text[i] is '\'' or '’' && i + 1 < text.Length && text[i + 1] is 's' or 'S' && (i + 2 == text.Length || i + 2 < text.Length && !IsWordChar(text[i + 2]));
}
