using Trialist.Criteria.Vocabulary;

namespace Trialist.Criteria.Islands;

/// <content>Brackets that hold limits of what stands before them.</content>
internal sealed partial class IslandParser
{
    private const string Unclosed = "This bracket is not closed.";

    // Where the bracket ends, and what it is said of, is lost: what it holds decides nothing.
    private void ReadUnclosed(int open)
    {
        at = end;
        if (open + 1 >= end)
        {
            Unread(open, end, Unclosed);
            return;
        }

        AddUndecided(open + 1, end, Unclosed);
    }

    private const string DemandInBrackets = Reasons.DemandInBrackets;

    // The words are read and shown, and neither hold nor fail.
    private void AddUndecided(int from, int to, string reason)
    {
        var span = new TextSpan(items[from].Start, items[to - 1].End);
        if (depth >= DeepestNesting || Inner(from, to, list: exclusion).Predicate is not { } inner)
        {
            Unread(from, to, reason);
            return;
        }

        unread.Add(new UnreadWords(span, reason));
        var gap = new Predicate.Unread(reason) { Span = span };
        Predicate either = new Predicate.Any([inner, gap]) { Span = span };
        Add(Node.Of(new Predicate.All([either, gap]) { Span = span }, link));
    }

    // "QRS width (in the surface ECG) < 120 ms": the value still waits for its limit, and what narrows it is not read.
    private void KeepBefore(Node owner, int to)
    {
        const string Narrows = "What is in brackets may narrow the value before it.";
        var span = new TextSpan(items[at].Start, items[to - 1].End);
        unread.Add(new UnreadWords(span, Narrows));
        var gap = Node.Of(new Predicate.Unread(Narrows) { Span = span }, owner.Link);
        owner.Link = Link.With;
        nodes.Insert(nodes.Count - 1, gap);
    }

    // "UAS7 score (range 0-42) ≥ 16": how long the scale is.
    private bool IsLengthOfScale(int to)
    {
        if (nodes.Count == 0 || link != Link.Adjacent || nodes[^1] is not { IsBare: true, Type: LeafType.Score or LeafType.Measurement } || !items[at].Of(text).StartsWith("rang", StringComparison.OrdinalIgnoreCase))
        {
            return false;
        }

        var saved = end;
        end = to;
        var range = ReadLimit(at);
        end = saved;
        return range is { Min.Value: 0 or 1, Max: not null, Unit: null } && LimitFollows(to + 1);
    }

    // "bilirubin (≤ 3 x ULN)".
    private bool TryBracketLimit(Node owner, int to)
    {
        var saved = end;
        end = to;
        var limit = ReadLimit(at);
        end = saved;
        if (limit is not { } found || found.After < to || (owner.Type is LeafType.Behaviour && found.Unit is null or "a" or "mo" or "wk" or "d") || (owner.Type is LeafType.Age && found.Unit is not (null or "a" or "mo" or "wk" or "d")) || (owner.Type is LeafType.Score && found.Unit is "a" or "mo" or "wk" or "d") || !CanLast(owner, found))
        {
            return false;
        }

        if (owner.Type == LeafType.Behaviour)
        {
            owner.Bounds = found.ToBounds();
            owner.Span = new TextSpan(owner.Span.Start, found.End);
            return true;
        }

        BindTo(found);
        return true;
    }

    // "HDL (< 40 mg/dL for men or < 50 mg/dL for women)": the bracket reads on as if it were none.
    private bool TryBracketLimits(Node owner, int to)
    {
        var saved = end;
        end = to;
        var limit = Operator(at, out _) is not null ? ReadLimit(at) : null;
        if (limit is not { } found || owner.Type is not (LeafType.Measurement or LeafType.Score) || !Fits(owner.Entry, found) || !CanLast(owner, found) || (found.Unit is null && owner.Entry?.Analyte is not null))
        {
            end = saved;
            return false;
        }

        at = found.After;
        BindTo(found);
        link = Link.Adjacent;
        end = saved;
        RunUntil(to);
        return true;
    }

    // "serial values (over 2-14 days)": a value that is not measured in time has no limit in time.
    private static bool CanLast(Node owner, Limit limit) =>
        owner.Type is not LeafType.Measurement || !IsTime(limit.Unit) || (owner.Entry is { } measured ? Fits(measured, limit) : IsLength(owner.Concept.Name));

    // "hypertension (> 160/100 mmHg)": the condition, and the pair that it is told by.
    private bool TryBracketPair(Node owner, int to)
    {
        var saved = end;
        end = to;
        var limit = ReadLimit(at);
        end = saved;
        if (limit is not { } found || (found.Min is null) == (found.Max is null) || found.After + 1 >= to || !items[found.After].IsSign('/') || items[found.After + 1].Kind != ItemKind.Number || !IsOfPressure(owner)
            || lexicon.ByName("sbp") is null || lexicon.ByName("dbp") is null)
        {
            return false;
        }

        var (pair, after) = Pair(found, found.Span, null);
        if (after != to)
        {
            return false;
        }

        Add(Node.Of(pair, Link.With));
        nodes[^1].Link = Link.With;
        return true;
    }

    private static bool IsOfPressure(Node node) =>
        node.Concept.Name.Contains("hypertension", StringComparison.Ordinal) || node.Concept.Name.Contains("hypotension", StringComparison.Ordinal) || node.Concept.Name.Contains("blood pressure", StringComparison.Ordinal);

    // "Karnofsky (> 16 years)": the age of those whose score it is.
    private bool TryBracketAge(int to)
    {
        var saved = end;
        end = to;
        var limit = ReadLimit(at);
        end = saved;
        if (limit is not { Unit: "a" } found || found.After < to)
        {
            return false;
        }

        link = Link.With;
        Add(new Node { Span = found.Span, Type = LeafType.Age, Concept = new Concept("age"), Bounds = found.ToBounds() });
        return true;
    }

    // "fever (> 38 °C)", "lesion (< 10 mm)": the condition, with a value of its own that must hold too.
    private bool TryBracketValue(Node owner, int to)
    {
        var saved = end;
        end = to;
        var limit = ReadLimit(at);
        end = saved;
        if (limit is not { Unit: not null } found || found.After < to || IsTime(found.Unit) || found.Unit is "h" or "min" or "s")
        {
            return false;
        }

        var value = ValueOfCondition.Of(owner.Entry, found.Unit, lexicon);
        link = Link.With;
        Add(new Node { Span = found.Span, Type = LeafType.Measurement, Concept = value?.Concept ?? new Concept(Spelled(owner.Span)), Entry = value, Bounds = found.ToBounds() });
        return true;
    }

    // "bilirubin < 2 mg/dL (in the absence of liver metastases)": the brackets change nothing.
    private bool TryBracketAbsence(Node owner, int to)
    {
        if (items[at].Cue != Cue.If || owner is not { IsLeaf: true, Bounds: not null, Type: LeafType.Measurement } || !SaysAbsence(items[at].Of(text)))
        {
            return false;
        }

        RunUntil(to);
        return true;
    }

    // "at least one target lesion (0.5-1.0 cm2)": how large each of what is counted must be.
    private bool TryBracketSize(Node owner, int to)
    {
        var saved = end;
        end = to;
        var limit = ReadLimit(at);
        end = saved;
        if (limit is not { Unit: "mm" or "cm" or "mm2" or "cm2" } found || found.After < to)
        {
            return false;
        }

        link = Link.With;
        var size = new Node { Span = found.Span, Type = LeafType.Measurement, Concept = new Concept(owner.Concept.Name), Bounds = found.ToBounds() };
        KeepInPart(size, "This is asked of each of those that are counted.");
        Add(size);
        return true;
    }
}
