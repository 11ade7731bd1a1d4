namespace Trialist.Criteria.Islands;

/// <content>What only says whom a half-read demand is made of, and tests of which the result is not asked for.</content>
internal sealed partial class IslandParser
{
    /// <summary>"for patients" stands so near before the age of those who are meant.</summary>
    private const int LongestWhom = 40;

    private static readonly string[] Whom = ["patients", "participants", "subjects", "individuals", "children", "adolescents", "those", "women", "men", "volunteers", "persons"];

    private static readonly string[] DemandingOfSome = ["must", "should", "will", "may", "need", "are required", "are to", "can"];

    // "For patients aged 12-17 years, written consent of …", "patients aged 50-65 must provide …": where the demand is not understood, the age shuts nobody out.
    private void WaiveAgesOfSome()
    {
        if (exclusion || depth > 0 || unread.Count == 0 || nodes.Count < 2)
        {
            return;
        }

        foreach (var node in nodes)
        {
            if (node is { IsLeaf: true, Type: LeafType.Age, Bounds: not null } && (FollowsWhom(node.Span.Start) || PrecedesDemand(node.Span.End)))
            {
                Waive(node, Reasons.OfAge);
            }
        }
    }

    // "creatinine < 1.5 mg/dL (over 18 years)": the age says whose limit it is, and shuts nobody out.
    private void WaiveAgesInBrackets()
    {
        foreach (var node in nodes)
        {
            if (!exclusion && node.Whole is Predicate.All { Items: [Predicate.Leaf { Type: LeafType.Measurement or LeafType.Score, Bounds: not null } limit, Predicate.Leaf { Type: LeafType.Age, Bounds: not null } age] } && text.AsSpan(limit.Span.End, Math.Max(0, age.Span.Start - limit.Span.End)).Trim() is "(")
            {
                Waive(node, Reasons.OfAge);
            }
        }
    }

    // The limit stays to be seen, and whoever does not meet it is not shut out by it.
    private void Waive(Node node, string reason)
    {
        var leaf = node.ToPredicate();
        node.Whole = new Predicate.Any([leaf, new Predicate.Unread(reason) { Span = node.Span }]) { Span = node.Span };
        unread.Add(new UnreadWords(node.Span, reason));
    }

    private bool FollowsWhom(int start)
    {
        var from = Math.Max(items[0].Start, start - LongestWhom);
        var words = text[from..start].ToLowerInvariant().Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        var whom = Array.FindLastIndex(words, word => Array.IndexOf(Whom, word) >= 0);
        return whom > 0 && words[whom - 1] is "for" or "in" or "to" or "if" or "from" && Array.TrueForAll(words[(whom + 1)..], word => word is "age" or "aged" or "ages" or "who" or "are" or "of" or "the" or "between");
    }

    private bool PrecedesDemand(int end)
    {
        var words = text.AsSpan(end, Math.Min(LongestWhom, textEnd - end)).TrimStart(" ),");
        foreach (var demand in DemandingOfSome)
        {
            if (words.StartsWith(demand, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }

    // "HER2 status must be known": every result will do, so it is no fact that the marker is there.
    private void DropUnaskedResult(Node node)
    {
        if (node is { IsLeaf: true, Type: LeafType.Biomarker, Bounds: null } && !node.Qualifiers.Exists(one => one.Kind == QualifierKind.Result) && (HasWord(node.Span.Of(text), "status") || LastWord(node.Span).ToLowerInvariant() is "status" or "determination" or "testing" or "assay" or "assays" or "assessment" or "result" or "results" || (LastWord(node.Span).ToLowerInvariant() is "test" or "tests" && text.AsSpan(node.Span.End, textEnd - node.Span.End).Contains("performed", StringComparison.OrdinalIgnoreCase))))
        {
            MakeUnread(node, "It is not said which result is asked for.");
        }
    }
}
