using Trialist.Criteria.Vocabulary;

namespace Trialist.Criteria.Islands;

/// <content>What is only allowed: "…; prior radiotherapy is allowed", "patients aged 76-80 are permitted".</content>
internal sealed partial class IslandParser
{
    // The facts before the word are no demand, and in an exclusion they shut nobody out.
    private bool TryPermission(Item item)
    {
        if (nodes.Count == 0 || link == Link.Strong || !Permits(item))
        {
            return false;
        }

        ReadPermission(item);
        return true;
    }

    private void ReadPermission(Item item)
    {
        FlushQualifiers();
        var first = nodes.Count - 1;
        while (first > 0 && nodes[first] is { Bounds: null, Link: not Link.Strong } && nodes[first - 1] is { Bounds: null })
        {
            first--;
        }

        if (nodes[^1] is { Bounds: not null } wider)
        {
            Widen(wider, first);
        }

        var (joined, span) = (nodes[first].Link, nodes[first].Span.Union(item.Span));
        nodes.RemoveRange(first, nodes.Count - first);
        unread.RemoveAll(words => words.Span.Start >= span.Start && words.Span.End <= span.End);
        unread.Add(new UnreadWords(span, Reasons.OnlyAllowed));
        at++;
        link = joined;
        Add(Node.Of(new Predicate.Unread(Reasons.OnlyAllowed) { Span = span }, joined));
    }

    private static readonly PhraseList SaysMay = new(" may ");

    // "Patients may have liver metastases": whoever has none takes part as well.
    private void WaiveAllowed()
    {
        if (exclusion || items.Count < 2 || nodes.Count == 0 || !SaysMay.OccursIn(text.AsSpan(items[0].Start, items[^1].End - items[0].Start)))
        {
            return;
        }

        var may = items.FindIndex(item => item is { Kind: ItemKind.Cue, Cue: Cue.Filler } && HasWord(item.Of(text), "may"));
        if (may < 0 || nodes[0].Span.Start < items[may].Start)
        {
            return;
        }

        var verb = items[may].Of(text).EndsWith("may", StringComparison.OrdinalIgnoreCase) && may + 1 < items.Count ? items[may + 1].Of(text) : items[may].Of(text);
        if (Array.Exists(verb.Split(' '), word => word is "have" or "be" or "receive" or "take" or "use"))
        {
            foreach (var node in nodes.ToArray())
            {
                if (node.Whole is not Predicate.Unread)
                {
                    Waive(node, Reasons.OnlyAllowed);
                }
            }
        }
    }

    // "age ≤ 75; patients aged 76-80 are permitted": who fails the first limit may pass all the same.
    private void Widen(Node wider, int to)
    {
        for (var i = 0; i < to; i++)
        {
            if (nodes[i] is { IsLeaf: true, Bounds: not null } narrow && narrow.Type == wider.Type && narrow.Concept.Name == wider.Concept.Name)
            {
                var leaf = narrow.ToPredicate();
                narrow.Whole = new Predicate.Any([leaf, new Predicate.Unread(Reasons.OnlyAllowed) { Span = wider.Span }]) { Span = leaf.Span };
            }
        }
    }

    private bool Permits(Item item)
    {
        var words = text.AsSpan(item.Start, item.End - item.Start);
        var accepts = words.Equals("acceptable", StringComparison.OrdinalIgnoreCase) || words.Equals("accepted", StringComparison.OrdinalIgnoreCase);
        if (!accepts && !Permits(item.Span))
        {
            return false;
        }

        var before = at > 0 ? items[at - 1] : null;
        return before is not { Cue: Cue.Not } && (!accepts || (before is { Cue: Cue.Filler } && EndsInBe(before.Of(text))));
    }

    private bool Permits(TextSpan word)
    {
        var words = text.AsSpan(word.Start, word.Length);
        return words.Equals("allowed", StringComparison.OrdinalIgnoreCase) || words.Equals("permitted", StringComparison.OrdinalIgnoreCase) || words.Equals("permissible", StringComparison.OrdinalIgnoreCase);
    }

    private static readonly PhraseList Support = new("transfus", "G-CSF", "growth factor", "filgrastim", "supportive care");

    private static readonly PhraseList May = new("may be", "can be", "may receive", "allowed", "permitted", "permissible", "acceptable");

    private static readonly PhraseList Restricts = new("not ", "no ", "without", "must", "should", "within", "after", "before", "prior", "until", "unless", "if ", "except", "only", "day", "week", "hour", "required");

    // "hemoglobin ≥ 9 g/dL (may be transfused)": how the limit may be reached; who reaches it without is not asked anything.
    private bool OnlyPermitsSupport(int from, int to)
    {
        var words = text.AsSpan(items[from].Start, items[to - 1].End - items[from].Start);
        return Support.OccursIn(words) && May.OccursIn(words) && !Restricts.OccursIn(words) && nodes.Count > 0 && nodes[^1] is { IsLeaf: true, Bounds: not null, Type: LeafType.Measurement } or { Whole: Predicate.Judgement };
    }

    private static bool EndsInBe(string words) => words[(words.LastIndexOf(' ') + 1)..].ToLowerInvariant() is "is" or "are" or "be" or "was" or "were";
}
