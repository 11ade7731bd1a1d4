using Trialist.Criteria.Vocabulary;

namespace Trialist.Criteria.Islands;

/// <content>Where the words may be read in two ways, or were passed over, the criterion stays in part.</content>
internal sealed partial class IslandParser
{
    private static void Doubt(Node owner, Item item, string reason) => Doubt(owner, item.Span, reason);

    private static void Doubt(Node owner, TextSpan span, string reason)
    {
        var whole = owner.ToPredicate();
        owner.Whole = new Predicate.All([whole, new Predicate.Unread(reason) { Span = span }]) { Span = whole.Span };
    }

    private static readonly string[] Forbidding = ["may not", "must not", "should not", "can not be", "cannot be", "can not have", "cannot have"];

    // In an exclusion, "patients may not take X" says the contrary of what stands there.
    private static bool Forbids(string cue) => StartsWithAny(cue, Forbidding);

    private static bool StartsWithAny(string words, string[] beginnings)
    {
        foreach (var beginning in beginnings)
        {
            if (words.StartsWith(beginning, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }

    // "A, B, or both": any of the list.
    private void AnyOfList()
    {
        if (nodes.Count > 1 && nodes[^1].Link is Link.Comma or Link.And)
        {
            nodes[^1].Link = Link.Or;
        }

        link = nodes.Count > 0 ? Link.Adjacent : link;
    }

    // "clinically or radiographically": neither adverb is a fact.
    private bool StandsBetweenAdverbs() =>
        at > 0 && at + 1 < end && items[at - 1] is { Kind: ItemKind.Cue, Cue: Cue.Filler } && items[at + 1] is { Kind: ItemKind.Cue, Cue: Cue.Filler } && IsAdverb(items[at - 1].Of(text)) && IsAdverb(items[at + 1].Of(text));

    // "history of A, or evidence of B": B is now.
    private void EndHistory(Item item)
    {
        if (pendingWhen is { Relation: TimeRelation.Ever, Anchor: null } && nodes.Count > 0 && link is Link.Or or Link.Comma && item.Of(text) is var words
            && (words.StartsWith("evidence", StringComparison.OrdinalIgnoreCase) || words.StartsWith("presence", StringComparison.OrdinalIgnoreCase) || words.StartsWith("clinical evidence", StringComparison.OrdinalIgnoreCase)))
        {
            pendingWhen = null;
        }
    }

    // A second time behind a first: a point in brackets explains the first; another length is not understood.
    private void AddSecond(Node last, TimeWindow own, TimeWindow second, TextSpan span, bool inBrackets)
    {
        if (second is { Min: null, Max: null, Anchor: { } anchor, Relation: not TimeRelation.During } && second.LongerOf.IsEmpty && (own.Anchor is null || inBrackets))
        {
            last.When = own.Anchor is null ? own with { Anchor = anchor } : own;
            last.Span = last.Span.Union(span);
            return;
        }

        var whole = last.ToPredicate();
        last.Whole = new Predicate.All([whole, new Predicate.Unread(Reasons.SecondTime) { Span = span }]) { Span = whole.Span };
    }

    // "Asthma Control Questionnaire-5": a number that is glued to a name belongs to it.
    private bool TryNumberedName()
    {
        if (nodes.Count == 0 || link != Link.Adjacent || nodes[^1] is not { IsBare: true, Type: LeafType.Score } score || score.Span.End != items[at].Start || at + 1 >= end || items[at + 1] is not { Kind: ItemKind.Number } number || number.Start != items[at].End
            || !(score.Span.Length > LongestAbbreviation || (at + 2 < end && (items[at + 2].Kind == ItemKind.Unknown || items[at + 2].IsSign('(')))))
        {
            return false;
        }

        score.Span = new TextSpan(score.Span.Start, number.End);
        at += 2;
        return true;
    }

    private const int LongestAbbreviation = 8;

    private bool IsLabelOfValue(int index) =>
        index + 1 < end && items[index] is { Kind: ItemKind.Mention, Match.Entry.LeafType: LeafType.Measurement } && ((items[index + 1].IsSign('(') && MatchingClose(index + 1) is > 0 and var close && close + 1 < end && IsAbbreviation(index + 2, close) && Operator(close + 1, out _) is not null) || Operator(index + 1, out _) is not null || items[index + 1].Is(Cue.Between) || NormalLimits.MatchNormal(text, items[index + 1].Start, textEnd).End > 0);

    // "(patients with X must have confirmed Y)" asks something of its own, on whichever side it stands.
    private bool Demands(int to)
    {
        for (var i = at; i < to; i++)
        {
            if (items[i] is { Kind: ItemKind.Cue, Cue: Cue.Filler } && Demanding.OccursIn(items[i].Of(text)))
            {
                return true;
            }
        }

        return false;
    }

    private static readonly PhraseList Demanding = new("must", "should", "eligible", "excluded", "included", "allowed", "permitted", "shall", "required", "can", "may");

    // "solid tumours, who have failed therapy or …": said of those before the comma.
    private bool StartsRelativeClause(Item item) =>
        link == Link.Comma && nodes.Count > 0 && nodes[^1] is { IsLeaf: true, Type: LeafType.Condition } && item.Of(text) is var words
        && (words.StartsWith("who ", StringComparison.OrdinalIgnoreCase) || words.Equals("who", StringComparison.OrdinalIgnoreCase) || words.StartsWith("which ", StringComparison.OrdinalIgnoreCase) || words.Equals("which", StringComparison.OrdinalIgnoreCase));

    // The time that was said right before an "or" and still waits for its fact.
    private TimeWindow? TimeBefore()
    {
        var index = at - 1;
        while (index > 0 && items[index].IsSign(','))
        {
            index--;
        }

        return pendingWhen is { Anchor: null or "planned", Min: null, Max: null } && index > 0 && items[index].Cue is Cue.Or && pendingWhenSpan.End <= items[index].Start && (nodes.Count == 0 || nodes[^1].Span.End <= pendingWhenSpan.Start) ? pendingWhen : null;
    }

    // "past or current" is at any time; "receiving or planned to receive" is two times, of which a leaf has but one.
    private void JoinTimes(TimeWindow? earlier, Item item)
    {
        if (earlier is null || pendingWhen is not { } now || earlier == now)
        {
            return;
        }

        if (earlier.Anchor is null && now.Anchor is null)
        {
            pendingWhen = new TimeWindow(TimeRelation.Ever);
            return;
        }

        UnreadItem(item, "It is not clear which time is meant.");
    }

    // "scars or inflammation at the site": the phrase may narrow all that is listed.
    private void DoubtListBefore(Node last, Qualifier narrowing, TextSpan span)
    {
        if (last.Link is not (Link.Or or Link.And or Link.Comma) || IsGeneral(new TextSpan(last.Span.Start, span.Start)) || IsHeadAlone(last, narrowing.Value) || last is { Type: LeafType.Allergy, Concept.Name: "study drug" } || NamesItsOwnPlace(last, narrowing.Value))
        {
            // "penicillin or any component of penicillin": said of the components alone.
            return;
        }

        if (last.Link == Link.Comma && GoesOnBehind(span.End))
        {
            // "fibrosis, pneumonitis requiring steroids, or active disease": in the midst of a list said of its own member.
            return;
        }

        if (nodes.Count > 1 && StartsAgain.OccursIn(text.AsSpan(nodes[^2].Span.End, Math.Max(0, last.Span.Start - nodes[^2].Span.End))))
        {
            // "fibrosis, pneumonitis, or evidence of active pneumonitis on a scan": said of the evidence.
            return;
        }

        var sharesNoun = true;
        var each = OfWholeList(last, span);
        for (var i = nodes.Count - 2; i >= 0 && nodes[i + 1].Link is Link.Or or Link.And or Link.Comma; i--)
        {
            var node = nodes[i];
            if (!node.IsLeaf || node is { Bounds: not null, Type: not LeafType.Condition } || KindOf(node.Type) != KindOf(last.Type) || node.Qualifiers.Contains(narrowing) || node.Qualifiers.Exists(one => one.Kind == QualifierKind.Role && one.Value.Contains(' ', StringComparison.Ordinal)))
            {
                return;
            }

            sharesNoun &= nodes[i + 1].SharesNoun;
            if (sharesNoun)
            {
                // "liver or kidney disease requiring dialysis": said of their common noun.
                node.Qualifiers.Add(narrowing);
                continue;
            }

            if (each && SaysOfEach(node, last, narrowing.Value))
            {
                node.Qualifiers.Add(narrowing);
                continue;
            }

            var own = node.ToPredicate();
            node.Whole = new Predicate.All([own, new Predicate.Unread(Reasons.Ambiguous) { Span = span }]) { Span = own.Span };
        }
    }

    private bool GoesOnBehind(int place)
    {
        var behind = text.AsSpan(place, textEnd - place).TrimStart();
        return behind.StartsWith(", or ", StringComparison.OrdinalIgnoreCase) || behind.StartsWith(", and ", StringComparison.OrdinalIgnoreCase) || behind.StartsWith(", and/or ", StringComparison.OrdinalIgnoreCase);
    }

    private static readonly PhraseList StartsAgain = new("or evidence of", "or any evidence of", "or signs of", "or presence of", "or the presence of");

    // "heart failure or other disease requiring oxygen": the first is one of the second. "Pleural effusion or ascites requiring drainage", "aspirin or heparin for prophylaxis": what is done with each.
    private static bool SaysOfEach(Node node, Node last, string narrowing) =>
        last.Qualifiers.Exists(one => one is { Kind: QualifierKind.Status, Value: "other" }) && StartsWithAny(narrowing, OfEach)
        || (narrowing.Contains("drainage", StringComparison.OrdinalIgnoreCase) && IsFluid(node) && IsFluid(last))
        || (narrowing.StartsWith("for ", StringComparison.Ordinal) && node.Type is LeafType.Treatment or LeafType.Procedure && node.When == last.When && node.Qualifiers.TrueForAll(one => one.Kind != QualifierKind.Role));

    private static readonly string[] OfEach = ["requiring ", "that require", "which require", "due to ", "caused by ", "associated with ", "for "];

    /// <summary>True where the phrase closes a list of facts of one kind that begins with the clause, and is whole itself.</summary>
    private bool OfWholeList(Node last, TextSpan phrase)
    {
        var words = phrase.Of(text);
        var behind = text.AsSpan(phrase.End, textEnd - phrase.End).TrimStart();
        if (last.Bounds is not null || behind.StartsWith("or ", StringComparison.OrdinalIgnoreCase) || behind.StartsWith("and ", StringComparison.OrdinalIgnoreCase) || behind.StartsWith("of ", StringComparison.OrdinalIgnoreCase) || behind.StartsWith("for ", StringComparison.OrdinalIgnoreCase)
            || words.EndsWith("prevention", StringComparison.OrdinalIgnoreCase) || words.EndsWith("treatment", StringComparison.OrdinalIgnoreCase) || text.AsSpan(0, last.Span.Start).TrimEnd().EndsWith(" any", StringComparison.OrdinalIgnoreCase))
        {
            return false;
        }

        for (var i = nodes.Count - 1; i > 0 && nodes[i].Link != Link.Strong; i--)
        {
            if (nodes[i].Link is not (Link.Or or Link.And or Link.Comma) || nodes[i - 1] is not { IsLeaf: true, Bounds: null } member || member.Type != last.Type || text.AsSpan(member.Span.End, nodes[i].Span.Start - Math.Min(member.Span.End, nodes[i].Span.Start)).Contains('('))
            {
                return false;
            }
        }

        return true;
    }

    private static bool IsFluid(Node node) => (node.Wording ?? node.Concept.Name) is var name && (name.Contains("effusion", StringComparison.OrdinalIgnoreCase) || name.Contains("ascites", StringComparison.OrdinalIgnoreCase));

    // "basal cell carcinoma or carcinoma in situ of the cervix": which of them it is in.
    private static bool NamesItsOwnPlace(Node node, string phrase) => node.Type == LeafType.Condition && phrase.StartsWith("of ", StringComparison.Ordinal) && (node.Wording ?? node.Concept.Name).EndsWith("in situ", StringComparison.Ordinal);

    // "surgery of the knee", "infection of the lung": such a noun asks for its object.
    private static bool IsHeadAlone(Node node, string phrase) => NeedsObject.Contains(node.Concept.Name) && !(phrase.StartsWith("for ", StringComparison.Ordinal) && node.Concept.Name is "chemotherapy" or "radiotherapy" or "immunotherapy" or "vaccine") && Array.Exists(ObjectWords, word => phrase.StartsWith(word, StringComparison.Ordinal));

    private static readonly string[] ObjectWords = ["of ", "to ", "for ", "with "];

    private static readonly HashSet<string> NeedsObject = new(StringComparer.Ordinal)
    {
        "disease", "surgery", "infection", "cancer", "resection", "treatment", "chemotherapy", "radiotherapy", "injury", "fracture",
        "congenital abnormality", "transplantation", "lesion", "history", "inflammation", "biopsy", "implantation", "insertion", "removal",
        "symptom", "disorder", "condition", "impairment", "dysfunction", "obstruction", "stenosis", "drug", "immunotherapy", "vaccine", "allergy",
        "therapy",
    };

    private static bool IsLooseAdjective(string word)
    {
        foreach (var ending in (ReadOnlySpan<string>)["al", "ic", "ous", "ary", "oid", "ar"])
        {
            if (word.Length > ending.Length + 2 && word.EndsWith(ending, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }

    // "… considers unsafe, or active infection, or …": after a comma and "or" a disease is a fact of its own.
    private bool StartsOwnFact(int index)
    {
        if (index < 2 || !(items[index - 1].Cue == Cue.Or && items[index - 2].IsSign(',')))
        {
            return false;
        }

        while (index < end && IsQualifier(index))
        {
            index++;
        }

        return index < end && items[index].Kind == ItemKind.Mention && items[index].Match.Entry is { LeafType: LeafType.Condition or LeafType.Treatment or LeafType.Procedure or LeafType.Allergy } entry && !General.Contains(entry.Name);
    }

    // "no A requiring B, C or D": a denial of several facts that hold together is read only where they are two.
    private Predicate Denied(Predicate denied, TextSpan span)
    {
        var leaves = Leaves.Of(denied).Count;
        Predicate not = new Predicate.Not(denied) { Span = span };
        if (denied is Predicate.Any { Items: var listed } && listed.Any(item => item is Predicate.Not twice && DeniesAgain(twice)))
        {
            return new Predicate.All([not, new Predicate.Unread("It is not clear how far the first denial reaches.") { Span = span }]) { Span = span };
        }

        return (leaves > 2 && Joins(denied)) || denied is Predicate.All { Items: [Predicate.Leaf { Type: LeafType.Pregnancy }, Predicate.Leaf { Type: LeafType.Pregnancy }] } || HoldsJudgement(denied) ? new Predicate.All([not, new Predicate.Unread("It is not clear what of this is denied.") { Span = span }]) { Span = span } : not;
    }

    private bool DeniesAgain(Predicate.Not not) => not.Span.Of(text) is var words && (words.StartsWith("no ", StringComparison.OrdinalIgnoreCase) || words.StartsWith("not ", StringComparison.OrdinalIgnoreCase) || words.StartsWith("never ", StringComparison.OrdinalIgnoreCase) || words.StartsWith("nor ", StringComparison.OrdinalIgnoreCase));

    private static bool HoldsJudgement(Predicate predicate) => predicate switch
    {
        Predicate.Any any => any.Items.Count > 1 && any.Items.Any(item => item is Predicate.Judgement || (item is Predicate.All all && all.Items.Any(part => part is Predicate.Judgement))),
        _ => false,
    };

    private static bool Joins(Predicate predicate) => predicate switch
    {
        Predicate.All => true,
        Predicate.Any any => any.Items.Any(Joins),
        _ => false,
    };

    // "hepatitis B virus or hepatitis C virus infection that is active": both are infections by what is named.
    private bool SharesInfection(Node listed, Node last) =>
        last.Span.Of(text).Contains("infection", StringComparison.OrdinalIgnoreCase) && listed is { Type: LeafType.Condition, Qualifiers.Count: 0 } && !listed.Span.Of(text).Contains("infection", StringComparison.OrdinalIgnoreCase) && IsInfection(listed) && IsInfection(last);

    private bool IsInfection(Node node) => node.Entry is { } entry && (entry.Broader.Contains("infection") || lexicon.Broader(entry).Any(wider => wider.Name == "infection"));

    // "A, B and C negative": the result is of each; another state may be.
    private void ShareTrailing(Node last)
    {
        var result = qualifiers.Exists(item => QualifierOf(item).Kind == QualifierKind.Result);
        if (result && !qualifiers.TrueForAll(item => QualifierOf(item).Value is "positive" or "negative" or "wild type" or "seropositive" or "detectable" or "undetectable" or "abnormal" or "normal" or "elevated" or "within therapeutic range"))
        {
            return;
        }

        var listed = last;
        var ofNoun = false;
        for (var i = nodes.Count - 2; i >= 0 && listed.Link is Link.Or or Link.And or Link.Comma; i--)
        {
            listed = nodes[i];
            if (listed is { IsLeaf: true, Bounds: null } variant && variant.Type == last.Type && variant.Concept == last.Concept && variant.Span.End > last.Span.Start && last.Qualifiers.Count > 0)
            {
                // "stage I or II cancer in remission": one noun, of which both are said.
                variant.Qualifiers.AddRange(qualifiers.ConvertAll(QualifierOf));
                ofNoun = true;
                continue;
            }

            if (ofNoun || !listed.IsLeaf || listed.Bounds is not null || KindOf(listed.Type) != KindOf(last.Type) || listed.Qualifiers.Exists(one => one.Kind == QualifierKind.Result) || (listed.Span.End > last.Span.Start))
            {
                return;
            }

            if (!result && SharesInfection(listed, last))
            {
                listed.Qualifiers.AddRange(qualifiers.ConvertAll(QualifierOf));
            }
            else if (!result)
            {
                Doubt(listed, qualifiers[^1].Span, Reasons.Ambiguous);
            }
            else if (last.Type is LeafType.Biomarker or LeafType.Measurement)
            {
                listed.Type = LeafType.Biomarker;
                listed.Qualifiers.AddRange(qualifiers.FindAll(item => QualifierOf(item).Kind == QualifierKind.Result).ConvertAll(QualifierOf));
            }
        }
    }
}
