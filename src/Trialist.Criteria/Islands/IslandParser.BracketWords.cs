using Trialist.Criteria.Vocabulary;

namespace Trialist.Criteria.Islands;

/// <content>What the words of a bracket are: an adjective, a point in time, a dose.</content>
internal sealed partial class IslandParser
{
    /// <summary>Words of a bracket that only say that an end belongs to a range.</summary>
    private static readonly HashSet<string> Ends = new(StringComparer.OrdinalIgnoreCase) { "including", "inclusive", "both", "ends", "end", "the", "cut", "off", "cutoff", "cut-off", "value", "values", "boundary", "boundaries", "limit", "limits", "critical", "threshold", "thresholds", "of", "included" };

    private bool IsExampleOrCause(Node owner, ParsedWords inner, int from, int to)
    {
        if (owner is not { IsLeaf: true, Bounds: null })
        {
            return false;
        }

        var opening = items[from - 1].Of(text);
        if (items[from - 1].Cue == Cue.Including && !opening.StartsWith("i.", StringComparison.OrdinalIgnoreCase) && opening is not "ie" && inner.Nodes.Exists(node => node is { IsLeaf: true, Bounds: not null, Type: LeafType.Measurement or LeafType.Treatment }))
        {
            // "liver disease (e.g., ALT > 3 x ULN)": an example, and no further demand.
            AddUndecided(from, to, Reasons.Ambiguous);
            return true;
        }

        if (owner.Type != LeafType.Condition || !(owner.Qualifiers.Exists(one => one.Value is "secondary") || (owner.Wording ?? owner.Concept.Name).StartsWith("secondary ", StringComparison.Ordinal)))
        {
            return false;
        }

        // "secondary hypertension (renal artery stenosis)": its causes.
        Doubt(owner, inner.Predicate!.Span, Reasons.Ambiguous);
        PassBracket(to);
        return true;
    }

    private void PassBracket(int to)
    {
        if (to > at)
        {
            passed.Add(new TextSpan(items[at].Start, items[to - 1].End));
        }
    }

    private void RunUntil(int to)
    {
        var outer = end;
        end = to;
        while (at < end)
        {
            var before = at;
            Step();
            at += at == before ? 1 : 0;
        }

        end = outer;
    }

    // "> 5 % (by morphology)": how the value before the bracket is found belongs to its limit.
    private bool TryBracketMethod(int to)
    {
        if (nodes.Count == 0 || link != Link.Adjacent || nodes[^1] is not { IsLeaf: true, Bounds: not null, Type: LeafType.Measurement } value || to - at > LongestMethod)
        {
            return false;
        }

        var words = Spelled(new TextSpan(items[at].Start, items[to - 1].End));
        words = BeginningOf(words, MethodOpenings) is { } opening ? words[opening.Length..] : words;
        var method = to - at <= 2 && IsQualifier(to - 1) && QualifierOf(items[to - 1]) is { Kind: QualifierKind.Method } known ? known
            : Methods.Contains(words) ? new Qualifier(QualifierKind.Method, words)
            : (Qualifier?)null;
        if (method is not { } found)
        {
            return false;
        }

        value.Qualifiers.Add(found);
        value.Span = value.Span.Union(items[to - 1].Span);
        return true;
    }

    /// <summary>A longer bracket says more than how a value is found.</summary>
    private const int LongestMethod = 4;

    private static readonly string[] MethodOpenings = ["by ", "via ", "using "];

    /// <summary>Ways to find a value that no table of words holds.</summary>
    private static readonly HashSet<string> Methods = new(StringComparer.Ordinal) { "morphology", "cytomorphology", "flow cytometry", "flow", "immunophenotyping" };

    // "infection (simple cystitis excluded)": the cases in brackets are lifted.
    private bool TryBracketExcluded(int to)
    {
        if (nodes.Count == 0 || link != Link.Adjacent || !nodes[^1].IsLeaf || to - at < 2 || !items[to - 1].Of(text).Equals("excluded", StringComparison.OrdinalIgnoreCase))
        {
            return false;
        }

        var (outer, cue) = (end, items[to - 1]);
        passed.Add(cue.Span);
        end = to - 1;
        at--;
        ReadExcept(cue, lastOnly: true);
        end = outer;
        return true;
    }

    private bool NarrowsNext(int to)
    {
        if (to - at > 3 || to + 1 >= end || items[to + 1] is not { Kind: ItemKind.Mention, Match.Entry.LeafType: LeafType.Condition } || items[to - 1].Kind != ItemKind.Unknown || !IsAdjective(items[to - 1].Of(text)))
        {
            return false;
        }

        return text.AsSpan(items[at].Start, items[to - 1].End - items[at].Start).IndexOf(' ') < 0;
    }

    private bool OnlyNamesPoint(int to)
    {
        var (anchor, after) = ReadAnchor(at, free: false);
        return anchor is not null && after == to;
    }

    /// <summary>A longer bracket says more than a dose.</summary>
    private const int LongestDose = 10;

    private bool IsDose(int from, int to)
    {
        while (to - from <= LongestDose && from + 1 < to && items[from].Of(text).ToLowerInvariant() is "in" or "at" or "a" or "an" or "dosing" or "dose" or "doses" or "of")
        {
            // "(in dosing exceeding 10 mg daily of prednisone equivalent)"
            from++;
        }

        var number = items[from].Kind == ItemKind.Number ? from : from + 1;
        return to - from <= LongestDose && number + 1 < to && (number == from || items[from].Kind == ItemKind.Comparator || items[from].Is(Cue.Compare)) && items[number].Kind == ItemKind.Number
            && items[number + 1].Of(text).ToLowerInvariant() is "mg" or "µg" or "ug" or "mcg" or "g" or "iu" or "units" or "u" or "ml";
    }

    /// <summary>True right behind an abbreviation in brackets.</summary>
    private bool abbreviated;

    private const int LongestTail = 3;

    private static readonly HashSet<string> Examined = new(StringComparer.OrdinalIgnoreCase) { "scan", "scans", "imaging", "test", "testing", "tests" };

    // "anaplastic lymphoma kinase (ALK) fusion", "on chest computed tomography (CT) scan": the name goes on behind its abbreviation.
    private void TakeTail(int open)
    {
        if (at >= end || nodes.Count == 0 || link != Link.Adjacent || nodes[^1] is not { IsLeaf: true, Bounds: null, Except: null } last || last.Span.End > items[open].Start || !text.AsSpan(last.Span.End, items[open].Start - last.Span.End).IsWhiteSpace())
        {
            return;
        }

        var short_ = items[open + 1].Of(text);
        for (var stop = Math.Min(end, at + LongestTail); stop > at; stop--)
        {
            if (items[at..stop].TrueForAll(item => item.Kind is ItemKind.Unknown or ItemKind.Mention || item.Cue == Cue.Qualifier)
                && lexicon.Find($"{short_} {Spelled(new TextSpan(items[at].Start, items[stop - 1].End))}") is [{ LeafType: { } type } entry, ..] && type is not (LeafType.Measurement or LeafType.Score) && (type == last.Type || last.Type is LeafType.Biomarker or LeafType.Measurement))
            {
                var tail = new TextSpan(items[at].Start, items[stop - 1].End);
                (last.Type, last.Entry, last.Concept, last.Wording) = (type, entry, entry.Concept, null);
                last.Span = last.Span.Union(tail);
                at = stop;
                return;
            }
        }

        if (last.Qualifiers.Count > 0 && last.Qualifiers[^1] is { Kind: QualifierKind.Role } role && Examined.Contains(items[at].Of(text)) && (at + 1 >= end || items[at + 1].Kind == ItemKind.Sign || items[at + 1].Cue is Cue.Or or Cue.And))
        {
            last.Qualifiers[^1] = role with { Value = $"{role.Value} {Spelled(items[at].Span)}" };
            last.Span = last.Span.Union(items[at].Span);
            passed.Add(items[at].Span);
            at++;
        }
    }

    private bool IsAbbreviation(int from, int to)
    {
        if (to <= from)
        {
            return true;
        }

        if (to - from > 3 || (nodes.Count > 0 && link is Link.And or Link.Or or Link.Comma && items[from].Kind == ItemKind.Mention))
        {
            return false;
        }

        for (var i = from; i < to; i++)
        {
            if (items[i].Kind == ItemKind.Comparator || items[i].Is(Cue.Compare))
            {
                // "(AHI>15)" limits a value.
                return false;
            }
        }

        var words = text.AsSpan(items[from].Start, items[to - 1].End - items[from].Start);
        if (words.Length > 12 || words.IndexOf(' ') >= 0)
        {
            return false;
        }

        var upper = 0;
        var lower = 0;
        foreach (var c in words)
        {
            upper += char.IsUpper(c) ? 1 : 0;
            lower += char.IsLower(c) ? 1 : 0;
        }

        return words is "s" or "es" or "ies" or "S" || (upper >= 2 && upper >= lower && (items[from].Kind != ItemKind.Mention || nodes.Count > 0));
    }
}
