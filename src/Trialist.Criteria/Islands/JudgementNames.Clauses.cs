using System.Collections.Frozen;
using Trialist.Criteria.Vocabulary;

namespace Trialist.Criteria.Islands;

/// <content>Clauses of a judgement's name, said shorter: "condition placing patient at undue risk".</content>
internal static partial class JudgementNames
{
    private static readonly FrozenSet<string> Fitness = KindsOfWords.Judges.Of("fitness");
    private static readonly FrozenSet<string> Deeming = KindsOfWords.Judges.Of("verb");
    private static readonly FrozenSet<string> Making = KindsOfWords.Judges.Of("making");

    private static readonly HashSet<string> Nouns = new(StringComparer.Ordinal) { "condition", "disease", "disorder", "illness", "finding", "abnormality", "reason", "circumstance", "situation", "problem", "factor", "comorbidity", "issue" };

    private static readonly HashSet<string> Diseases = new(StringComparer.Ordinal) { "condition", "disease", "disorder", "illness", "abnormality", "comorbidity", "problem" };

    // Adjectives of anything at all: "any other medical condition".
    private static readonly HashSet<string> Loosely = new(StringComparer.Ordinal) { "any", "other", "another", "known", "medical", "or", "and", "clinical", "such", "and/or" };

    private static readonly string[] OfTheStudy = [" of study", " of trial", " of this study", " of this trial"];

    private static readonly string[] WhatOf = ["results", "result", "outcome", "outcomes", "objectives", "endpoints", "procedures", "assessments"];

    private static readonly (string Long, string Short)[] Shorter =
    [
        ("general good health", "good general health"), ("risk associated with study participation", "risk of study participation"), ("risks associated with study participation", "risk of study participation"),
        ("risk associated with participation", "risk of participation"), ("scope and possible consequences", "scope and consequences"), ("for participating in", "for participation in"), ("subject from participating", "participation"),
        ("patient from participating", "participation"), ("participant from participating", "participation"), ("subject to participate", "participation"),
    ];

    // "results of the study": "study results". Remarks in brackets, examples and plurals of general nouns go.
    private static string Tidied(string name)
    {
        foreach (var (longer, shorter) in Shorter)
        {
            name = name.Replace(longer, shorter, StringComparison.Ordinal);
        }

        foreach (var of in OfTheStudy)
        {
            foreach (var what in WhatOf)
            {
                if (name.EndsWith($" {what}{of}", StringComparison.Ordinal))
                {
                    name = $"{name[..^(what.Length + of.Length)]}{(of.EndsWith("trial", StringComparison.Ordinal) ? "trial" : "study")} {what}";
                }
            }
        }

        foreach (var cut in Tails)
        {
            name = name.IndexOf(cut, StringComparison.Ordinal) is > ShortestJudged and var tail ? name[..tail].TrimEnd(',', ' ') : name;
        }

        return name.Replace("(s)", "", StringComparison.Ordinal).Replace(", and ", " and ", StringComparison.Ordinal).Replace(", or ", " or ", StringComparison.Ordinal);
    }

    private const int ShortestJudged = 12;

    private static readonly string[] Tails = [" (", " such as ", " including ", ", e.g", " e.g.", ", in particular "];

    // Past "any other condition that", and whether more than that is said of it; 0 where no such noun opens the name.
    private static int Opener(List<string> parts, out bool narrowed)
    {
        narrowed = false;
        var noun = 0;
        while (noun < parts.Count && noun < LongestOpener && parts[noun] is not ("that" or "which" or "who") && Verbal(parts[noun]) == false)
        {
            noun++;
        }

        if (noun == 0 || noun >= parts.Count || !Nouns.Contains(parts[noun - 1].TrimEnd(',')))
        {
            return 0;
        }

        narrowed = parts.Take(noun).Any(word => !Loosely.Contains(word) && !Nouns.Contains(word.TrimEnd(',')));
        return noun;
    }

    private const int LongestOpener = 9;

    private static bool Verbal(string word) => word is "may" or "might" or "could" or "would" or "can" or "will" || (word.EndsWith("ing", StringComparison.Ordinal) && word is not "existing" and not "ongoing" and not "underlying" and not "finding");

    private static string Plainer(string name, bool saidAny)
    {
        name = Tidied(name);
        var parts = name.Split(' ').ToList();
        for (var i = 0; i < parts.Count && i < LongestOpener; i++)
        {
            var comma = parts[i].EndsWith(',');
            var bare = Singulars.Of(parts[i].TrimEnd(','));
            if (Nouns.Contains(bare))
            {
                parts[i] = comma ? $"{bare}," : bare;
            }
        }

        if (parts.Count > 2 && Persons.Contains(parts[0]) && parts[1] is "has" or "have" or "with" or "not")
        {
            parts.RemoveRange(0, parts[1] is "not" ? 1 : 2);
        }

        if (parts.LastIndexOf("by") is > 0 and var by && JudgePhrases.Find([.. parts[by..]]) is (0, var past) && past == parts.Count - by)
        {
            // "considered unsuitable by the investigator"
            parts.RemoveRange(by, parts.Count - by);
        }

        if (Enumerable.Range(0, parts.Count).FirstOrDefault(at => Fitness.Contains(parts[at]) || (parts[at] == "not" && at + 1 < parts.Count && parts[at + 1] is "suitable" or "appropriate" or "fit"), -1) is >= 0 and var fit)
        {
            var from = WithoutMaking(parts, fit);
            parts.RemoveRange(from, fit - from);
            if (parts is ["other", var what, var unfit])
            {
                // "other circumstances inappropriate"
                parts = ["other", unfit, what];
            }
        }

        if (Opener(parts, out var narrowed) is > 0 and var noun && parts[noun] is "that" or "which" && noun + 2 < parts.Count && Diseases.Contains(parts[noun - 1].TrimEnd(',')) && (narrowed || parts[noun + 1] is "may" or "might" or "could") && parts[noun + 1] is not ("not" or "is" or "are"))
        {
            // "a severe illness which may affect the results": the illness is a fact, and what it may do is judged.
            parts.RemoveRange(0, noun + 1);
        }

        if (parts.FindIndex(part => part is "that" or "which") is > 0 and var that && that + 1 < parts.Count && Doing(parts, that) is { } doing)
        {
            parts[that] = doing;
            parts.RemoveRange(that + 1, parts[that + 1] == "would" ? 2 : 1);
            if (that == 1 && parts[0] is "condition" or "disorder" or "disease")
            {
                parts.Insert(0, "any");
            }
        }

        if (saidAny && parts[0] != "any" && Opener(parts, out narrowed) > 0 && !narrowed)
        {
            parts.Insert(0, "any");
        }

        return string.Join(' ', parts);
    }

    // "which would make the patient unsuitable", "deemed unsuitable", "that are not suitable": that they are so is what is judged.
    private static int WithoutMaking(List<string> parts, int fit)
    {
        var from = fit;
        while (from > 0 && (Deeming.Contains(parts[from - 1]) || parts[from - 1] is "be" or "are" or "is" or "was" or "were" or "which" or "that" || (Persons.Contains(parts[from - 1]) && from > 1 && Making.Contains(parts[from - 2])) || (Making.Contains(parts[from - 1]) && from < fit)))
        {
            from--;
            if (Making.Contains(parts[from]) && from > 0 && parts[from - 1] is "would" or "may" or "might" or "could" or "will")
            {
                from--;
            }
        }

        return from;
    }

    // "places" and "would place": "placing"; null for what is no such verb.
    private static string? Doing(List<string> parts, int that)
    {
        var verb = parts[that + 1];
        if (verb == "would" && that + 2 < parts.Count)
        {
            verb = parts[that + 2];
        }
        else if (verb.Length > 3 && verb[^1] == 's' && verb[^2] is not ('s' or 'i' or 'a') && verb is not ("does" or "this"))
        {
            verb = verb[..^1];
        }
        else
        {
            return null;
        }

        return verb is "be" or "have" or "not" or "also" or "otherwise" || verb.EndsWith("ly", StringComparison.Ordinal) ? null
            : verb == "put" ? "putting"
            : verb.EndsWith('e') ? $"{verb[..^1]}ing" : $"{verb}ing";
    }
}
