using System.Collections.Frozen;
using Trialist.Criteria.Vocabulary;

namespace Trialist.Criteria.Islands;

/// <summary>Those who do a study, and their families, where a criterion names nobody else: "the investigator, site staff or their relatives".</summary>
internal static class StaffList
{
    /// <summary>A longer text tells of something else.</summary>
    private const int Longest = 300;

    private static readonly PhraseList Any = new("investigator", "staff", "personnel", "employee", "coordinator", "co-ordinator");
    private static readonly FrozenSet<string> Who = KindsOfWords.Actions.Of("staff");
    private static readonly FrozenSet<string> Family = KindsOfWords.Actions.Of("staff-family");
    private static readonly FrozenSet<string> Beside = KindsOfWords.Actions.Of("staff-beside");
    private static readonly FrozenSet<string> Idle = KindsOfWords.Actions.Of("staff-idle");
    private static readonly string[] Tails = [.. KindsOfWords.Actions.Of("staff-tail")];

    /// <summary>The members, in the singular; null where the words say anything else.</summary>
    public static IReadOnlyList<string>? Members(ReadOnlySpan<char> words)
    {
        if (words.Length > Longest || !Any.OccursIn(words))
        {
            return null;
        }

        var said = SpelledWords.Of(words).TrimEnd('.', ' ');
        foreach (var tail in Tails)
        {
            said = said.IndexOf($" {tail}", StringComparison.Ordinal) is > 0 and var cut ? said[..cut] : said;
        }

        var members = new List<string>();
        foreach (var part in said.Replace(" and/or ", ",", StringComparison.Ordinal).Replace(" as well as ", ",", StringComparison.Ordinal).Replace(" or ", ",", StringComparison.Ordinal).Replace(" and ", ",", StringComparison.Ordinal).Split([',', ';', '/', '(', ')'], StringSplitOptions.RemoveEmptyEntries))
        {
            if (NameOf(part, members) is not { } name)
            {
                return null;
            }

            if (name.Length > 0 && !members.Contains(name))
            {
                members.Add(name);
            }
        }

        return members.Count > 0 ? members : null;
    }

    // "employees of the sponsor"; "their relatives" are those of whoever is named first. Empty where the words only open the list; null where they say anything else.
    private static string? NameOf(string part, List<string> before)
    {
        var kept = new List<string>();
        var (who, owned) = (false, false);
        foreach (var word in part.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            var one = word is "children" ? "child" : word is "families" ? "family" : word is "spouses" ? "spouse" : word is "nurses" ? "nurse" : word is "staff" or "personnel" ? word : word.EndsWith("'s", StringComparison.Ordinal) ? word[..^2] : Singulars.Of(word);
            owned |= word is "their" or "his" or "her";
            if (Idle.Contains(word) || Idle.Contains(one))
            {
                continue;
            }

            if (!Who.Contains(one) && !Family.Contains(one) && !Beside.Contains(one))
            {
                return null;
            }

            who |= Who.Contains(one) || Family.Contains(one);
            kept.Add(one);
        }

        while (kept.Count > 0 && kept[0] is "of")
        {
            kept.RemoveAt(0);
        }

        if (kept.Count == 0)
        {
            return "";
        }

        var name = string.Join(' ', kept);
        return !who || (owned && before.Count == 0) ? null : owned && !name.Contains(" of ", StringComparison.Ordinal) ? $"{name} of {before[0]}" : name;
    }
}
