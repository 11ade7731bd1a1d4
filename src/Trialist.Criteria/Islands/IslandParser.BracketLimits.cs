namespace Trialist.Criteria.Islands;

/// <content>Brackets that hold limits of what stands before them.</content>
internal sealed partial class IslandParser
{
    private const string Unclosed = "This bracket is not closed.";

    // Where the bracket ends, and what it is said of, is lost: what it holds decides nothing.
    private void ReadUnclosed(int open)
    {
        var span = new TextSpan(items[open].Start, items[end - 1].End);
        var inner = depth < DeepestNesting && open + 1 < end ? Inner(open + 1, end, list: exclusion).Predicate : null;
        at = end;
        if (inner is null)
        {
            Unread(open, end, Unclosed);
            return;
        }

        unread.Add(new UnreadWords(span, Unclosed));
        var gap = new Predicate.Unread(Unclosed) { Span = span };
        Predicate either = new Predicate.Any([inner, gap]) { Span = span };
        Add(Node.Of(new Predicate.All([either, gap]) { Span = span }, link));
    }

    // "UAS7 score (range 0-42) ≥ 16": how long the scale is.
    private bool IsLengthOfScale(int to)
    {
        if (nodes.Count == 0 || link != Link.Adjacent || nodes[^1] is not { IsBare: true, Type: LeafType.Score or LeafType.Measurement } || !items[at].Span.Of(text).StartsWith("rang", StringComparison.OrdinalIgnoreCase))
        {
            return false;
        }

        var saved = end;
        end = to;
        var range = ReadLimit(at);
        end = saved;
        return range is { Min.Value: 0 or 1, Max: not null, Unit: null } && LimitFollows(to + 1);
    }

    // "HDL (< 40 mg/dL for men or < 50 mg/dL for women)": the bracket reads on as if it were none.
    private bool TryBracketLimits(Node owner, int to)
    {
        var saved = end;
        end = to;
        var limit = Operator(at, out _) is not null ? ReadLimit(at) : null;
        if (limit is not { } found || owner.Type is not (LeafType.Measurement or LeafType.Score) || !Fits(owner.Entry, found) || (found.Unit is null && owner.Entry?.Analyte is not null))
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
}
