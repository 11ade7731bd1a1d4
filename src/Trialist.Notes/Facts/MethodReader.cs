using Trialist.Notes.Mentions;

namespace Trialist.Notes.Facts;

/// <summary>How a value was found, where the words around it say so: "20 % by morphology", "blasts (flow cytometry): 18 %", "flow cytometry showed 18 %".</summary>
internal static class MethodReader
{
    /// <summary>How many plain words may stand between a value and its method.</summary>
    private const int Reach = 7;

    // What was examined, not how.
    private static readonly string[] Specimens = ["bone marrow", "peripheral blood", "cerebrospinal fluid", "urine", "serum", "tumor tissue"];

    private static readonly HashSet<string> Prepositions = new(StringComparer.OrdinalIgnoreCase) { "by", "on", "via", "using", "per", "with", "(" };

    private static readonly HashSet<string> After = new(StringComparer.OrdinalIgnoreCase)
    {
        "(", ",", "by", "on", "via", "with", "using", "per", "as", "performed", "done", "measured", "counted", "shown", "determined", "assessed", "estimated", "the", "a", "an", "in", "of", "marrow", "blasts", "cells",
    };

    private static readonly HashSet<string> Before = new(StringComparer.OrdinalIgnoreCase)
    {
        ":", "showed", "shows", "show", "revealed", "found", "demonstrated", "confirmed", "detected", "with", "was", "is", "were", "of", "the", "there", "a", "had", "(", ")", "-", "–", ",", "in", "on", "marrow", "bone", "at",
    };

    private static readonly HashSet<string> Introduces = new(StringComparer.OrdinalIgnoreCase)
    {
        ":", "showed", "shows", "revealed", "found", "demonstrated", "confirmed", "detected", "with",
    };

    /// <summary>True for a method, false for a specimen and for other narrowing words.</summary>
    public static bool IsMethod(QualifierMention mention) => mention.Qualifier.Kind == QualifierKind.Method && !Specimens.Contains(mention.Qualifier.Value);

    /// <summary>The methods of a value that has not been given one: those between its name and its number, else after it, else before it. They are then taken.</summary>
    /// <param name="terms">The sentence.</param>
    /// <param name="first">First token of name and number.</param>
    /// <param name="end">Token after both.</param>
    public static QualifierMention? Of(SentenceTerms terms, int first, int end)
    {
        var found = Inside(terms, first, end) ?? Behind(terms, end) ?? InFront(terms, first);
        if (found is { } method)
        {
            terms.MethodsTaken.Add(method.First);
        }

        return found;
    }

    /// <summary>The method that begins at the token, when it is free.</summary>
    public static QualifierMention? At(SentenceTerms terms, int at)
    {
        foreach (var one in terms.Qualifiers)
        {
            if (one.First == at && IsMethod(one) && !terms.MethodsTaken.Contains(at))
            {
                return one;
            }
        }

        return null;
    }

    private static QualifierMention? Inside(SentenceTerms terms, int first, int end)
    {
        for (var at = first; at < end; at++)
        {
            if (At(terms, at) is { } method)
            {
                return method;
            }
        }

        return null;
    }

    private static QualifierMention? Behind(SentenceTerms terms, int end)
    {
        var (comma, preposition) = (false, false);
        for (var at = end; at < terms.Tokens.Length && at < end + Reach; at++)
        {
            var word = terms.Words(at, at + 1);
            if (At(terms, at) is { } method)
            {
                // "20 %, flow cytometry showed 18 %": what introduces the next value is no method of this one.
                preposition |= Prepositions.GetAlternateLookup<ReadOnlySpan<char>>().Contains(word);
                return (comma && !preposition) || (!preposition && IsIntroducing(terms, method.End)) ? null : method;
            }

            if (!After.GetAlternateLookup<ReadOnlySpan<char>>().Contains(word))
            {
                return null;
            }

            comma |= word is ",";
            preposition |= Prepositions.GetAlternateLookup<ReadOnlySpan<char>>().Contains(word);
        }

        return null;
    }

    private static bool IsIntroducing(SentenceTerms terms, int at) =>
        at < terms.Tokens.Length && (terms.Tokens[at].IsNumber || Introduces.GetAlternateLookup<ReadOnlySpan<char>>().Contains(terms.Words(at, at + 1)));

    private static QualifierMention? InFront(SentenceTerms terms, int first)
    {
        for (var at = first; at > 0 && at > first - Reach; at--)
        {
            foreach (var one in terms.Qualifiers)
            {
                if (one.End == at && IsMethod(one) && !terms.MethodsTaken.Contains(one.First))
                {
                    return one;
                }
            }

            if (!Before.GetAlternateLookup<ReadOnlySpan<char>>().Contains(terms.Words(at - 1, at)))
            {
                return null;
            }
        }

        return null;
    }
}
