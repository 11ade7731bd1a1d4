using Trialist.Notes.Mentions;

namespace Trialist.Notes.Facts;

/// <summary>The narrowing words that belong to a term: directly before it ("severe aortic stenosis"), or after it with a verb ("the tumour is metastatic"), and its stage.</summary>
internal static class QualifierFinder
{
    private static readonly string[] Links = ["is", "was", "are", "were", ":", "-", "=", ","];

    public static Qualifier[] Of(SentenceTerms terms, Mention mention, bool acrossComma = true)
    {
        var found = new List<Qualifier>();
        var before = mention.First;
        for (var index = terms.Qualifiers.Count - 1; index >= 0; index--)
        {
            var qualifier = terms.Qualifiers[index];
            // "T790M negative, MET amplified": what stands behind another term is that one's.
            var isOfAnother = qualifier.End != before && terms.Mentions.Exists(other => other.First < qualifier.First && (other.End == qualifier.First || (other.End + 1 == qualifier.First && terms.Words(other.End, other.End + 1) is "is" or "was" or ":" or "are")));
            if (qualifier.End == before || (!isOfAnother && qualifier.End + 1 == before && terms.Words(qualifier.End, before) is "-" or "," or "and"))
            {
                found.Insert(0, qualifier.Qualifier);
                before = qualifier.First;
            }
        }

        var after = mention.End;
        foreach (var qualifier in terms.Qualifiers)
        {
            if (qualifier.First == after || (qualifier.First == after + 1 && Array.Exists(Links, link => (acrossComma || link != ",") && terms.Words(after, after + 1).Equals(link, StringComparison.OrdinalIgnoreCase))))
            {
                // A word before the next term belongs to that one.
                if (!terms.Mentions.Exists(other => other.First == qualifier.End) || qualifier.Qualifier.Kind == QualifierKind.Result)
                {
                    found.Add(qualifier.Qualifier);
                    after = qualifier.End;
                }
            }
        }

        if (mention.Type == LeafType.Condition && Stage(terms, mention) is { } stage)
        {
            found.RemoveAll(one => one.Kind == QualifierKind.Stage);
            found.Add(stage);
        }

        // Whose fact it is, the cues decide.
        return [.. found.Where(qualifier => qualifier.Kind != QualifierKind.Subject && !(qualifier.Kind == QualifierKind.Route && mention.Type == LeafType.Condition)).Distinct()];
    }

    // "stage IIIA lung cancer", "lung cancer, stage 4"
    private static Qualifier? Stage(SentenceTerms terms, Mention mention)
    {
        const int reach = 4;
        for (var at = Math.Max(0, mention.First - reach); at < Math.Min(terms.Tokens.Length - 1, mention.End + reach); at++)
        {
            if (terms.Tokens[at].IsWordOf(terms.Note, "stage") && !IsOfAnother(terms, mention, at) && StageOf(terms.Words(at + 1, StageEnd(terms, at + 1)).ToString()) is { } stage)
            {
                return new Qualifier(QualifierKind.Stage, stage);
            }
        }

        return null;
    }

    // "CKD stage 4 due to nephropathy", "lung cancer stage II, asthma"
    private static bool IsOfAnother(SentenceTerms terms, Mention mention, int at)
    {
        if (terms.Mentions.Exists(other => other != mention && other.First <= at && other.End >= at))
        {
            return true;
        }

        for (var between = at; between < mention.First; between++)
        {
            if (terms.Tokens[between].Is(terms.Note, ',') || terms.Tokens[between].Is(terms.Note, ';'))
            {
                return true;
            }
        }

        return false;
    }

    private static int StageEnd(SentenceTerms terms, int at) =>
        at + 1 < terms.Tokens.Length && terms.Tokens[at].IsNumber && terms.Tokens[at + 1].IsWord && terms.Tokens[at + 1].Start == terms.Tokens[at].End ? at + 2 : at + 1;

    private static string? StageOf(string written)
    {
        var text = written.ToLowerInvariant();
        var letters = text.TrimEnd('a', 'b', 'c', 'd', '1', '2', '3', '4');
        var roman = letters is "i" or "ii" or "iii" or "iv" ? letters : text.Length > 0 && text[0] is >= '0' and <= '4' ? new[] { "0", "i", "ii", "iii", "iv" }[text[0] - '0'] : null;
        return roman is null ? null : text.Length > 1 && text[^1] is 'a' or 'b' or 'c' ? roman + text[^1] : roman;
    }
}
