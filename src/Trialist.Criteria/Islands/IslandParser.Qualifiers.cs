using Trialist.Criteria.Vocabulary;
using Trialist.Terminology;

namespace Trialist.Criteria.Islands;

/// <content>Words that narrow the noun beside them.</content>
internal sealed partial class IslandParser
{
    private static bool IsOfAnother(Item item) => QualifierOf(item) is { Kind: QualifierKind.Subject, Value: not ("family" or "fetus" or "donor") };

    private static bool IsOfControl(Item item) => QualifierOf(item).Value.EndsWith("controlled", StringComparison.Ordinal);

    private static bool IsOfDisease(Item item) => QualifierOf(item) is { Kind: QualifierKind.Status or QualifierKind.Severity };

    private bool HasQualifier(QualifierKind kind)
    {
        foreach (var item in qualifiers)
        {
            if (QualifierOf(item).Kind == kind)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Reads qualifiers into <see cref="qualifiers"/>; "active or uncontrolled infection" gives one list for each.</summary>
    private List<List<Item>>? ReadQualifiers()
    {
        List<List<Item>>? alternatives = null;
        var joined = -1;
        while (at < end && IsQualifier(at))
        {
            if (IsStage(items[at]) && StageWord(items[at]) is not null)
            {
                return alternatives;
            }

            qualifiers.Add(items[at]);
            if (alternatives is not null && joined < at && QualifierOf(items[at]).Kind is QualifierKind.Site or QualifierKind.Route or QualifierKind.Role or QualifierKind.Method)
            {
                // "uncontrolled or symptomatic brain metastases": where they are is said of both.
                var shared = items[at];
                alternatives.ForEach(list => list.Add(shared));
            }

            at++;
            if (IsAbbreviationAt(at) && at + 3 < end && items[at + 3].Kind is ItemKind.Mention or ItemKind.Unknown)
            {
                // "central nervous system (CNS) metastases"
                at += 3;
            }

            ReadBracketedAlternatives(ref alternatives);
            var next = at;
            while (next < end && next - at < 3 && (items[next].IsSign(',') || items[next].IsSign('/') || items[next].Cue is Cue.Or || (items[next].Cue == Cue.And && items[next].Text is "and")))
            {
                next++;
            }

            if (alternatives is null && nodes.Count == 0 && next == at + 1 && items[at].IsSign(',') && next < end && items[next] is { Kind: ItemKind.Mention, Match.Entry.LeafType: LeafType.Condition } && QualifierOf(qualifiers[^1]).Kind == QualifierKind.Severity)
            {
                // "serious, non-healing wound"
                at = next;
                break;
            }

            if (next > at && next < end && SaysKnownOrSuspected(next))
            {
                // "active, known or suspected autoimmune disease": three states of one disease, of which the second adds nothing.
                alternatives ??= [];
                alternatives.Add([.. qualifiers]);
                qualifiers.RemoveAt(qualifiers.Count - 1);
                at = next + 1;
                continue;
            }

            if (next > at && next < end && IsQualifier(next) && PhraseFollows(next))
            {
                var or = false;
                for (var i = at; i < next; i++)
                {
                    or |= items[i].Cue == Cue.Or || items[i].IsSign('/') || (exclusion && items[i].Cue == Cue.And && ShutOut(QualifierOf(qualifiers[^1]), QualifierOf(items[next])));
                }

                if (or || (items[at].IsSign(',') && OrFollows(next)))
                {
                    alternatives ??= [];
                    alternatives.Add([.. qualifiers]);

                    // "severe acute or chronic": how severe is said of both.
                    var chosen = QualifierOf(qualifiers[^1]).Kind;
                    var extent = IsExtent(QualifierOf(qualifiers[^1])) && IsExtent(QualifierOf(items[next]));
                    qualifiers.RemoveAll(item => !(extent && QualifierOf(item).Value is "untreated" or "treated" or "newly diagnosed") && (QualifierOf(item).Kind is not (QualifierKind.Severity or QualifierKind.Result) || QualifierOf(item).Kind == chosen));
                }

                at = next;
                joined = next;
            }
        }

        if (alternatives is not null)
        {
            alternatives.Add([.. qualifiers]);
        }

        return alternatives;
    }

    // "untreated locally advanced or metastatic cancer": what was done is said of both.
    private static bool IsExtent(Qualifier qualifier) => qualifier.Value is "locally advanced" or "advanced" or "metastatic" or "recurrent";

    // "topical and systemic", "acute and chronic": nothing is both, so that a list of what is excluded means either.
    private static bool ShutOut(Qualifier one, Qualifier other) =>
        (IsWayIn(one) && IsWayIn(other)) || (one.Kind == QualifierKind.Severity && other.Kind == QualifierKind.Severity && one.Value != other.Value && (IsDegree(one.Value) && IsDegree(other.Value) || (one.Value, other.Value) is ("major", "minor") or ("minor", "major")))
        || (one.Value, other.Value) is ("acute", "chronic") or ("chronic", "acute") or ("primary", "secondary") or ("secondary", "primary") or ("left", "right") or ("right", "left");

    private static bool IsDegree(string value) => value is "mild" or "moderate" or "severe";

    private bool IsAbbreviationAt(int index) => index + 2 < end && items[index].IsSign('(') && items[index + 2].IsSign(')') && IsCapitals(items[index + 1].Span);

    // "known or suspected" is one phrase of the table, which asks for the disease alone.
    private bool SaysKnownOrSuspected(int index) =>
        items[index] is { Kind: ItemKind.Cue, Cue: Cue.Filler } item && index + 1 < end && items[index + 1].Kind is ItemKind.Mention or ItemKind.Unknown or ItemKind.Cue && PhraseFollows(index + 1)
        && item.Span.Of(text).Contains("suspected", StringComparison.OrdinalIgnoreCase) && QualifierOf(qualifiers[^1]).Kind == QualifierKind.Status;

    // "systemic (oral or intravenous) corticosteroids": the class, and each of the kinds in brackets.
    private void ReadBracketedAlternatives(ref List<List<Item>>? alternatives)
    {
        if (at >= end || !items[at].IsSign('(') || MatchingClose(at) is not (> 0 and var close) || close + 1 >= end || items[close + 1].Kind is not (ItemKind.Mention or ItemKind.Unknown) || IsQualifier(close + 1))
        {
            return;
        }

        var kinds = new List<Item>();
        for (var i = at + 1; i < close; i++)
        {
            if (IsQualifier(i))
            {
                kinds.Add(items[i]);
            }
            else if (!(items[i].IsSign(',') || items[i].IsSign('/') || items[i].Cue is Cue.Or or Cue.And or Cue.Including || items[i].Is(Cue.Including)))
            {
                return;
            }
        }

        if (kinds.Count == 0 || !kinds.TrueForAll(kind => QualifierOf(kind).Kind == QualifierKind.Route) || QualifierOf(qualifiers[^1]) is not ({ Kind: QualifierKind.Route } or { Value: "systemic" }))
        {
            return;
        }

        alternatives ??= [];
        foreach (var kind in kinds)
        {
            alternatives.Add([.. qualifiers]);
            qualifiers[^1] = kind;
        }

        at = close + 1;
    }

    private bool IsCapitals(TextSpan span) => span.Length <= LongestAbbreviation && text.AsSpan(span.Start, span.Length).IndexOfAnyExceptInRange('A', 'Z') < 0;

    private bool IsQualifier(int index) => items[index].Kind is ItemKind.Cue or ItemKind.Mention && items[index].Phrase is { Cue: Cue.Qualifier };

    private bool PhraseFollows(int index)
    {
        index = AdjectivesEnd(index);
        index = index < end && OpensUse(items[index]) ? AdjectivesEnd(index + 1) : index;
        return index < end && items[index].Kind is ItemKind.Mention or ItemKind.Unknown;
    }

    private int AdjectivesEnd(int index)
    {
        while (index < end && (IsQualifier(index) || items[index].IsSign(',') || items[index].IsSign('/') || items[index].Cue is Cue.Or or Cue.And || IsAbbreviationAt(index) || RoutesEnd(index) > index))
        {
            index = IsAbbreviationAt(index) ? index + 3 : Math.Max(index + 1, RoutesEnd(index));
        }

        return index;
    }

    // "use of", "administration of", "treatment with"
    private bool OpensUse(Item item) => item.Cue == Cue.Treatment && item.Of(text) is var words && Array.Exists(UseWords, words.ToLowerInvariant().EndsWith);

    private static readonly string[] UseWords = ["use of", "administration of", "treatment with", "therapy with", "doses of", "intake of"];

    // "systemic or topical administration of glucocorticoids": each adjective with the drug behind the words of use.
    private void GoOnBehindUse(ref List<List<Item>>? alternatives)
    {
        if (alternatives is null || at + 1 >= end || !OpensUse(items[at]))
        {
            return;
        }

        SetHead(items[at]);
        qualifiers.Clear();
        var further = ReadQualifiers() ?? [[.. qualifiers]];
        if (alternatives.Count * further.Count > MostChoices)
        {
            alternatives = null;
            return;
        }

        var choices = new List<List<Item>>();
        foreach (var one in alternatives)
        {
            choices.AddRange(further.ConvertAll<List<Item>>(other => [.. one, .. other]));
        }

        alternatives = choices;
        qualifiers.Clear();
    }

    /// <summary>More combinations of adjectives are none that a person meant.</summary>
    private const int MostChoices = 8;

    // "(intranasal, inhaled)" of "topical (intranasal, inhaled) corticosteroids"
    private int RoutesEnd(int open)
    {
        if (!items[open].IsSign('('))
        {
            return open;
        }

        for (var i = open + 1; i < end && i - open <= LongestRoutes; i++)
        {
            if (items[i].IsSign(')'))
            {
                return i + 1;
            }

            if (!(IsQualifier(i) && QualifierOf(items[i]).Kind == QualifierKind.Route) && !(items[i].IsSign(',') || items[i].IsSign('/') || items[i].Cue is Cue.Or or Cue.And or Cue.Including || items[i].Is(Cue.Including)))
            {
                return open;
            }
        }

        return open;
    }

    private const int LongestRoutes = 12;

    private bool OrFollows(int index)
    {
        while (index < end && (IsQualifier(index) || items[index].IsSign(',')))
        {
            index++;
        }

        return index < end && items[index].Cue == Cue.Or;
    }

    // "HBsAg positive", "asthma that is severe or uncontrolled": qualifiers after their noun.
    private void TrailQualifiers()
    {
        if (qualifiers.Count == 0)
        {
            return;
        }

        if (StatesLast())
        {
            link = Link.Adjacent;
        }

        qualifiers.RemoveAll(item => QualifierOf(item).Kind == QualifierKind.Method && nodes.Count > 0 && item.Start >= nodes[^1].Span.End && Pass(item));
        if (qualifiers.Count == 0)
        {
            return;
        }

        if (nodes.Count > 0 && nodes[^1] is { IsLeaf: true } last && link is Link.Adjacent or Link.With && !(at < end && items[at].Cue is Cue.Treatment or Cue.Procedure) && last.Type is not (LeafType.Sex or LeafType.Age or LeafType.Consent) && !(last.IsGroup && qualifiers.Exists(item => QualifierOf(item).Kind == QualifierKind.Result)))
        {
            ShareTrailing(last);
            foreach (var item in qualifiers)
            {
                last.Qualifiers.Add(QualifierOf(item));
            }

            last.Span = last.Span.Union(qualifiers[^1].Span);
            MarkTested(last);
            if (last.Type == LeafType.Measurement && last.Bounds is null && last.Qualifiers.Exists(one => one.Kind == QualifierKind.Result))
            {
                last.Type = LeafType.Biomarker;
                foreach (var other in lexicon.Find(last.Span.Of(text)[..Math.Min(last.Span.Length, qualifiers[0].Start - last.Span.Start)].TrimEnd(' ', '-')))
                {
                    if (other.LeafType == LeafType.Biomarker)
                    {
                        // "PR-negative" is no interval.
                        (last.Concept, last.Entry) = (other.Concept, other);
                        break;
                    }
                }
            }

            qualifiers.Clear();
        }
        else if (nodes.Count > 0 && nodes[^1] is { IsLeaf: true, Qualifiers.Count: > 0 } before && link == Link.Or && qualifiers.Count == 1 && before.Qualifiers[^1] is var first && QualifierOf(qualifiers[0]) is var second && second.Value is not ("other" or "another") && first.Value != second.Value && !first.Value.Contains(' ', StringComparison.Ordinal))
        {
            before.Qualifiers[^1] = first with { Value = $"{first.Value} or {second.Value}" };
            before.Span = before.Span.Union(qualifiers[0].Span);
            link = Link.Adjacent;
            qualifiers.Clear();
        }
        else if (at + 1 < end && items[at].Cue == Cue.Or && items[at + 1].Cue == Cue.Ever && waitingState is null && link != Link.Adjacent && qualifiers.TrueForAll(IsOfDisease))
        {
            // "untreated or prior brain metastases": the first state waits for the noun behind the time; "active or prior" is at any time.
            var now = qualifiers.TrueForAll(item => QualifierOf(item).Value is "active" or "current" or "ongoing");
            waitingState = now ? null : [.. qualifiers];
            passed.AddRange(now ? qualifiers.ConvertAll(item => item.Span) : []);
            qualifiers.Clear();
            at++;
        }
        else if (at + 1 < end && items[at].Cue == Cue.Or && items[at + 1].Cue == Cue.Judgement && items[at + 1].Phrase!.As(Cue.Judgement) == "adjective" && waitingState is null && link != Link.Adjacent && qualifiers.TrueForAll(IsOfDisease) && at + 2 < end && !IsQualifier(at + 2) && PhraseEnd(at + 2) > at + 2)
        {
            // "uncontrolled or significant cardiovascular disease": the state waits for the noun behind the judged adjective.
            waitingState = [.. qualifiers];
            qualifiers.Clear();
            at++;
        }
        else if (at >= end || items[at].Kind is ItemKind.Sign || items[at].Cue is Cue.And or Cue.Or or Cue.Not)
        {
            FlushQualifiers();
        }
    }

    // "acute myeloid leukemia, relapsed or refractory": behind its comma the state is of the one disease before it.
    private bool StatesLast() =>
        link == Link.Comma && nodes.Count > 0 && nodes[^1] is { IsLeaf: true, Type: LeafType.Condition, Bounds: null, Except: null, Link: Link.Strong or Link.Adjacent or Link.With } disease && disease.Span.End < qualifiers[0].Start && text.AsSpan(disease.Span.End, qualifiers[0].Start - disease.Span.End).Trim() is ","
        && !disease.Qualifiers.Exists(one => one.Kind == QualifierKind.Status) && qualifiers.TrueForAll(item => QualifierOf(item) is { Kind: QualifierKind.Status, Value: not ("active" or "current" or "stable") })
        && (at >= end || (items[at].Kind == ItemKind.Sign && items[at].Text is ";" or "(" or "."));

    // "history of or with active X": X at any time, now or not.
    private void DropActiveBesideHistory()
    {
        if (qualifiers is [var active, ..] && pendingWhen is { Relation: TimeRelation.Ever, Anchor: null } && QualifierOf(active).Value == "active" && pendingWhenSpan.End < active.Start && text.AsSpan(pendingWhenSpan.End, active.Start - pendingWhenSpan.End).Trim() is "or" or "or with" or "or have" or "or has" or "or a" or "or any")
        {
            passed.Add(active.Span);
            qualifiers.RemoveAt(0);
        }
    }

    private List<Item>? waitingState;

    // "untreated" of "untreated or prior brain metastases": now, beside what was at any time.
    private void AddWaiting(LeafType type, Concept concept, LexiconEntry? entry, string? wording, TextSpan span)
    {
        if (waitingState is not { } state)
        {
            return;
        }

        waitingState = null;
        var node = new Node { Span = span.Union(state[0].Span), Type = type, Concept = concept, Entry = entry, Wording = wording };
        node.Qualifiers.AddRange(state.ConvertAll(QualifierOf));
        if (link == Link.Adjacent && nodes.Count > 0 && nodes[^1] is { Whole: Predicate.Judgement } judged)
        {
            node.When = pendingWhen;
            (node.Link, node.AfterComma, judged.Link) = (judged.Link, judged.AfterComma, Link.Or);
            nodes.Insert(nodes.Count - 1, node);
            return;
        }

        Add(node);
        link = Link.Or;
    }

    // "positive skin prick test to birch": a test with a result is a marker.
    private static void MarkTested(Node node)
    {
        if (node is { IsLeaf: true, Type: LeafType.Procedure } && (node.Wording ?? node.Concept.Name) is var name && (name.Contains("skin prick test", StringComparison.Ordinal) || name.Contains("skin test", StringComparison.Ordinal) || name.Contains("patch test", StringComparison.Ordinal) || name.EndsWith("drug screen", StringComparison.Ordinal)) && node.Qualifiers.Exists(one => one.Kind == QualifierKind.Result))
        {
            node.Type = LeafType.Biomarker;
        }
    }

    // "hypertrophy by electrocardiogram": how it was found.
    private bool Pass(Item item)
    {
        passed.Add(item.Span);
        return true;
    }

    private bool NounFollows(int index) => index + 1 < end && (items[index + 1].Kind is ItemKind.Unknown || (items[index + 1].Kind == ItemKind.Mention && !IsQualifier(index + 1)));

    private void FlushQualifiers()
    {
        foreach (var qualifier in qualifiers)
        {
            UnreadItem(qualifier, Reasons.NarrowsUnread);
        }

        qualifiers.Clear();
    }
}
