using Trialist.Criteria.Vocabulary;

namespace Trialist.Criteria.Islands;

/// <content>Facts among the words of a judgement.</content>
internal sealed partial class IslandParser
{
    private static readonly PhraseList SaysOpinionOf = new("opinion", "judgment", "judgement", "judged by", "view of", "point of view", "discretion");

    private static readonly HashSet<string> WhoJudges = new(StringComparer.OrdinalIgnoreCase)
    {
        "the", "a", "lead", "site", "study", "treating", "attending", "principal", "local", "primary", "of", "investigator", "investigators", "physician", "physicians", "doctor", "clinician", "pi", "researcher", "researchers", "surgeon", "team", "the investigator", "the investigators",
    };

    // "In the investigator's opinion, uncontrolled diabetes": the fact, as far as who judges says so.
    private bool TryJudgedFact(Item item)
    {
        if (depth >= DeepestNesting || !SaysOpinionOf.OccursIn(item.Of(text)) || qualifiers.Count > 0 || !(nodes.Count == 0 || link == Link.Strong || nodes.TrueForAll(node => node is { IsLeaf: true, Bounds: null, Type: LeafType.Sex or LeafType.Age })))
        {
            return false;
        }

        var to = ScopeEnd(stopAtComma: false);
        var past = at + 1;
        while (past < to && WhoJudges.Contains(items[past].Of(text)) && (past > at + 1 || EndsOpen(item)))
        {
            past++;
        }

        var first = past < to && items[past].IsSign(',') ? past + 1 : past;
        if (first >= to || items[first..to].Exists(one => one.Cue is Cue.Judgement or Cue.Action or Cue.If or Cue.Provided))
        {
            return false;
        }

        var earlier = NotesSoFar;
        var inner = Inner(first, to, list: exclusion);
        if (unread.Count > earlier.Unread || guessed.Count > earlier.Guessed || inner.Predicate is not { } fact || !inner.Nodes.TrueForAll(IsKnownFact))
        {
            ForgetSince(earlier);
            return false;
        }

        sawJudgement = true;
        var judged = Judged(new TextSpan(item.Start, items[past - 1].End)).ToPredicate();
        Add(Node.Of(new Predicate.All([judged, fact]) { Span = judged.Span.Union(fact.Span) }, link));
        at = to;
        return true;
    }

    // "in the opinion of", "as judged by": who it is follows.
    private bool EndsOpen(Item item) => item.Of(text) is var words && (words.EndsWith(" of", StringComparison.OrdinalIgnoreCase) || words.EndsWith(" by", StringComparison.OrdinalIgnoreCase));

    private static bool IsKnownFact(Node node) => node is { IsLeaf: true, IsAction: false, Type: LeafType.Condition or LeafType.Treatment or LeafType.Procedure or LeafType.LifeExpectancy or LeafType.Measurement or LeafType.Score or LeafType.Allergy } or { Whole: Predicate.Any or Predicate.All or Predicate.Not };

    private static readonly HashSet<string> NounTails = new(StringComparer.OrdinalIgnoreCase) { "of", "in", "on", "to", "for", "between" };

    // "compromise" and "limit" are verbs of what is judged, or nouns of what is not.
    private bool IsNoun(Item item) =>
        item.Of(text).ToLowerInvariant() is "compromise" or "limit"
        && ((at > 0 && items[at - 1].Of(text) is "to" && nodes is [.., { IsLeaf: true, Bounds: not null }]) || at + 1 >= end || items[at + 1] is { Kind: ItemKind.Sign, Text: not ("(" or ",") } || (items[at + 1].Of(text) is var next && NounTails.Contains(next.IndexOf(' ', StringComparison.Ordinal) is > 0 and var cut ? next[..cut] : next)));

    private static readonly HashSet<string> StaffWords = new(StringComparer.Ordinal)
    {
        "investigator", "investigators", "sub", "co", "sub-investigator", "sub-investigators", "co-investigator", "co-investigators", "subinvestigator", "subinvestigators", "research", "assistant", "assistants", "pharmacist", "study", "coordinator",
        "coordinators", "other", "site", "staff", "thereof", "directly", "involved", "in", "the", "conduct", "conducting", "of", "relative", "relatives", "immediate", "family", "member", "members", "aforementioned", "employee", "employees", "sponsor",
        "child", "children", "spouse", "spouses", "parent", "parents", "sibling", "siblings", "their", "his", "her", "as", "well", "all", "any", "collaborators", "participating", "or", "and", "a", "an", "principal", "nurse", "nurses", "personnel", "this", "trial", "with", "who", "are", "is", "should", "not", "be", "enrolled", "included", "excluded", "eligible", "will", "thus", "considered",
    };

    private static readonly HashSet<string> StaffBesides = new(StringComparer.Ordinal) { "sub", "co", "sub-investigator", "sub-investigators", "co-investigator", "co-investigators", "subinvestigator", "subinvestigators", "coordinator", "coordinators", "staff", "personnel", "employee", "employees", "collaborators", "pharmacist", "relatives", "spouses" };

    // "Subject is an investigator, sub-investigator, study coordinator or other site staff": those who do the study.
    private bool TryStaffList(Item item)
    {
        if (nodes.Count > 0 || qualifiers.Exists(word => !StaffWords.Contains(word.Of(text))) || !item.Of(text).EndsWith("investigator", StringComparison.OrdinalIgnoreCase) && !item.Of(text).EndsWith("investigators", StringComparison.OrdinalIgnoreCase) || item.Of(text).Contains("by ", StringComparison.OrdinalIgnoreCase) || lexicon.ByName("employee of site") is not { LeafType: { } type } entry)
        {
            return false;
        }

        var to = ScopeEnd(stopAtComma: false);
        var words = Spelled(new TextSpan(item.Start, items[to - 1].End)).Split([' ', ',', '/', '-'], StringSplitOptions.RemoveEmptyEntries);
        if (!Array.Exists(words, StaffBesides.Contains) || !Array.TrueForAll(words, StaffWords.Contains))
        {
            return false;
        }

        var span = new TextSpan(item.Start, items[to - 1].End);
        passed.AddRange(qualifiers.ConvertAll(word => word.Span));
        qualifiers.Clear();
        at = to;
        Add(new Node { Span = span, Type = type, Concept = entry.Concept, Entry = entry, Link = link });
        return true;
    }

    private bool NamesOwnFact(Item item) => NamesFact(item) && !IsClassless(item.Span);

    private static readonly PhraseList Suits = new("amenable", "suitable", "candidate", "appropriate", "fit for", "eligible");

    // "not amenable to curative treatment (e.g. surgery)": what could be done, not what was.
    private bool NamesOptions(int from, int examples) => Suits.OccursIn(items[from].Of(text)) && items[examples..at].TrueForAll(item => !NamesOwnFact(item) || item.Match.Entry.LeafType is LeafType.Treatment or LeafType.Procedure);

    // A bracket that was not closed goes to the end of what is judged.
    private int CloseOrEnd(int open) => MatchingClose(open) is > 0 and var close ? close : at;

    // A bracket that names facts: "(gastrectomy or bowel resection)".
    private int BracketOfExamples(int from)
    {
        for (var i = from + 1; i < at; i++)
        {
            if (items[i].IsSign('(') && CloseOrEnd(i) is var close && close <= at && items[(i + 1)..close].Count(NamesOwnFact) is > 0 and var facts && (facts > 1 || close - i > 2))
            {
                return i;
            }
        }

        return -1;
    }
}
