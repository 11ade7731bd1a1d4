using Trialist.Criteria.Vocabulary;

namespace Trialist.Criteria.Islands;

/// <content>Further tests by which a fact is found: "on examination or CT scan", "by history, examination and ECG".</content>
internal sealed partial class IslandParser
{
    /// <summary>More words between the preposition and the last of its tests tell of something else.</summary>
    private const int LongestMeans = 12;

    private static readonly HashSet<string> MeansWords = new(StringComparer.OrdinalIgnoreCase)
    {
        "history", "medical history", "clinical history", "history of", "exam", "clinical", "physical", "serial", "plain", "film", "films", "mr", "palpation", "inspection", "self", "report", "self report", "visual",
        "laboratory", "routine", "medical", "a", "an", "the", "either", "both", "repeat", "repeated", "recent", "most recent", "lead", "chest",
    };

    // A test that only goes on with the list of tests behind a preposition asks for nothing.
    private bool IsFurtherMeans(Node node)
    {
        if (node is not { IsLeaf: true, Type: LeafType.Procedure, Bounds: null, Entry: { } test } || link is not (Link.Or or Link.And or Link.Comma) || nodes.FindLast(one => !IsPlainTest(one)) is not { IsLeaf: true, Except: null, Type: LeafType.Condition or LeafType.Measurement or LeafType.Biomarker or LeafType.Behaviour or LeafType.Score } found
            || !IsExamination(test) || node.Qualifiers.Exists(one => one.Kind == QualifierKind.Result))
        {
            return false;
        }

        var place = Math.Min(at, items.Count) - 1;
        while (place >= 0 && items[place].Start > node.Span.Start)
        {
            place--;
        }

        var from = MeansBegin(place - 1);
        if (from <= 0 || items[from].Start <= found.Span.Start)
        {
            return false;
        }

        var words = new TextSpan(items[from].Start, node.Span.End);
        if (found.Span.End > words.Start && found.Qualifiers.FindLastIndex(one => one.Kind == QualifierKind.Role) is >= 0 and var role && node.Span.End > found.Span.End)
        {
            // "metastases on plain film or bone scan": both are in its name.
            found.Qualifiers[role] = new Qualifier(QualifierKind.Role, $"{found.Qualifiers[role].Value} {text[found.Span.End..node.Span.End].Trim().ToLowerInvariant()}");
            found.Span = found.Span.Union(node.Span);
        }

        if (pendingWhen is not null && pendingWhenSpan.Start >= words.Start)
        {
            // The "history" among the means is no time of the fact.
            pendingWhen = null;
        }

        passed.Add(words);
        link = Link.Adjacent;
        if (at < end && items[at].IsSign('(') && items[at].Start >= node.Span.End && items[at].Start <= node.Span.End + 1 && MatchingClose(at) is > 0 and var close && items[(at + 1)..close].TrueForAll(IsOfMeans))
        {
            // "radiographic imaging (x-ray, CT or MRI)"
            passed.Add(new TextSpan(items[at].Start, items[close].End));
            at = close + 1;
        }

        return true;
    }

    private bool IsExamination(Terminology.LexiconEntry entry) => entry.Name == "imaging" || IsTest(entry);

    // A test before it that waits to be told as a means itself.
    private bool IsPlainTest(Node node) => node is { IsLeaf: true, Type: LeafType.Procedure, Bounds: null, Entry: { } test, Link: not Link.Strong } && IsExamination(test) && !node.Qualifiers.Exists(one => one.Kind == QualifierKind.Result);

    private bool IsOfMeans(Item item) =>
        item.IsSign(',') || item.IsSign('/') || item.Cue is Cue.Or or Cue.And || item.Kind is ItemKind.Dash or ItemKind.Number || MeansWords.Contains(item.Of(text))
        || (item is { Kind: ItemKind.Mention, Match.Entry: { LeafType: LeafType.Procedure } known } && IsExamination(known));

    private static readonly string[] Earlier = ["previous ", "prior "];

    // "previous chemotherapy" is one term of the lexicon, and was at any time.
    private void SayEarlier(Node node)
    {
        if (node is not { IsLeaf: true, Type: LeafType.Treatment, Wording: { } worded } || Array.Find(Earlier, worded.StartsWith) is not { } word)
        {
            return;
        }

        node.Wording = worded[word.Length..] is var rest && rest == node.Concept.Name ? null : rest;
        node.When ??= new TimeWindow(TimeRelation.Ever);
        if (pendingWhen is null)
        {
            (pendingWhen, pendingWhenSpan) = (node.When, new TextSpan(node.Span.Start, node.Span.Start + word.Length));
        }
    }

    // Where the preposition stands behind which nothing but tests and the words that join them follow; -1 where there is none.
    private int MeansBegin(int last)
    {
        for (var i = last; i > 0 && last - i < LongestMeans; i--)
        {
            var words = items[i].Of(text);
            if (items[i].Kind == ItemKind.Cue && (words.EndsWith(" by", StringComparison.OrdinalIgnoreCase) || words.ToLowerInvariant() is "by" or "on" or "from" or "via" or "using"))
            {
                return i;
            }

            if (!IsOfMeans(items[i]) && !IsQualifier(i))
            {
                return -1;
            }
        }

        return -1;
    }
}
