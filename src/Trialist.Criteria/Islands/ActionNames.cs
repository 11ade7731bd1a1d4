using Trialist.Criteria.Vocabulary;

namespace Trialist.Criteria.Islands;

/// <summary>Short names of what is done at enrolment, in the words of the text: "compliance with protocol", "highly effective contraception".</summary>
internal static class ActionNames
{
    private const int LongestName = 9;

    /// <summary>"able to swim"</summary>
    private const int ShortestAction = 12;

    private static readonly string[] Complying = ["comply", "complying", "compliance", "compliant"];

    private static readonly HashSet<string> Stops = new(StringComparer.Ordinal)
    {
        "and", "or", "during", "for", "throughout", "as", "including", "in", "while", "until", "over", "by", "such", "that", "which", "if", "at",
        "who", "based", "within", "after", "before", "prior", "from", "per", "according",
    };

    private static readonly HashSet<string> Unsaid = new(StringComparer.Ordinal) { "the", "a", "an", "all", "any", "this", "that", "these", "those", "his", "her", "their", "its", "your", "each", "every", "to" };

    private static readonly HashSet<string> Manners = new(StringComparer.Ordinal)
    {
        "highly", "effective", "adequate", "acceptable", "medically", "accepted", "approved", "appropriate", "reliable", "barrier", "double",
        "double-barrier", "double-barriers", "hormonal", "oral", "recognized", "proven", "efficient", "suitable", "clinically", "very", "fda", "mechanical", "non-hormonal",
    };

    /// <summary>The name of an action that the words describe.</summary>
    /// <param name="words">The words of the action in lower case.</param>
    /// <param name="denied">True where they say that it is not done; the name says what is denied.</param>
    public static string Of(string words, bool denied)
    {
        words = words.Length > ShortestAction ? WithoutWhen(words) : words;
        if (denied)
        {
            var verb = words.IndexOf(" to ", StringComparison.Ordinal);
            var ability = words.Contains("unable", StringComparison.Ordinal) || words.Contains("inab", StringComparison.Ordinal) || words.Contains("able ", StringComparison.Ordinal) || words.StartsWith("cannot", StringComparison.Ordinal);
            return verb > 0 ? (ability ? "able to " : words.StartsWith("fail", StringComparison.Ordinal) ? "" : "willing to ") + Plain(words[(verb + 4)..])
                : words.IndexOf(' ', StringComparison.Ordinal) is > 0 and var blank ? words[(blank + 1)..] : words;
        }

        foreach (var (written, said) in (ReadOnlySpan<(string, string)>)[("willingness to ", "willing to "), ("willingness of ", "willing to "), ("ability to ", "able to "), ("capable of ", "able to "), ("agreement to ", "willing to "), ("agrees to ", "willing to "), ("agree to ", "willing to "), ("must agree to ", "willing to "), ("must be willing to ", "willing to "), ("must be able to ", "able to "), ("be able to ", "able to "), ("commitment to ", "commit to ")])
        {
            if (words.StartsWith(written, StringComparison.Ordinal))
            {
                return said + Plain(words[written.Length..]);
            }
        }

        return Plain(words);
    }

    private static readonly PhraseList Medicines = new("medic", "tablet", "capsule", "pill", "drug", "oral", "stud", "treatment", "product", "formulation", "agent", "dose", "dosage", "compound", "therap", "investigational");

    private static readonly HashSet<string> HowSwallowed = new(StringComparer.Ordinal) { "whole", "well", "intact", "due", "because", "with", "without", "or", "and", "in", "for", "at", "as", "by", "on", "is", "are", "must", "will", "may" };

    /// <summary>"string test" of "unable to swallow the string test": what is swallowed and is no medicine; null where it is one, or nothing is named.</summary>
    /// <param name="words">The words of the action in lower case.</param>
    public static string? SwallowedThing(string words)
    {
        const string verb = "swallow ";
        if (words.IndexOf(verb, StringComparison.Ordinal) is not (>= 0 and var at))
        {
            return null;
        }

        var thing = Plain(words[(at + verb.Length)..]);
        var first = thing.IndexOf(' ', StringComparison.Ordinal) is > 0 and var blank ? thing[..blank] : thing;
        return first.Length == 0 || !char.IsLetter(first[0]) || HowSwallowed.Contains(first) || first.EndsWith("ly", StringComparison.Ordinal) || Medicines.OccursIn(thing) ? null : thing;
    }

    /// <summary>True where nothing but condoms is to be used, however long.</summary>
    public static bool UsesCondoms(string words) => words.Contains("condom", StringComparison.Ordinal) && (words.Length > ShortestAction ? WithoutWhen(words) : words) is var what && (what.EndsWith(" use condoms", StringComparison.Ordinal) || what.EndsWith(" use a condom", StringComparison.Ordinal) || what.EndsWith(" use condom", StringComparison.Ordinal));

    private static readonly string[] Whens = [", ", " upon ", " during ", " throughout ", " for the duration", " for duration", " for at least", " within ", " prior to ", " until ", " while "];

    // "willing to receive the vaccine upon enrolment": when and how long is no part of the name.
    private static string WithoutWhen(string words)
    {
        if (words.IndexOf(" (", ShortestAction, StringComparison.Ordinal) is > 0 and var open)
        {
            var close = words.IndexOf(')', open);
            words = close < 0 ? words[..open] : words[..open] + words[(close + 1)..];
        }

        foreach (var when in Whens)
        {
            words = words.IndexOf(when, ShortestAction, StringComparison.Ordinal) is > 0 and var cut ? words[..cut] : words;
        }

        return words;
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
        if (verb < 0 && Array.FindIndex(parts, part => part is "follow" or "following") is >= 0 and var follow && TakeName(parts, follow + 1) is "protocol" or "study protocol" or "trial protocol")
        {
            // "able to follow the protocol"
            return $"compliance with {TakeName(parts, follow + 1)}";
        }

        if (verb >= 0 && verb + 2 < parts.Length && parts[verb + 1] == "in" && parts[verb + 2] is "taking" && TakeName(parts, verb + 3) is { Length: > 0 } taken)
        {
            // "non-compliance in taking medication"
            return $"compliance with {Singulars.Of(taken)}";
        }

        if (verb >= 0 && Array.IndexOf(parts, "with", verb) is > 0 and var with && with - verb <= 2)
        {
            var asked = TakeName(parts, with + 1);
            var what = WithoutDemands(asked);
            what = what is "study" or "trial" ? $"{what} {(asked == what ? "procedures" : "requirements")}" : what;
            return what.Length == 0 ? "compliance" : $"compliance with {what}";
        }

        if (Adhering(parts) is > 0 and var to)
        {
            var what = WithoutDemands(TakeName(parts, to));
            return what.Length == 0 ? null : $"adherence to {what}";
        }

        if (words.Contains("communicat", StringComparison.Ordinal) && verb < 0)
        {
            return null;
        }

        return verb >= 0 || words.Contains("complet", StringComparison.Ordinal) || words.Contains("adhere", StringComparison.Ordinal) || words.Replace("be followed", "", StringComparison.Ordinal).Contains("follow", StringComparison.Ordinal) ? "compliance with study procedures" : null;
    }

    // Past "adhere to" and "adherence to the"; 0 where nobody adheres to anything.
    private static int Adhering(string[] parts) => Array.FindIndex(parts, part => part is "adhere" or "adheres" or "adhering" or "adherence") is >= 0 and var adhere && adhere + 1 < parts.Length && parts[adhere + 1] == "to" ? adhere + 2 : 0;

    private static readonly string[] Apart = ["visit", "follow-up", "followup", "schedule", "treatment", "medication", "dosing", "diet", "diary", "test", "assessment", "examination"];

    /// <summary>All that is complied with, each by itself: "scheduled visits" and "study procedures" of "scheduled visits and study procedures"; none where it is one.</summary>
    public static IReadOnlyList<string> Compliances(string words)
    {
        var parts = words.Split(' ');
        var verb = Array.FindIndex(parts, part => Array.IndexOf(Complying, part) >= 0);
        var with = verb < 0 ? -1 : Array.IndexOf(parts, "with", verb);
        var adhere = Adhering(parts);
        var from = adhere > 0 ? adhere : with < 0 || with - verb > 2 ? -1 : with + 1;
        if (from < 0)
        {
            return [];
        }

        var members = Members(parts, from);
        if (members.Count < 2)
        {
            return [];
        }

        var manner = adhere > 0 ? "adherence to " : "compliance with ";
        return members.Exists(member => Array.Exists(Apart, word => member.Contains(word, StringComparison.Ordinal)))
            ? members.ConvertAll(member => manner + WithoutDemands(member))
            : members.Count == 2 && members.TrueForAll(member => Abstract.Contains(member[(member.LastIndexOf(' ') + 1)..])) ? [$"{manner}{members[0]} and {members[1]}"] : [];
    }

    private static readonly HashSet<string> Abstract = new(StringComparer.Ordinal) { "procedures", "requirements", "restrictions", "instructions" };

    // "scheduled visits, treatment plan and other study procedures"; "study and follow-up procedures" share their noun. None where one of them is no demand.
    private static List<string> Members(string[] parts, int from)
    {
        var members = new List<string>();
        var member = new List<string>();
        var shares = false;
        for (var i = from; i <= parts.Length; i++)
        {
            var word = i < parts.Length ? parts[i].Trim(',', ';', '.', ')') : "";
            var ends = i == parts.Length || (word is "of" && member.Count > 0 && Demanded.Contains(Singulars.Of(member[^1]))) || (word is not ("and" or "or" or "and/or") && Stops.Contains(word));
            if (!ends && word is not ("and" or "or" or "and/or"))
            {
                if (!Unsaid.Contains(word) && word.Length > 0)
                {
                    member.Add(word);
                }

                if (parts[i][^1] is not (',' or ';' or '.' or ')'))
                {
                    continue;
                }

                ends = parts[i][^1] is not ',';
            }

            if (member.Count > 0)
            {
                var demanded = Demanded.Contains(Singulars.Of(member[^1]));
                if (member.Count > MostOfFurther || (!demanded && (members.Count > 0 || member is not ["study" or "trial" or "protocol"])))
                {
                    return [];
                }

                shares |= !demanded;
                members.Add(string.Join(' ', member));
                member.Clear();
            }

            if (ends || members.Count > MostDemands)
            {
                break;
            }
        }

        if (shares && members.Count == 2)
        {
            members[0] += members[1][members[1].LastIndexOf(' ')..];
        }

        return shares && members.Count != 2 ? [] : members;
    }

    /// <summary>A longer list tells of something else.</summary>
    private const int MostDemands = 8;

    /// <summary>A longer phrase tells of something else.</summary>
    private const int MostOfFurther = 5;

    private static readonly HashSet<string> Demanded = new(StringComparer.Ordinal)
    {
        "visit", "procedure", "schedule", "requirement", "restriction", "test", "assessment", "evaluation", "protocol", "regimen", "treatment", "follow-up", "instruction", "medication", "diary", "examination", "guideline", "plan", "monitoring", "evaluations", "limitation", "questionnaire", "rule", "lifestyle",
    };

    private static readonly string[] Understood = ["understand ", "understands ", "understanding ", "understood "];

    private static readonly string[] OfStudy = ["the study", "this study", "the trial", "this trial"];

    /// <summary>What is understood before consent is given: "understanding of informed consent"; null where the words speak of no understanding.</summary>
    public static string? Understanding(string words)
    {
        foreach (var verb in Understood)
        {
            if (words.IndexOf(verb, StringComparison.Ordinal) is >= 0 and var place && (place == 0 || words[place - 1] == ' '))
            {
                var what = words[(place + verb.Length)..];
                foreach (var study in OfStudy)
                {
                    if (what.IndexOf(study, StringComparison.Ordinal) is >= 0 and var said && what.IndexOf("consent", StringComparison.Ordinal) is var asked && (asked < 0 || said < asked))
                    {
                        return $"understanding of the {study[(study.IndexOf(' ', StringComparison.Ordinal) + 1)..]}";
                    }
                }

                return what.Contains("consent", StringComparison.Ordinal) ? "understanding of informed consent" : null;
            }
        }

        return null;
    }

    /// <summary>"understanding of study requirements" of "understand and comply with the requirements of the study"; null where nothing is understood beside what is done.</summary>
    public static string? UnderstandsToo(string words)
    {
        if (words.IndexOf("understand and ", StringComparison.Ordinal) is not (>= 0 and var place) || (place > 0 && words[place - 1] != ' '))
        {
            return null;
        }

        var of = words.Contains("protocol", StringComparison.Ordinal) ? "protocol" : "study";
        return words.Contains("requirement", StringComparison.Ordinal) ? $"understanding of {of} requirements" : words.Contains("procedure", StringComparison.Ordinal) ? $"understanding of {of} procedures" : of == "protocol" ? "understanding of protocol" : null;
    }

    /// <summary>True where consent was given and is taken back.</summary>
    public static bool WithdrawsConsent(string words) => words.StartsWith("withdr", StringComparison.Ordinal) && words.Contains("consent", StringComparison.Ordinal);

    /// <summary>What taking part of one's own will is called.</summary>
    public const string OfOwnWill = "voluntary participation";

    private static readonly PhraseList TakingPart = new(
        "voluntarily participate", "voluntarily participates", "voluntarily participated", "voluntarily participating", "voluntary participation", "participate voluntarily", "participates voluntarily", "participated voluntarily",
        "voluntarily join", "voluntarily joins", "voluntarily joined", "voluntarily take part", "voluntarily takes part", "voluntarily took part", "voluntarily enroll", "voluntarily enrolled", "volunteer to participate", "volunteers to participate", "volunteered to participate", "volunteer to take part", "volunteered to take part");

    /// <summary>"voluntary participation" where the words ask for it as such; null where they do not.</summary>
    public static string? Voluntary(string words) => words.Contains("volunt", StringComparison.Ordinal) && TakingPart.OccursIn(words) ? OfOwnWill : null;

    // "the requirements of the study protocol": what they are of.
    private static string WithoutDemands(string what)
    {
        foreach (var demands in (ReadOnlySpan<string>)["requirements of ", "requirement of ", "demands of ", "conditions of ", "terms of ", "provisions of "])
        {
            what = what.StartsWith(demands, StringComparison.Ordinal) ? what[demands.Length..] : what;
        }

        return what;
    }

    /// <summary>True for "method" and the like, in lower case.</summary>
    public static bool NamesWay(string word) => Ways.Contains(word);

    private static readonly HashSet<string> Ways = new(StringComparer.Ordinal) { "method", "methods", "method(s)", "form", "forms", "form(s)", "means", "measure", "measures", "measure(s)", "type", "types" };

    /// <summary>The kind of contraception that is spoken of, or just that.</summary>
    public static string Contraception(string words)
    {
        var parts = words.Split([' ', ',', ';', '/'], StringSplitOptions.RemoveEmptyEntries).Select(part => part.EndsWith("(s)", StringComparison.Ordinal) ? part : part.Trim('(', ')')).ToArray();
        var noun = Array.FindIndex(parts, part => part.StartsWith("contracepti", StringComparison.Ordinal) || part is "birth");
        if (noun < 0)
        {
            return "contraception";
        }

        var end = parts[noun] == "birth" ? noun + 2 : noun + 1;
        var from = noun;
        var method = from > 1 && parts[from - 1] is "of" or "for" && Ways.Contains(parts[from - 2]);
        from -= method ? 2 : 0;
        var manners = from;
        while (manners > 0 && Manners.Contains(parts[manners - 1]))
        {
            manners--;
        }

        var how = manners < from ? string.Join(' ', parts[manners..from]) + " " : "";
        // "an effective contraceptive method" is effective contraception, which is the term; "an acceptable form of birth control" is birth control still.
        var keeps = !method || (parts[from].StartsWith("form", StringComparison.Ordinal) && !how.Contains("effective", StringComparison.Ordinal));
        return method || parts[noun] != "birth" || end >= parts.Length || parts[end] is not ("method" or "methods")
            ? how + (parts[noun] == "birth" && keeps ? "birth control" : "contraception")
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

    private static string Plain(string words) => WithoutOpenEnd(string.Join(' ', words.Split(' ').Where(word => !Unsaid.Contains(word) || word == "to")));

    // "discontinue antihistamines for": a name ends with a word of its own.
    private static string WithoutOpenEnd(string words)
    {
        while (words.LastIndexOf(' ') is > 0 and var last && words[(last + 1)..] is "for" or "within" or "at" or "in" or "of" or "with" or "from" or "during")
        {
            words = words[..last];
        }

        return words;
    }
}
