using System.Collections.Frozen;
using Trialist.Criteria.Vocabulary;

namespace Trialist.Criteria.Islands;

/// <summary>What somebody is judged not to be fit for, each option by itself and denied: "not amenable to curative surgery or radiotherapy".</summary>
/// <remarks>That somebody is "not suitable for the study" is one judgement, as written.</remarks>
internal static class JudgedOptions
{
    /// <summary>A longer list tells of something else.</summary>
    private const int MostOptions = 5;

    private const int LongestOption = 8;

    private static readonly string[] Fit = ["amenable to ", "eligible for ", "eligible to receive ", "eligible to undergo ", "candidate for ", "candidates for ", "a candidate for ", "candidate to ", "candidates to ", "suitable for ", "suitable candidate for ", "suitable candidates for ", "appropriate for ", "appropriate candidates for ", "appropriate candidate for ", "indicated for "];

    private static readonly FrozenSet<string> OfStudy = KindsOfWords.Judges.Of("of-study");
    private static readonly FrozenSet<string> Shared = KindsOfWords.Judges.Of("shared");

    /// <summary>The options, denied; null where the judgement is about something else.</summary>
    public static Predicate? Of(Predicate.Judgement judgement)
    {
        if (judgement.Wording is not { } name || Denied(name) is not { } asked || asked.Options.Split(' ') is { Length: > LongestOption * MostOptions })
        {
            return null;
        }

        var options = Apart(asked.Options);
        if (options is null || options.Exists(option => option.Split(' ') is var words && (words.Length > LongestOption || Array.Exists(words, OfStudy.Contains))))
        {
            return null;
        }

        var denied = options.ConvertAll(option => (Predicate)new Predicate.Not(judgement with { Wording = $"{asked.How} {option}" }) { Span = judgement.Span });
        return denied is [var only] ? only : new Predicate.All(denied.ToValueList()) { Span = judgement.Span };
    }

    // "amenable to" and "curative surgery" of "disease that is not amenable to curative surgery".
    private static (string How, string Options)? Denied(string name)
    {
        var not = name.StartsWith("not ", StringComparison.Ordinal) ? 0 : name.IndexOf(" not ", StringComparison.Ordinal) + 1;
        if (not == 0 && !name.StartsWith("not ", StringComparison.Ordinal))
        {
            return null;
        }

        var rest = name[(not + 4)..];
        rest = rest.StartsWith("be ", StringComparison.Ordinal) ? rest[3..] : rest.StartsWith("considered ", StringComparison.Ordinal) ? rest["considered ".Length..] : rest;
        foreach (var fit in Fit)
        {
            if (rest.StartsWith(fit, StringComparison.Ordinal) && rest.Length > fit.Length)
            {
                var how = fit.Trim().Replace("candidates", "candidate", StringComparison.Ordinal);
                return (how.StartsWith("a ", StringComparison.Ordinal) ? how[2..] : how, rest[fit.Length..]);
            }
        }

        return null;
    }

    // "curative surgical and/or locoregional therapies" share both ends; null where the words go on in another way.
    private static List<string>? Apart(string options)
    {
        if (options.AsSpan().ContainsAny('(', ':', ';') || options.Contains(" without ", StringComparison.Ordinal) || options.Contains(" followed by ", StringComparison.Ordinal))
        {
            return null;
        }

        var parts = options.Replace(" and/or ", ",", StringComparison.Ordinal).Replace(" or ", ",", StringComparison.Ordinal).Replace(" and ", ",", StringComparison.Ordinal).Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).ToList();
        if (parts.Count is 0 or > MostOptions)
        {
            return null;
        }

        if (parts.Count > 1 && parts[0].IndexOf(' ', StringComparison.Ordinal) is > 0 and var cut && Shared.Contains(parts[0][..cut]))
        {
            for (var i = 1; i < parts.Count; i++)
            {
                parts[i] = Shared.Contains(parts[i].Split(' ')[0]) ? parts[i] : $"{parts[0][..cut]} {parts[i]}";
            }
        }

        if (parts.Count > 1 && parts[^1].LastIndexOf(' ') is > 0 and var noun)
        {
            for (var i = 0; i < parts.Count - 1; i++)
            {
                var last = parts[i][(parts[i].LastIndexOf(' ') + 1)..];
                parts[i] = last.EndsWith("al", StringComparison.Ordinal) || last.EndsWith("ic", StringComparison.Ordinal) ? parts[i] + parts[^1][noun..] : parts[i];
            }
        }

        return parts.ConvertAll(Singulars.Of);
    }
}
