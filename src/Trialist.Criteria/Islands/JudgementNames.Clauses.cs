using System.Collections.Frozen;
using Trialist.Criteria.Vocabulary;

namespace Trialist.Criteria.Islands;

/// <content>Clauses of a judgement's name, said shorter: "condition placing patient at undue risk".</content>
internal static partial class JudgementNames
{
    private static readonly FrozenSet<string> Fitness = KindsOfWords.Judges.Of("fitness");
    private static readonly FrozenSet<string> Deeming = KindsOfWords.Judges.Of("verb");
    private static readonly FrozenSet<string> Making = KindsOfWords.Judges.Of("making");

    private static string Plainer(string name)
    {
        var parts = name.Split(' ').ToList();
        if (parts.LastIndexOf("by") is > 0 and var by && JudgePhrases.Find([.. parts[by..]]) is (0, var past) && past == parts.Count - by)
        {
            // "considered unsuitable by the investigator"
            parts.RemoveRange(by, parts.Count - by);
        }

        if (Enumerable.Range(0, parts.Count).FirstOrDefault(at => Fitness.Contains(parts[at]) || (parts[at] == "not" && at + 1 < parts.Count && parts[at + 1] is "suitable" or "appropriate" or "fit"), -1) is >= 0 and var fit)
        {
            var from = WithoutMaking(parts, fit);
            parts.RemoveRange(from, fit - from);
            if (parts is ["other", var noun, var unfit])
            {
                // "other circumstances inappropriate"
                parts = ["other", unfit, noun];
            }
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
