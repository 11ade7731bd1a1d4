namespace Trialist.Criteria.Islands;

/// <summary>Short names of what is done at enrolment, in the words of the text: "compliance with protocol", "highly effective contraception".</summary>
internal static class ActionNames
{
    private const int LongestName = 9;

    private static readonly string[] Complying = ["comply", "complying", "compliance", "compliant"];

    private static readonly HashSet<string> Stops = new(StringComparer.Ordinal)
    {
        "and", "or", "during", "for", "throughout", "as", "including", "in", "while", "until", "over", "by", "such", "that", "which", "if", "at",
        "who", "within", "after", "before", "prior", "from", "per", "according",
    };

    private static readonly HashSet<string> Unsaid = new(StringComparer.Ordinal) { "the", "a", "an", "all", "any", "this", "that", "these", "those", "his", "her", "their", "its", "your", "each", "every", "to" };

    private static readonly HashSet<string> Manners = new(StringComparer.Ordinal)
    {
        "highly", "effective", "adequate", "acceptable", "medically", "accepted", "approved", "appropriate", "reliable", "barrier", "double",
        "double-barrier", "hormonal", "oral", "recognized", "proven", "efficient", "suitable", "clinically", "very", "mechanical", "non-hormonal",
    };

    /// <summary>The name of an action that the words describe.</summary>
    /// <param name="words">The words of the action in lower case.</param>
    /// <param name="denied">True where they say that it is not done; the name says what is denied.</param>
    public static string Of(string words, bool denied)
    {
        if (denied)
        {
            var verb = words.IndexOf(" to ", StringComparison.Ordinal);
            var ability = words.Contains("unable", StringComparison.Ordinal) || words.Contains("inab", StringComparison.Ordinal) || words.Contains("able ", StringComparison.Ordinal) || words.StartsWith("cannot", StringComparison.Ordinal);
            return verb > 0 ? (ability ? "able to " : words.StartsWith("fail", StringComparison.Ordinal) ? "" : "willing to ") + Plain(words[(verb + 4)..])
                : words.IndexOf(' ', StringComparison.Ordinal) is > 0 and var blank ? words[(blank + 1)..] : words;
        }

        foreach (var (written, said) in (ReadOnlySpan<(string, string)>)[("willingness to ", "willing to "), ("willingness of ", "willing to "), ("ability to ", "able to "), ("capable of ", "able to "), ("agreement to ", "agree to "), ("agrees to ", "agree to "), ("commitment to ", "commit to ")])
        {
            if (words.StartsWith(written, StringComparison.Ordinal))
            {
                return said + Plain(words[written.Length..]);
            }
        }

        return Plain(words);
    }

    /// <summary>What is complied with: "compliance with study procedures"; null where the words speak of nothing of the kind.</summary>
    public static string? Compliance(string words)
    {
        if ((words.StartsWith("availab", StringComparison.Ordinal) || words.StartsWith("be available", StringComparison.Ordinal) || words.StartsWith("must be available", StringComparison.Ordinal)) && !words.Contains("compli", StringComparison.Ordinal) && !words.Contains("comply", StringComparison.Ordinal))
        {
            return "availability";
        }

        var parts = words.Split(' ');
        var verb = Array.FindIndex(parts, part => Array.IndexOf(Complying, part) >= 0);
        if (verb >= 0 && Array.IndexOf(parts, "with", verb) is > 0 and var with && with - verb <= 2)
        {
            var what = TakeName(parts, with + 1);
            return what.Length == 0 ? "compliance" : $"compliance with {what}";
        }

        if (Array.IndexOf(parts, "adhere") is >= 0 and var adhere && adhere + 1 < parts.Length && parts[adhere + 1] == "to")
        {
            var what = TakeName(parts, adhere + 2);
            return what.Length == 0 ? null : $"willing to adhere to {what}";
        }

        if (words.Contains("communicat", StringComparison.Ordinal) && verb < 0)
        {
            return null;
        }

        return verb >= 0 || words.Contains("complet", StringComparison.Ordinal) || words.Contains("adhere", StringComparison.Ordinal) || words.Contains("follow", StringComparison.Ordinal) ? "compliance with study procedures" : null;
    }

    /// <summary>The kind of contraception that is spoken of, or just that.</summary>
    public static string Contraception(string words)
    {
        var parts = words.Split([' ', ',', '(', ')', ';'], StringSplitOptions.RemoveEmptyEntries);
        var noun = Array.FindIndex(parts, part => part.StartsWith("contracepti", StringComparison.Ordinal) || part is "birth");
        if (noun < 0)
        {
            return "contraception";
        }

        var end = parts[noun] == "birth" ? noun + 2 : noun + 1;
        var from = noun;
        var method = from > 1 && parts[from - 1] == "of" && parts[from - 2] is "method" or "methods" or "form" or "forms" or "means" or "measures" or "type";
        from -= method ? 2 : 0;
        var manners = from;
        while (manners > 0 && Manners.Contains(parts[manners - 1]))
        {
            manners--;
        }

        var how = manners < from ? string.Join(' ', parts[manners..from]) + " " : "";
        return method || end >= parts.Length || parts[end] is not ("method" or "methods" or "measure" or "measures")
            ? how + (parts[noun] == "birth" && !method ? "birth control" : "contraception")
            : how + string.Join(' ', parts[noun..end]) + " " + Singulars.Of(parts[end]);
    }

    private static string TakeName(string[] parts, int from)
    {
        var to = from;
        while (to < parts.Length && to - from < LongestName && !Stops.Contains(parts[to].TrimEnd(',', ';', '.')))
        {
            to++;
            if (parts[to - 1][^1] is ',' or ';' or '.' or ')')
            {
                break;
            }
        }

        return Plain(string.Join(' ', parts[from..to]).TrimEnd(',', ';', '.', ')'));
    }

    private static string Plain(string words) => string.Join(' ', words.Split(' ').Where(word => !Unsaid.Contains(word) || word == "to"));
}
