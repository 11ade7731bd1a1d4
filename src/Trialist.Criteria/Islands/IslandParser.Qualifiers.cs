using Trialist.Criteria.Vocabulary;

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
            if (at + 1 < end && items[at].IsSign('(') && MatchingClose(at) is > 0 and var close && close == at + 2 && IsCapitals(items[at + 1].Span) && close + 1 < end && items[close + 1].Kind is ItemKind.Mention or ItemKind.Unknown)
            {
                // "central nervous system (CNS) metastases"
                at = close + 1;
            }

            var next = at;
            while (next < end && next - at < 3 && (items[next].IsSign(',') || items[next].IsSign('/') || items[next].Cue is Cue.Or || (items[next].Cue == Cue.And && items[next].Text is "and")))
            {
                next++;
            }

            if (next > at && next < end && IsQualifier(next) && PhraseFollows(next))
            {
                var or = false;
                for (var i = at; i < next; i++)
                {
                    or |= items[i].Cue == Cue.Or || items[i].IsSign('/');
                }

                if (or || (items[at].IsSign(',') && OrFollows(next)))
                {
                    alternatives ??= [];
                    alternatives.Add([.. qualifiers]);

                    // "severe acute or chronic": how severe is said of both.
                    var chosen = QualifierOf(qualifiers[^1]).Kind;
                    qualifiers.RemoveAll(item => QualifierOf(item).Kind is not (QualifierKind.Severity or QualifierKind.Result) || QualifierOf(item).Kind == chosen);
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

    private bool IsCapitals(TextSpan span) => span.Length <= LongestAbbreviation && text.AsSpan(span.Start, span.Length).IndexOfAnyExceptInRange('A', 'Z') < 0;

    private bool IsQualifier(int index) => items[index].Kind is ItemKind.Cue or ItemKind.Mention && items[index].Phrase is { Cue: Cue.Qualifier };

    private bool PhraseFollows(int index)
    {
        while (index < end && (IsQualifier(index) || items[index].IsSign(',') || items[index].IsSign('/') || items[index].Cue is Cue.Or or Cue.And))
        {
            index++;
        }

        return index < end && items[index].Kind is ItemKind.Mention or ItemKind.Unknown;
    }

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
        else if (nodes.Count > 0 && nodes[^1] is { IsLeaf: true, Qualifiers.Count: > 0 } before && link == Link.Or && qualifiers.Count == 1 && at >= before.Span.End - before.Span.End)
        {
            var first = before.Qualifiers[^1];
            before.Qualifiers[^1] = first with { Value = $"{first.Value} or {QualifierOf(qualifiers[0]).Value}" };
            before.Span = before.Span.Union(qualifiers[0].Span);
            link = Link.Adjacent;
            qualifiers.Clear();
        }
        else if (at >= end || items[at].Kind is ItemKind.Sign || items[at].Cue is Cue.And or Cue.Or or Cue.Not)
        {
            FlushQualifiers();
        }
    }

    // "hypertrophy by electrocardiogram": how it was found.
    private bool Pass(Item item)
    {
        passed.Add(item.Span);
        return true;
    }

    private bool NounFollows(int index) => index + 1 < end && (items[index + 1].Kind is ItemKind.Unknown || (items[index + 1].Kind == ItemKind.Mention && !IsQualifier(index + 1)));
}
