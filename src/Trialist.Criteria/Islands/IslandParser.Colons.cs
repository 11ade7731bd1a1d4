using Trialist.Criteria.Vocabulary;

namespace Trialist.Criteria.Islands;

/// <content>What stands after a colon: the members of a class, its definition, or what a label announces.</content>
internal sealed partial class IslandParser
{
    private const int LongestLabel = 4;

    /// <summary>What is longer runs on through several demands without a sign between them.</summary>
    private const int LongestOfPart = 16;

    private static readonly HashSet<string> PartsOfRecord = new(StringComparer.Ordinal) { "disease characteristics", "patient characteristics", "patient characteristic", "disease characteristic" };

    private bool ReadAfterColon()
    {
        if (nodes.Count == 0 || link != Link.Adjacent || depth >= DeepestNesting || at + 1 >= end)
        {
            return false;
        }

        if (IsLabelOfGroup())
        {
            ReadOfGroup();
            return true;
        }

        at++;
        if (TryElapsed())
        {
            return true;
        }

        at--;
        var owner = nodes[^1];
        if (owner.IsLeaf && owner.Link == Link.Strong && nodes.Count == 1 && depth == 0 && end - at <= LongestOfPart && !items[(at + 1)..end].Exists(item => item.IsSign(':')) && PartsOfRecord.Contains(SpelledWords.Of(text.AsSpan(items[0].Start, items[at].Start - items[0].Start))))
        {
            // "DISEASE CHARACTERISTICS: …": the part of the record that what follows stands in.
            guessed.RemoveAll(guess => owner.Span.Start <= guess.Start && guess.End <= owner.Span.End);
            passed.Add(owner.Span);
            nodes.Clear();
            pendingHead = Cue.None;
            link = Link.Strong;
            at++;
            return true;
        }

        if (IsLabel(owner))
        {
            // "Cardiac: …", "Hematologic: …" only tell what the words after it are about.
            unread.RemoveAll(words => words.Span == owner.Span);
            passed.Add(owner.Span);
            nodes.RemoveAt(nodes.Count - 1);
            link = Link.Strong;
            return false;
        }

        if (owner is { IsLeaf: true, Link: Link.Strong, When: null, Bounds: null, Type: LeafType.Procedure } && IsLabelOfValue(at + 1))
        {
            // "Cardiac ultrasound: LVEF ≥ 50 %": how the value is found.
            passed.Add(owner.Span);
            nodes.RemoveAt(nodes.Count - 1);
            link = Link.Strong;
            return false;
        }

        if (owner is { IsBare: true, Qualifiers.Count: 0 } && (owner.Type == LeafType.Measurement ? IsLabelOfValue(at + 1) : owner.Type == LeafType.Score && items[at + 1] is { Kind: ItemKind.Mention, Match.Entry.LeafType: LeafType.Score }))
        {
            // "blood pressure: systolic > 150"
            passed.Add(owner.Span);
            link = owner.Link;
            nodes.RemoveAt(nodes.Count - 1);
            at++;
            return true;
        }

        if (owner.Whole is Predicate.Judgement)
        {
            return ReadDefinition(owner);
        }

        if (owner is not { IsLeaf: true, Bounds: null, Type: LeafType.Condition or LeafType.Treatment or LeafType.Procedure or LeafType.Allergy })
        {
            return false;
        }

        if (owner is { Link: Link.Strong, When: null, Except: null, Qualifiers.Count: 0, Type: LeafType.Treatment or LeafType.Procedure } && items[at + 1].Cue == Cue.Not)
        {
            // "Chemotherapy: no prior chemotherapy": a heading.
            passed.Add(owner.Span);
            nodes.RemoveAt(nodes.Count - 1);
            (pendingHead, link) = (Cue.None, Link.Strong);
            return false;
        }

        at++;
        var to = ScopeEnd(stopAtComma: false);
        if (to <= at)
        {
            return true;
        }

        ReadListed(owner, to);
        return true;
    }

    // "Age 65-70 years: …", "males ≥ 16 years: 1.7": who is meant by what follows.
    private bool IsLabelOfGroup() =>
        items[at - 1].Of(text).ToLowerInvariant() is not ("who" or "must" or "with" or "that") && nodes.TrueForAll(node => node.Type == LeafType.Age && node.Bounds is not null || node is { IsLeaf: true, Type: LeafType.Sex }) && nodes.Exists(node => node.Type == LeafType.Age);

    // The words may also be a demand, so that they shut nobody out and let nobody in.
    private void ReadOfGroup()
    {
        var group = TreeBuilder.Build(nodes, exclusion: false)!;
        var inner = Inner(at + 1, end, list: exclusion).Predicate;
        var gap = new Predicate.Unread(LabelOfGroup) { Span = group.Span };
        unread.Add(new UnreadWords(group.Span, LabelOfGroup));
        Predicate asked = exclusion ? group : new Predicate.Not(group) { Span = group.Span };
        if (inner is not null)
        {
            var span = group.Span.Union(inner.Span);
            asked = exclusion ? new Predicate.All([group, inner]) { Span = span } : new Predicate.Any([asked, inner]) { Span = span };
        }

        nodes.Clear();
        link = Link.Strong;
        at = end;
        Add(Node.Of(new Predicate.All([asked, gap]) { Span = asked.Span }, Link.Strong));
    }

    private const string LabelOfGroup = "These words seem to name a group of persons, of whom what follows is asked.";

    // "Adequate organ function: ANC …, platelets …".
    private bool ReadDefinition(Node owner)
    {
        at++;
        var to = ScopeEnd(stopAtComma: false);
        if (to > at)
        {
            var inner = Inner(at, to, list: exclusion);
            at = to;
            Attach(inner, owner, any: false);
        }

        return true;
    }

    private void ReadListed(Node owner, int to)
    {
        var general = IsClassless(owner.Span);
        var (savedHead, savedWhen) = (pendingHead, pendingWhen);
        pendingHead = HeadOf(owner.Type);
        pendingWhen = owner.When ?? pendingWhen;
        var inner = Inner(at, to, list: exclusion || general);
        (pendingHead, pendingWhen) = (savedHead, savedWhen);
        at = to;
        if (inner.Predicate is not { } members)
        {
            return;
        }

        if (exclusion && to < end && items[to].IsSign(';') && owner.When is not null && !inner.Nodes.TrueForAll(node => node.When == owner.When))
        {
            // "any of these at screening: A; B; C"
            UnreadItem(items[to], "It is not clear how far the words before the colon reach.");
        }

        if (general)
        {
            // "Any of the following diseases: A, B": the members say it.
            passed.Add(owner.Span);
            owner.Whole = members;
            owner.Span = members.Span;
            return;
        }

        if (!inner.Nodes.TrueForAll(node => node.IsLeaf && node.Bounds is null))
        {
            DropDefinedAdjective(owner, inner, defined: false);
            Attach(inner, owner, any: exclusion && items[to - 1].Start > owner.Span.End && Announced(owner));
            if (!exclusion && inner.Nodes.Exists(node => node.Bounds is not null))
            {
                // "patients with Gilbert disease: total bilirubin < 3 x ULN": whom the limit is asked of, or both.
                Doubt(owner, members.Span, Reasons.DependsOnCondition);
            }

            return;
        }

        // "Antidepressants: A, B": all of the class, or these alone.
        var span = owner.Span.Union(members.Span);
        var own = owner.ToPredicate();
        var gap = new Predicate.Unread(Reasons.PlaceOfList) { Span = own.Span };
        Predicate unclear = new Predicate.All([own, gap]) { Span = own.Span };
        owner.Whole = exclusion ? TreeBuilder.Join([unclear, members], any: true)! : new Predicate.All([own, members, gap]) { Span = span };
        owner.Span = span;
    }

    // "serious cardiac disease: including …": examples, each of which is enough.
    private bool Announced(Node owner)
    {
        var next = items.FindIndex(item => item.Start >= owner.Span.End && !item.IsSign(':') && item.Kind != ItemKind.Dash && item.Cue != Cue.Filler);
        return items.Exists(item => item.Cue == Cue.Including && item.Start >= owner.Span.Start && next >= 0 && item.Start <= items[next].Start);
    }

    private static readonly HashSet<string> Classless = new(StringComparer.Ordinal)
    {
        "drug", "drugs", "medication", "medications", "medicine", "medicines", "treatment", "treatments", "therapy", "therapies", "agent", "agents",
        "procedure", "procedures", "event", "events", "following", "one", "more", "of", "the", "prohibited", "certain", "these",
    };

    // "Any of the following medications": the members say all.
    private bool IsClassless(TextSpan span) => Array.TrueForAll(Spelled(span).Split(' '), word => General.Contains(word) || Classless.Contains(word));

    private static Cue HeadOf(LeafType type) => type switch
    {
        LeafType.Condition => Cue.Condition,
        LeafType.Treatment => Cue.Treatment,
        LeafType.Procedure => Cue.Procedure,
        LeafType.Allergy => Cue.Allergy,
        _ => Cue.None,
    };

    /// <summary>What tables of limits are headed with: "renal function: creatinine ≤ 1.5 x ULN".</summary>
    private static readonly HashSet<string> HeadingNouns = new(StringComparer.OrdinalIgnoreCase)
    {
        "function", "functions", "reserve", "parameters", "values", "tests", "test", "examination", "index", "indexes", "indices", "indicators",
        "routine", "chemistry", "biochemistry", "hematology", "haematology", "coagulation", "blood", "laboratory", "count", "counts", "system",
        "results",
    };

    private bool HoldsSign(int from) => items[from..Math.Min(end, from + FarthestSign)].Exists(item => item.Kind == ItemKind.Comparator || item.Is(Cue.Compare) || item.Is(Cue.Between));

    private const int FarthestSign = 16;

    // A short adjective at the start of a clause that no table knows, or the heading of a limit.
    private bool IsLabel(Node node)
    {
        var words = node.Span.Of(text).Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return node.Whole is Predicate.Unread && node.Link == Link.Strong && words.Length <= LongestLabel && (IsAdjective(words[^1]) || (HeadingNouns.Contains(words[^1]) && items[at + 1] is { Kind: ItemKind.Mention, Match.Entry.LeafType: LeafType.Measurement or LeafType.Score } && HoldsSign(at + 1))) && Array.TrueForAll(words, word => !HasWord(word, "not") && !HasWord(word, "no"));
    }
}
