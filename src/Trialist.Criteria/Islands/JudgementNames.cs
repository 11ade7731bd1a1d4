namespace Trialist.Criteria.Islands;

/// <summary>Short names of what a person judges, in the words of the text: who judges, and of whom, is not said again.</summary>
internal static class JudgementNames
{
    /// <summary>So many words of a judgement make its name.</summary>
    private const int LongestName = 12;

    private static readonly string[] Judges =
    [
        "in the opinion of the principal investigator", "in the opinion of the investigators", "in the opinion of the investigator",
        "in the opinion of investigators", "in the opinion of the treating physician", "in the opinion of the study physician",
        "in the investigator's opinion", "in the investigators' opinion", "in the investigator’s opinion", "in the judgment of the investigator",
        "in the judgement of the investigator", "in the investigator's judgment", "in the investigator's judgement",
        "according to the judgment of the investigators", "according to the judgment of the investigator",
        "according to the judgement of the investigator", "according to the investigator's judgment", "as judged by the investigators",
        "as judged by the investigator",
        "as determined by the investigator", "as assessed by the investigator", "as deemed by the investigator", "as considered by the investigator",
        "judged by the investigators", "judged by the investigator", "determined by the investigator", "deemed by the investigator",
        "considered by the investigator", "at the discretion of the investigator", "at the investigator's discretion",
        "based on the investigator's judgment", "based on the judgment of the investigator", "per investigator judgment",
        "per the investigator's judgment",
        "the investigators judged", "the investigator judged", "the investigator believes", "the investigator considers", "the investigator thinks",
        "the investigator feels", "the investigator determines",
    ];

    private static readonly HashSet<string> Owners = new(StringComparer.Ordinal)
    {
        "the", "a", "an", "subject's", "subjects'", "subject’s", "patient's", "patients'", "patient’s", "participant's", "participants'",
        "participant’s", "their", "his", "her", "his/her",
    };

    private static readonly HashSet<string> Openings = new(StringComparer.Ordinal) { "that", "which", "who", "whom", "and", "or", "is", "are", "was", "were", "to", "it", "has", "have", "if", "any" };

    private static readonly string[] Ends = [" in this study", " in the study", " in study", " in this trial", " in the trial", " in trial", " in clinical trial", " for this study", " for the study"];

    // "… of the investigators or the sponsor, may affect": whoever else judges is not part of it.
    private static string WithoutOthers(string words)
    {
        var start = 0;
        while (start < words.Length && char.IsLetter(words[start]))
        {
            start++;
        }

        var rest = words[start..].TrimStart();
        var comma = rest.IndexOf(',', StringComparison.Ordinal);
        return (comma > 0 && (rest.StartsWith("or ", StringComparison.Ordinal) || rest.StartsWith("and ", StringComparison.Ordinal)) && rest.AsSpan(0, comma).Count(' ') <= MostOthers ? rest[comma..] : rest).TrimStart(' ', ',', ':', '/');
    }

    /// <summary>"or the medical monitor of the sponsor"</summary>
    private const int MostOthers = 7;

    private static readonly HashSet<string> Loose = new(StringComparer.Ordinal)
    {
        "or", "and", "and/or", "of", "with", "to", "in", "on", "for", "which", "that", "may", "might", "at", "by", "as", "such", "including", "from", "be", "any", "other", "eg", "e.g", "i.e",
    };

    // A name that was cut short ends with a word of its own, and before a bracket that is not closed.
    private static string Whole(string name)
    {
        var open = name.LastIndexOf('(');
        name = open > 0 && !name.AsSpan(open).Contains(')') ? name[..open].TrimEnd() : name;
        while (name.LastIndexOf(' ') is > 0 and var last && Loose.Contains(name[(last + 1)..].Trim('(', ',', '.', ';', ':')))
        {
            name = name[..last].TrimEnd(' ', ',', ';', ':');
        }

        return name;
    }

    /// <summary>The name of what the words, in lower case, say that a person judges.</summary>
    public static string Of(string words)
    {
        var rest = words;
        foreach (var judge in Judges)
        {
            var place = rest.IndexOf(judge, StringComparison.Ordinal);
            if (place == 0 || (place > 0 && rest[place - 1] == ' '))
            {
                rest = $"{rest[..place].TrimEnd(' ', ',')} {WithoutOthers(rest[(place + judge.Length)..])}".Trim();
                break;
            }
        }

        var parts = rest.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var from = 0;
        while (from < parts.Length - 1 && Openings.Contains(parts[from].TrimEnd(',')))
        {
            from++;
        }

        var name = string.Join(' ', parts[from..].Where(part => !Owners.Contains(part)).Take(LongestName)).TrimEnd(',', ';', '.');
        name = Whole(name);
        foreach (var end in Ends)
        {
            name = name.EndsWith(end, StringComparison.Ordinal) && name.Length > end.Length ? name[..^end.Length] : name;
        }

        return name.Length == 0 ? words : name;
    }
}
