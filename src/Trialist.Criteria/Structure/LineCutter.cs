using System.Buffers;
using Trialist.Criteria.Vocabulary;

namespace Trialist.Criteria.Structure;

/// <summary>Cuts lines that hold more than one thing: a heading with words after it, "1. … 2. …" in one line.</summary>
internal static class LineCutter
{
    private static readonly SearchValues<char> Marks = SearchValues.Create(" *-•\t#\\");

    private static readonly PhraseList Named = new("clusion"); // inclusion and exclusion

    private const int LongestInlineHeading = 90;
    private const int FewestRunOnItems = 2;

    public static List<SourceLine> Cut(string text, List<SourceLine> lines)
    {
        var cut = new List<SourceLine>(lines.Count);
        foreach (var line in lines)
        {
            if (line.IsBlank)
            {
                cut.Add(line);
                continue;
            }

            CutHeadings(text, line, cut);
        }

        return cut;
    }

    // "Inclusion Criteria: Age > 18 … Exclusion Criteria: Pregnancy"
    private static void CutHeadings(string text, SourceLine line, List<SourceLine> cut)
    {
        var from = line.Start;
        var at = line.Start;
        while (at < line.End)
        {
            var word = NextHeadingWord(text, at, line.End);
            if (word < 0)
            {
                break;
            }

            at = word + 1;
            var start = HeadingStart(text, from, word);
            var end = HeadingEnd(text, word, line.End);
            if (end < 0 || end - start > LongestInlineHeading || (end == line.End && start == line.Start) || Headings.SectionOf(text.AsSpan(start, end - start)) is null)
            {
                continue;
            }

            // In the middle of a sentence "inclusion criteria:" opens nothing.
            if (start > line.Start && !EndsSentence(text, start))
            {
                continue;
            }

            start = text.AsSpan(from, start - from).ContainsAnyExcept(Marks) ? start : from;
            CutItems(text, line, from, start, cut);
            cut.Add(Part(text, line, start, end));
            from = end;
            at = end;
        }

        CutItems(text, line, from, line.End, cut);
    }

    private static int NextHeadingWord(string text, int at, int end)
    {
        var inclusion = Named.IndexIn(text.AsSpan(at, end - at));
        var stop = inclusion < 0 ? end : at + inclusion;

        // "… Age 12 or more. Not for: pregnant women": a heading that lacks the word, before its colon.
        for (var colon = text.IndexOf(':', at, stop - at); colon >= 0; colon = text.IndexOf(':', colon + 1, stop - colon - 1))
        {
            var start = HeadingStart(text, at, colon);
            if (colon > start && ShortHeadings.Opens(text.AsSpan(start, colon - start)))
            {
                return colon;
            }
        }

        return inclusion < 0 ? -1 : stop;
    }

    private static int HeadingStart(string text, int from, int word)
    {
        // Back to the end of the sentence before.
        var at = word;
        while (at > from && text[at - 1] is not ('.' or ';' or ':' or ')') && word - at < LongestInlineHeading)
        {
            at--;
        }

        while (at < word && (char.IsWhiteSpace(text[at]) || text[at] is '-' or '*' or '•'))
        {
            at++;
        }

        return at;
    }

    private static int HeadingEnd(string text, int word, int end)
    {
        var stop = Math.Min(end, word + LongestInlineHeading);
        for (var at = word; at < stop; at++)
        {
            if (text[at] == ':')
            {
                return at + 1;
            }

            if (text[at] is '.' or ';' or ',')
            {
                return -1;
            }
        }

        return -1;
    }

    private static bool EndsSentence(string text, int start)
    {
        var at = start - 1;
        while (at >= 0 && (char.IsWhiteSpace(text[at]) || text[at] is '-' or '*' or '•' or '\\'))
        {
            at--;
        }

        return at < 0 || text[at] is '.' or ';' or ':' or ')' || char.IsUpper(text[start]);
    }

    private static void CutItems(string text, SourceLine line, int from, int end, List<SourceLine> cut)
    {
        var part = Part(text, line, from, end);
        if (part.IsBlank)
        {
            return;
        }

        var marker = MarkerReader.Read(text, part.Start, part.End);
        if (!marker.IsFirst && !(marker.Kind == MarkerKind.Number && marker.Number > 0))
        {
            CutDashes(text, line, part, marker, cut);
            return;
        }

        var at = part.Start;
        foreach (var start in RunOnStarts(text, part, marker))
        {
            cut.Add(Part(text, line, at, start));
            at = start;
        }

        cut.Add(Part(text, line, at, part.End));
    }

    /// <summary>Where the items 2, 3, … of a list begin that is written in one line.</summary>
    private static List<int> RunOnStarts(string text, SourceLine part, Marker first)
    {
        List<int> starts = [];
        var last = first;
        for (var at = first.End; at < part.End; at++)
        {
            if (!(char.IsAsciiDigit(text[at]) || text[at] is '(' or '\\') || !(char.IsWhiteSpace(text[at - 1]) || text[at - 1] is ';' or '.' or ')'))
            {
                continue;
            }

            var marker = MarkerReader.Read(text, at, part.End);
            if (!marker.IsMarked || !marker.Follows(last) || marker.End >= part.End || !CanBegin(text, at, marker))
            {
                continue;
            }

            starts.Add(at);
            last = marker;
            at = marker.End - 1;
        }

        return starts.Count + 1 >= FewestRunOnItems ? starts : [];
    }

    // A letter list inside a sentence ("either a) … or b) …") belongs to the sentence; a number list needs an end before it.
    private static bool CanBegin(string text, int at, Marker marker)
    {
        var before = at - 1;
        while (before > 0 && char.IsWhiteSpace(text[before]))
        {
            before--;
        }

        var ends = text[before] is '.' or ';' or ':' or ',' or ')';
        return marker.Kind == MarkerKind.Number && (ends || char.IsUpper(text[marker.End]) || text[marker.End] is '≥' or '≤' or '<' or '>');
    }

    // "- A - B - C": three or more dashes between blanks, each before a capital.
    private static void CutDashes(string text, SourceLine line, SourceLine part, Marker marker, List<SourceLine> cut)
    {
        if (marker.Kind == MarkerKind.Bullet)
        {
            var style = text[part.Start] == '\\' ? text[part.Start + 1] : text[part.Start];
            var starts = new List<int>();
            for (var at = marker.End; at + 2 < part.End; at++)
            {
                if (text[at] == style && text[at - 1] == ' ' && text[at + 1] == ' ' && char.IsUpper(text[at + 2]))
                {
                    starts.Add(at);
                }
            }

            if (starts.Count >= FewestRunOnItems)
            {
                var from = part.Start;
                foreach (var start in starts)
                {
                    cut.Add(Part(text, line, from, start));
                    from = start;
                }

                cut.Add(Part(text, line, from, part.End));
                return;
            }
        }

        cut.Add(part);
    }

    private static SourceLine Part(string text, SourceLine line, int start, int end)
    {
        var part = SourceLine.Of(text, start, end);
        return part with { Indent = line.Indent, Width = line.Width };
    }
}
