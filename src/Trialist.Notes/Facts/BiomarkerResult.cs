using Trialist.Notes.Mentions;

namespace Trialist.Notes.Facts;

/// <summary>Whether a marker is there: "ER positive", "HER2-", "positive for CD20", "EGFR mutation".</summary>
/// <param name="Presence">Present, absent, or uncertain where the note names the marker without a result.</param>
/// <param name="Word">The result as a qualifier; null where none is said.</param>
internal sealed record BiomarkerResult(Presence Presence, string? Word)
{
    private static readonly string[] Changes =
        ["mutation", "mutated", "mutant", "rearrangement", "rearranged", "amplification", "amplified", "deletion", "translocation", "fusion", "overexpression", "overexpressing", "carrier", "variant"];

    private static readonly string[] Findings = ["positive", "expressing", "expressed", "expresses", "reactive", "showing", "carrying", "harboring", "harbouring", "detected", "elevated"];

    public static BiomarkerResult Of(SentenceTerms terms, Mention mention, Qualifier[] qualifiers)
    {
        foreach (var qualifier in qualifiers)
        {
            if (qualifier.Kind == QualifierKind.Result)
            {
                return qualifier.Value is "negative" or "absent" or "wild type" or "undetectable" or "not detected"
                    ? new BiomarkerResult(Presence.Absent, null)
                    : new BiomarkerResult(Presence.Present, qualifier.Value);
            }
        }

        if (Sign(terms, mention.End) is { } sign)
        {
            return sign == '+' ? new BiomarkerResult(Presence.Present, "positive") : new BiomarkerResult(Presence.Absent, null);
        }

        // "HER2 negative", "CD123 positive": the name holds the result.
        if (mention.Concept.Name.EndsWith(" negative", StringComparison.Ordinal))
        {
            return new BiomarkerResult(Presence.Present, null);
        }

        // "KRAS mutated, MSS": a word right behind another marker is that one's.
        var near = Enumerable.Range(0, terms.Tokens.Length).Where(at => at >= mention.First - 4 && at < mention.End + 3 && !terms.Mentions.Exists(other => other.First < mention.First && other.Type == LeafType.Biomarker && other.End == at && at < mention.First))
            .Select(at => terms.Tokens[at]).ToArray();
        if (near.Any(token => token.IsWord && Array.Exists(Changes, word => token.IsWordOf(terms.Note, word))))
        {
            return new BiomarkerResult(Presence.Present, "mutated");
        }

        return near.Any(token => token.IsWord && Array.Exists(Findings, word => token.IsWordOf(terms.Note, word)))
            ? new BiomarkerResult(Presence.Present, "positive")
            : new BiomarkerResult(Presence.Uncertain, null);
    }

    /// <summary>The sign right behind a term, as + or -; null where none stands there. "ER+/PR+/HER2-", "HIV (-)": nothing is joined by it.</summary>
    public static char? Sign(SentenceTerms terms, int at)
    {
        if (at + 2 < terms.Tokens.Length && terms.Tokens[at].Is(terms.Note, '(') && terms.Tokens[at + 2].Is(terms.Note, ')') && terms.Note[terms.Tokens[at + 1].Start] is '+' or '-' or '−' or '–')
        {
            return terms.Note[terms.Tokens[at + 1].Start] == '+' ? '+' : '-';
        }

        if (at >= terms.Tokens.Length || terms.Tokens[at].Start != terms.Tokens[at - 1].End)
        {
            return null;
        }

        var sign = terms.Note[terms.Tokens[at].Start];
        var isJoined = at + 1 < terms.Tokens.Length && terms.Tokens[at + 1].Start == terms.Tokens[at].End && terms.Tokens[at + 1] is { IsWord: true } or { IsNumber: true };
        return sign is '+' || (sign is '-' or '−' && !isJoined) ? (sign == '+' ? '+' : '-') : null;
    }
}
