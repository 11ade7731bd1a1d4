using Trialist.Notes.Context;
using Trialist.Notes.Mentions;

namespace Trialist.Notes.Facts;

/// <summary>Gives a method that a later sentence names to the value that it speaks of: "Marrow blasts 20 %. The count was done by morphology."</summary>
internal static class MethodReference
{
    /// <summary>A sentence this short with a method says nothing else.</summary>
    private const int Bare = 4;

    private static readonly string[] Cells = ["blast", "cell", "mrd", "lymph", "cd", "ki"];

    private static readonly HashSet<string> Referring = new(StringComparer.OrdinalIgnoreCase)
    {
        "count", "counts", "counted", "measured", "assessed", "determined", "result", "results", "value", "percentage", "method", "evaluated", "estimated", "this", "quantified",
    };

    public static void Read(SentenceTerms terms, FactList facts)
    {
        var free = terms.Qualifiers.Where(one => MethodReader.IsMethod(one) && !terms.MethodsTaken.Contains(one.First)).ToList();
        if (free.Count != 1 || terms.Cues.Exists(hit => hit.Cue.Kind is CueKind.Negated or CueKind.Planned or CueKind.Hypothetical or CueKind.Uncertain))
        {
            return;
        }

        var named = terms.Mentions.Find(mention => mention.Type == LeafType.Measurement);
        var referent = named is not null
            ? facts.Facts.FindLastIndex(fact => fact.Fact.Concept.Name == named.Concept.Name && IsOpen(fact))
            : Refers(terms) ? OnlyOpen(facts, free[0].Qualifier.Value) : -1;
        if (referent >= 0)
        {
            var fact = facts.Facts[referent];
            facts.Facts[referent] = fact with
            {
                Fact = fact.Fact with { Qualifiers = [.. fact.Fact.Qualifiers, free[0].Qualifier] },
                Cues = [.. fact.Cues, terms.SpanOf(free[0].First, free[0].End)],
            };
            terms.MethodsTaken.Add(free[0].First);
        }
    }

    private static bool Refers(SentenceTerms terms) =>
        terms.Tokens.Length <= Bare || terms.Tokens.Any(token => token.IsWord && Referring.GetAlternateLookup<ReadOnlySpan<char>>().Contains(token.In(terms.Note)));

    // "The count" is the one number shortly before that can be found in such a way.
    private static int OnlyOpen(FactList facts, string method)
    {
        var found = -1;
        for (var index = facts.Recent; index < facts.SentenceStart; index++)
        {
            if (IsOpen(facts.Facts[index]) && MayBeFoundBy(method, facts.Facts[index].Fact.Concept.Name))
            {
                if (found >= 0)
                {
                    return -1;
                }

                found = index;
            }
        }

        return found;
    }

    private static bool MayBeFoundBy(string method, string analyte) => method switch
    {
        "echocardiography" => analyte.StartsWith("lv", StringComparison.Ordinal),
        "morphology" or "flow cytometry" or "immunohistochemistry" => Array.Exists(Cells, word => analyte.Contains(word, StringComparison.Ordinal)),
        _ => false,
    };

    private static bool IsOpen(NoteFact fact) =>
        fact.Fact is { Type: LeafType.Measurement } measured && (measured.Value is not null || measured.ValueWithin is not null) && !measured.Qualifiers.Any(one => MethodReader.IsMethod(new QualifierMention(0, 0, one)));
}
