namespace Trialist.Registry.Differences;

/// <summary>Texts, line by line.</summary>
internal static class TextDifference
{
    private const int MostLines = 2_000; // the table of the comparison grows with the product of both; longer texts are told apart as wholes

    public static void Add(List<StudyChange> changes, string part, string what, string? before, string? after)
    {
        var then = Lines(before);
        var now = Lines(after);
        if (then.SequenceEqual(now, StringComparer.Ordinal))
        {
            return;
        }

        if (then.Count == 0 || now.Count == 0)
        {
            changes.Add(new StudyChange(part, then.Count == 0 ? $"{what} {Are(what)} now given." : $"{what} {Are(what)} no longer given."));
            return;
        }

        if (then.Count > MostLines || now.Count > MostLines)
        {
            changes.Add(new StudyChange(part, $"{what} changed."));
            return;
        }

        var lines = Compare(then, now);
        var added = lines.Count(line => line[0] == '+');
        var removed = lines.Count - added;
        changes.Add(new StudyChange(part, $"{what} changed: {Wording.Count(added, "line")} new, {Wording.Count(removed, "line")} gone.", lines.ToValueList()));
    }

    public static void AddTitles(List<StudyChange> changes, Study before, Study after)
    {
        Wording.AddValue(changes, "Title", "The title", Quoted(before.BriefTitle), Quoted(after.BriefTitle));
        Wording.AddValue(changes, "Title", "The official title", Quoted(before.OfficialTitle), Quoted(after.OfficialTitle));
        Wording.AddValue(changes, "Title", "The acronym", Quoted(before.Acronym), Quoted(after.Acronym));
    }

    private static string? Quoted(string? text) => string.IsNullOrEmpty(text) ? null : $"\"{text}\"";

    private static string Are(string what) => what.EndsWith('a') ? "are" : "is"; // "criteria"

    // Space at the ends, empty lines and escapes change nothing that anybody reads.
    private static List<string> Lines(string? text) =>
        MarkdownEscapes.Undo(text ?? "").ReplaceLineEndings("\n").Split('\n').Select(line => line.Trim()).Where(line => line.Length > 0).ToList();

    // The longest common subsequence, as textbooks have it; what is not in it went ("- ") or came ("+ ").
    private static List<string> Compare(List<string> then, List<string> now)
    {
        var longest = new int[then.Count + 1, now.Count + 1];
        for (var i = then.Count - 1; i >= 0; i--)
        {
            for (var j = now.Count - 1; j >= 0; j--)
            {
                longest[i, j] = then[i] == now[j] ? longest[i + 1, j + 1] + 1 : Math.Max(longest[i + 1, j], longest[i, j + 1]);
            }
        }

        var lines = new List<string>();
        int a = 0, b = 0;
        while (a < then.Count || b < now.Count)
        {
            if (a < then.Count && b < now.Count && then[a] == now[b])
            {
                (a, b) = (a + 1, b + 1);
            }
            else if (a < then.Count && (b == now.Count || longest[a + 1, b] >= longest[a, b + 1]))
            {
                lines.Add($"- {then[a++]}");
            }
            else
            {
                lines.Add($"+ {now[b++]}");
            }
        }

        return lines;
    }
}
