namespace Trialist.Criteria.Islands;

/// <summary>Short names of what a person judges, in the words of the text: who judges, and of whom, is not said again.</summary>
internal static partial class JudgementNames
{
    /// <summary>So many words of a judgement make its name.</summary>
    private const int LongestName = 12;

    private static readonly HashSet<string> Owners = new(StringComparer.Ordinal)
    {
        "the", "a", "an", "subject's", "subjects'", "subject’s", "patient's", "patients'", "patient’s", "participant's", "participants'",
        "participant’s", "their", "his", "her", "his/her", "her/his",
    };

    private static readonly HashSet<string> Openings = new(StringComparer.Ordinal) { "that", "which", "who", "whom", "and", "or", "is", "are", "was", "were", "to", "it", "has", "have", "if", "any" };

    private static readonly string[] Ends = [" in this study", " in the study", " in study", " in this trial", " in the trial", " in trial", " in clinical trial", " for this study", " for the study", " on this trial", " on the trial", " on trial", " in this clinical study", " in this clinical trial", " in clinical study", " of this clinical study", " in this research", " in the clinical trial", " in the clinical study"];

    // "may constitute a safety risk": it is the risk that is judged.
    private static readonly string[] Constituting = ["may constitute ", "might constitute ", "could constitute ", "would constitute ", "may represent ", "might represent ", "could represent ", "would represent "];

    private static readonly string[] Whens = [" within past ", " within last ", " within previous ", " in past ", " in last ", " during study", " during trial",  " during course of ", " by participating"];

    private static readonly HashSet<string> Persons = new(StringComparer.Ordinal) { "subject", "subjects", "patient", "patients", "participant", "participants", "volunteer", "volunteers", "person", "persons", "individual", "individuals" };

    // "the ability of the volunteer to cooperate": whose it is goes without saying.
    private static string WithoutPerson(string name)
    {
        var of = name.IndexOf(" ability of ", StringComparison.Ordinal);
        if (of < 0)
        {
            return name;
        }

        var from = of + " ability of ".Length;
        var to = name.IndexOf(" to ", from, StringComparison.Ordinal);
        return to > from && Persons.Contains(name[from..to]) ? name[..(of + " ability".Length)] + name[to..] : name;
    }

    // "his or her participation"
    private static string OwnersAsOne(string words) => words.Replace("his or her ", "his/her ", StringComparison.Ordinal).Replace("her or his ", "his/her ", StringComparison.Ordinal);

    private static readonly HashSet<string> Hows = new(StringComparer.Ordinal) { "at", "within", "in", "on", "during", "based", "by", "before", "prior", "per", "until", "when", "due", "following", "using", "for", "after" };

    // "as judged by the investigator within the last 2 years", "… based on history": what follows is when and how.
    private static bool SaysHow(string rest) => !rest.Contains(" that ", StringComparison.Ordinal) && (rest.StartsWith('(') || Hows.Contains(rest.IndexOf(' ', StringComparison.Ordinal) is > 0 and var end ? rest[..end] : rest));

    // "… of the investigators or the sponsor, may affect": whoever else judges is not part of it.
    private static string WithoutOthers(string words)
    {
        var rest = words.TrimStart();
        var comma = rest.IndexOf(',', StringComparison.Ordinal);
        rest = (comma > 0 && (rest.StartsWith("or ", StringComparison.Ordinal) || rest.StartsWith("and ", StringComparison.Ordinal)) && rest.AsSpan(0, comma).Count(' ') <= MostOthers ? rest[comma..] : rest).TrimStart(' ', ',', ':', '/');
        return rest.StartsWith("of ", StringComparison.Ordinal) ? rest[3..] : rest; // "investigator determination of a safety concern"
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

    /// <summary>True for the name of a judgement that says no more than who judges: "as determined by the investigator".</summary>
    public static bool SaysOnlyWho(string name) => name.Split(' ') is var parts && JudgePhrases.Find(parts) is (0, var past) && past == parts.Length;

    /// <summary>The name of what the words, in lower case, say that a person judges.</summary>
    public static string Of(string words)
    {
        var parts = OwnersAsOne(words).Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (JudgePhrases.Find(parts) is var (first, past))
        {
            var rest = WithoutOthers(string.Join(' ', parts[past..]));
            if (first == 0 && (rest.Length == 0 || (parts[past - 1] is not ("be" or "to" or "as" or "that") && SaysHow(rest))))
            {
                return string.Join(' ', parts[..past]).TrimEnd(',', ';', '.');
            }

            parts = $"{string.Join(' ', parts[..first]).TrimEnd(' ', ',')} {rest}".Split(' ', StringSplitOptions.RemoveEmptyEntries);
        }

        var from = 0;
        while (from < parts.Length - 1 && Openings.Contains(parts[from].TrimEnd(',')))
        {
            from++;
        }

        var name = string.Join(' ', parts[from..].Where(part => !Owners.Contains(part)).Take(LongestName)).TrimEnd(',', ';', '.');
        name = Whole(WithoutPerson(name));
        foreach (var says in Constituting)
        {
            name = name.StartsWith(says, StringComparison.Ordinal) ? name[says.Length..] : name;
        }

        name = Plainer(name, from > 0 && Array.IndexOf(parts, "any", 0, from) >= 0);
        name = name.StartsWith("in good ", StringComparison.Ordinal) || name.StartsWith("in general good ", StringComparison.Ordinal) ? name[3..] : name;
        foreach (var when in Whens)
        {
            name = name.IndexOf(when, StringComparison.Ordinal) is > 0 and var cut ? name[..cut] : name;
        }

        foreach (var end in Ends)
        {
            name = name.EndsWith(end, StringComparison.Ordinal) && name.Length > end.Length ? name[..^end.Length] : name;
        }

        return name.Length == 0 ? words : name;
    }
}
