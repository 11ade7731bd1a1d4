using Trialist.Criteria.Vocabulary;

namespace Trialist.Criteria.Islands;

/// <content>Brackets: abbreviations, windows, limits, members, remarks.</content>
internal sealed partial class IslandParser
{
    private void ReadBracket()
    {
        var open = at;
        at++;
        // The bracket may hold sentences: find its own end.
        var close = MatchingClose(open);
        if (close < 0)
        {
            ReadUnclosed(open);
            return;
        }

        var to = close;
        if (to > at && link != Link.Adjacent | nodes.Count == 0 && NarrowsNext(to))
        {
            // "(non-infectious) pneumonitis"
            var adjective = new TextSpan(items[at].Start, items[to - 1].End);
            var phrase = new CuePhrase([""]);
            phrase.Add(Cue.Qualifier, $"status:{Spelled(adjective)}");
            qualifiers.Add(new Item(ItemKind.Cue, adjective.Start, adjective.End) { Phrase = phrase });
            at = close + 1;
            return;
        }

        if (to > at && depth < DeepestNesting)
        {
            DoubtAlternative(open, to);
            ReadBracketContent(to);
        }

        at = close + 1;
        if (abbreviated)
        {
            abbreviated = false;
            TakeTail(open);
        }
    }

    // "spirometry (or peak flow if unable) of FEV1 < 80 %": what else may be measured, in the midst of a demand.
    private void DoubtAlternative(int open, int close)
    {
        if (depth == 0 && close + 1 < end && items[open + 1].Cue == Cue.Or && items[(open + 2)..close].Exists(item => item.Cue == Cue.If))
        {
            UnreadItem(items[open + 1], "It is not clear when this is asked instead.");
        }
    }

    private int MatchingClose(int open)
    {
        var nesting = 0;
        for (var i = open; i < end; i++)
        {
            if (items[i].Kind == ItemKind.Sign)
            {
                nesting += items[i].Text is "(" or "[" or "{" ? 1 : items[i].Text is ")" or "]" or "}" ? -1 : 0;
                if (nesting == 0)
                {
                    return i;
                }
            }
        }

        return -1;
    }

    private void ReadBracketContent(int to)
    {
        if (to == at + 1 && items[at].Cue == Cue.OrBoth)
        {
            AnyOfList();
            return;
        }

        if (items[at].Of(text).Equals("see", StringComparison.OrdinalIgnoreCase) && items[(at + 1)..to].TrueForAll(item => item.Kind is ItemKind.Unknown or ItemKind.Number or ItemKind.Dash or ItemKind.Sign or ItemKind.Cue && item.Cue is Cue.Filler or Cue.Reference || item.Text is "for" or "in" or "and"))
        {
            // "(see appendix 3)"
            PassBracket(to);
            return;
        }

        if (items[at].Of(text).ToLowerInvariant() is "calculated" or "derived" or "estimated" or "computed" or "corrected" or "adjusted" or "uncorrected" or "unadjusted" && !items[at..to].Exists(item => item.Kind is ItemKind.Comparator))
        {
            // "(calculated from the prothrombin time)"
            PassBracket(to);
            return;
        }

        if (nodes.Count > 0 && nodes[^1] is { IsLeaf: true, Type: LeafType.Pregnancy or LeafType.Lactation } && items[at..to].TrueForAll(item => item.Cue is Cue.If or Cue.Filler || item.Text is "for" or "in" || item.Phrase?.As(Cue.Matter) is "sex:female"))
        {
            // "pregnancy (if female)"
            PassBracket(to);
            return;
        }

        if (items[at..to].TrueForAll(item => item.Kind is ItemKind.Dash || Ends.Contains(item.Of(text))))
        {
            // "(including cut-off value)"
            PassBracket(to);
            return;
        }

        if (TryBracketMethod(to) || TryBracketExcluded(to))
        {
            return;
        }

        if (nodes.Count > 0 && link == Link.Adjacent && TryBracketOfCare(nodes[^1], to))
        {
            return;
        }

        if (to == at + 1 && items[at] is { Kind: ItemKind.Mention, Match.Entry: { } assay } && IsIge(assay) && nodes.Count > 0 && nodes[^1] is { IsLeaf: true } found && found.Concept.Name.Contains("ige", StringComparison.Ordinal))
        {
            // "specific IgE (ImmunoCAP)"
            PassBracket(to);
            return;
        }

        if (TryCube(to) || OnlyPermitsSupport(at, to))
        {
            PassBracket(to);
            return;
        }

        if (TryBracketTimeAhead(to))
        {
            return;
        }

        if (TryLimitOfTheseInBrackets(to) || TryAdmissionInBrackets(to))
        {
            return;
        }

        if (Demands(to))
        {
            if (HoldsLimit(at - 1))
            {
                AddUndecided(at, to, DemandInBrackets);
                return;
            }

            Unread(at, to, DemandInBrackets);
            return;
        }

        if (nodes.Count > 0 && link == Link.Adjacent && nodes[^1] is { IsBare: true, Type: LeafType.Measurement } measured && UnitInBrackets(at - 1, out var close) is { } unit && close == to)
        {
            measured.UnitBefore = unit;
            PassBracket(to);
            return;
        }

        // "blood pressure ≥ 160 mmHg (systolic)".
        if (nodes.Count > 0 && link == Link.Adjacent && nodes[^1] is { IsLeaf: true, Concept.Name: BloodPressure or "sbp" or "dbp" } pressure && to == at + 1 && items[at] is { Kind: ItemKind.Mention, Match.Entry: { Name: "sbp" or "dbp" } which })
        {
            pressure.Concept = which.Concept;
            pressure.Entry = which;
            PassBracket(to);
            return;
        }

        if (IsLengthOfScale(to) || SaysAgain(to) || (to == at + 1 && IsStage(items[at]) && nodes.Count > 0 && link == Link.Adjacent && nodes[^1] is { IsLeaf: true, Bounds: not null, Type: LeafType.Measurement }))
        {
            PassBracket(to);
            return;
        }

        // "(≤ 5 x ULN if liver metastases)": another limit for some.
        if (nodes.Count > 0 && link == Link.Adjacent && nodes[^1] is { IsLeaf: true, Bounds: not null, Type: LeafType.Measurement or LeafType.Score } && StartsAlternative(to))
        {
            link = Link.Or;
            ReadAlternative(to);
            return;
        }

        // An abbreviation or plural of what stands before: "(LVEF)", "(s)".
        if (IsAbbreviation(at, to))
        {
            PassBracket(to);
            abbreviated = to == at + 1;
            return;
        }

        // "pregnant (or lactating) women": the brackets change nothing.
        if (items[at].Cue is Cue.Or or Cue.And)
        {
            ReadAlternative(to);
            return;
        }

        var owner = nodes.Count > 0 && link == Link.Adjacent ? nodes[^1] : null;
        if (owner is { IsBare: true, Type: LeafType.Age } && TryBracketLimit(owner, to))
        {
            return;
        }

        if (owner is { When: not null } && OnlyNamesPoint(to))
        {
            // "within 3 months before baseline (Day 1)"
            PassBracket(to);
            return;
        }

        if (owner is not null && (TryBracketAgeOfPersons(to) || TryBracketTime(to) || TryBracketAbsence(owner, to)))
        {
            return;
        }

        if (owner is { IsBare: true, Type: LeafType.Score } && TryBracketAge(to))
        {
            return;
        }

        if (owner is { IsBare: true } or { IsLeaf: true, Bounds: null, Type: LeafType.Behaviour } && (TryBracketLimit(owner, to) || TryBracketLimits(owner, to)))
        {
            return;
        }

        if (owner is { IsLeaf: true, Bounds: null, Type: LeafType.Condition or LeafType.Procedure } && (TryBracketPair(owner, to) || TryBracketValue(owner, to) || TryBracketGrade(owner, to)))
        {
            return;
        }

        if (owner is { IsLeaf: true, Type: LeafType.Count, Bounds: not null } && TryBracketSize(owner, to))
        {
            return;
        }

        if (items[at].Cue is Cue.Except && owner is not null)
        {
            // Brackets lift only what stands right before them.
            var savedEnd = end;
            end = to;
            ReadExcept(items[at], lastOnly: true);
            end = savedEnd;
            return;
        }

        if (owner is { IsLeaf: true, Type: LeafType.Treatment, Qualifiers.Count: 0 } && to == at + 1 && IsQualifier(at) && QualifierOf(items[at]).Kind == QualifierKind.Route)
        {
            // "beta-blockers (oral)"
            owner.Qualifiers.Add(QualifierOf(items[at]));
            owner.Span = owner.Span.Union(items[at].Span);
            return;
        }

        if (owner is { IsLeaf: true, Type: LeafType.Treatment } && IsDose(at, to) && TryBracketDose(owner, to))
        {
            return;
        }

        if (owner is { IsLeaf: true, Type: LeafType.Treatment } && IsDose(at, to))
        {
            // "steroids (10 mg prednisone in the morning)": the dose narrows the treatment.
            var dose = new TextSpan(items[at - 1].Start, to < items.Count ? items[to].End : items[to - 1].End);
            owner.Qualifiers.Add(new Qualifier(QualifierKind.Role, Spelled(dose)));
            owner.Span = owner.Span.Union(dose);
            return;
        }

        var any = items[at].Cue == Cue.Including || owner is { IsLeaf: true, Type: LeafType.Condition or LeafType.Treatment or LeafType.Procedure or LeafType.Allergy };
        var from = items[at].Cue is Cue.Including or Cue.Defined ? at + 1 : at;
        if (from >= to)
        {
            return;
        }

        var unreadBefore = unread.Count;
        ownersNoun = any && owner is not null ? NounOf(owner) : null;
        if (pendingHead == Cue.Contraindication && items[from - 1].Cue is Cue.Including)
        {
            // "contraindication to adrenaline (e.g. heart disease)": what forbids it is a disease.
            (pendingHead, headUsed) = (Cue.None, false);
        }

        var inner = Inner(from, to, list: any || (exclusion && items[from..to].Exists(item => item.IsSign(';'))));
        if (inner.Predicate is null)
        {
            return;
        }

        if (owner is { IsBare: true, Type: LeafType.Measurement or LeafType.Score } && link == Link.Adjacent && LimitFollows(to + 1) && !HoldsLimit(from - 1)
            && (unread.Count > unreadBefore || !(inner.Nodes is [{ IsLeaf: true, Bounds: null } named] && named.Concept.Name == owner.Concept.Name)))
        {
            KeepBefore(owner, to);
            return;
        }

        if (owner is null && unread.Count == unreadBefore && link == Link.Comma && nodes.Count > 0 && inner.Nodes is [{ Concept.Name: Ctcae } grade] && IsScaleOf(grade, nodes[^1]))
        {
            // "severe infection, (CTCAE ≥ 3)"
            TakeScale(nodes[^1], grade);
            return;
        }

        if (owner is null || unread.Count > unreadBefore)
        {
            if (inner.Nodes is [{ IsBare: true, Qualifiers.Count: 0 } bare] && unread.Count == unreadBefore)
            {
                // "… and (PEFR) ≥ 75 %": the value waits for its limit.
                Add(bare);
                return;
            }

            Add(Node.Of(inner.Predicate, link));
            return;
        }

        // The same concept again in other words says nothing new.
        if (owner.IsLeaf && inner.Nodes is [{ IsLeaf: true, Bounds: null } only] && (only.Concept.Name == owner.Concept.Name || owner.Concept.Name.EndsWith($" {only.Concept.Name}", StringComparison.Ordinal)))
        {
            passed.Add(only.Span);
            return;
        }

        if (inner.Nodes is [{ } scale] && IsScaleOf(scale, owner))
        {
            TakeScale(owner, scale);
            return;
        }

        if (owner is { Link: Link.Or } && nodes.Count > 1 && nodes[^2] is { IsLeaf: true } twin && (twin.Concept == owner.Concept || (twin.Type == LeafType.Condition && owner.Type == LeafType.Condition && !owner.AfterComma && inner.Nodes.Count > 1)) && owner.IsLeaf && !inner.Nodes.TrueForAll(node => node.IsLeaf && node.Bounds is null))
        {
            // "uncontrolled or symptomatic hypercalcemia (calcium > 12 mg/dL)": said of both.
            if (twin.Concept == owner.Concept && twin.Bounds is null && items[from - 1].Cue is not Cue.Including && inner.Nodes.TrueForAll(node => node is { IsLeaf: true, Bounds: not null, Type: LeafType.Measurement }))
            {
                twin.Whole = TreeBuilder.Join([twin.ToPredicate(), inner.Predicate], any: false);
            }
            else
            {
                Doubt(twin, inner.Predicate.Span, Reasons.Ambiguous);
            }
        }

        var explained = items[from - 1].Cue is not (Cue.Including or Cue.Defined);
        if (owner is { IsLeaf: true, Bounds: not null, Type: LeafType.Count or LeafType.Lines })
        {
            NameUndecided(owner, inner.Predicate, Reasons.EachNamed);
            return;
        }

        if (owner is { IsLeaf: true, Bounds: not null, Link: Link.Or } && nodes.Count > 1 && nodes[^2] is { Bounds: not null } listed && listed.Bounds == owner.Bounds)
        {
            // "PT or PTT ≤ 1.5 x ULN (not on anticoagulants)": said of both.
            Doubt(listed, inner.Predicate.Span, Reasons.Ambiguous);
        }

        if (owner is { IsLeaf: true, Except: not null } && !explained)
        {
            Doubt(owner, inner.Predicate.Span, Reasons.Ambiguous);
            return;
        }

        if (IsExampleOrCause(owner, inner, from, to))
        {
            return;
        }

        if (!any && inner.Nodes.Count > 1 && !items[from..to].Exists(item => item.Cue is Cue.And or Cue.Or) && inner.Nodes.TrueForAll(node => node is { IsLeaf: true, Bounds: null }))
        {
            // "multiple pregnancy (twins, triplets)": a list that no word joins.
            Doubt(owner, inner.Predicate.Span, Reasons.Ambiguous);
            return;
        }

        at = to;
        Attach(inner, owner, any && inner.Nodes.TrueForAll(node => node.IsLeaf && node.Bounds is null));
        if (owner.Type is LeafType.Condition or LeafType.Treatment or LeafType.Procedure && any && inner.Nodes.Exists(node => KindOf(node.Type) != KindOf(owner.Type) && node.Bounds is null))
        {
            // "allergic rhinitis (positive IgE)": what is in brackets may be asked as well, or only explain.
            Doubt(owner, inner.Predicate.Span, Reasons.Ambiguous);
        }
    }

    private void ReadAlternative(int to)
    {
        var owner = nodes.Count - 1;
        RunUntil(to);
        if (owner >= 0 && nodes.Count > owner + 1 && nodes[owner] is { IsLeaf: true, Bounds: not null } value && nodes[owner + 1].Link == Link.Or && nodes.TrueForAll(node => node.AlternativeOf is null || node.AlternativeOf == owner))
        {
            // "NT-proBNP > 600 (or > 900 if atrial fibrillation)": the alternative is to the value, not to all before it.
            var joined = nodes[owner..];
            var first = value.Link;
            nodes.RemoveRange(owner, joined.Count);
            joined[0].Link = Link.Strong;
            link = first;
            Add(Node.Of(TreeBuilder.Build(joined, exclusion: false)!, first));
        }
    }
}
