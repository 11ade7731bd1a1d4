using Trialist.Criteria.Vocabulary;
using Trialist.Terminology;

namespace Trialist.Criteria.Islands;

/// <content>What a limit is about.</content>
internal sealed partial class IslandParser
{
    private bool Bind(Limit limit, int from)
    {
        if (!BindSide(limit, from))
        {
            return false;
        }

        if (limit.Further is { } further)
        {
            AddFurther(further);
        }

        return true;
    }

    private bool BindSide(Limit limit, int from)
    {
        if (limit.IsPercentile)
        {
            return BindPercentile(limit);
        }

        limit = WithDegrees(WithUnitOfPair(limit));
        if (limit.Unit is "a" or "mo" or "wk" or "d" or "h" or "min")
        {
            return BindTime(limit, from) || TryOtherAge(limit) || (limit.IsMarked && TryNameBefore(limit));
        }

        if (IsCalendarYear(limit) || (limit.Unit is null && IsMisspeltTime(limit.After)))
        {
            return false;
        }

        if (nodes.Count > 0 && (link is Link.Adjacent or Link.With || IsOnScale(nodes[^1], limit)) && nodes[^1].IsBare && !(nodes[^1] is { Type: LeafType.Age, Concept.Name: not "age" } && limit.Unit is null))
        {
            if (TryPair(limit))
            {
                return true;
            }

            if (nodes[^1] is { Type: LeafType.Score, Entry.Scale: { } scale } && limit is { Min: { } least, Max: { } most } && (least.Value > scale.Max || most.Value < scale.Min))
            {
                // "AJCC 8th edition": no value of the scale.
                return false;
            }

            if (nodes[^1].Type == LeafType.Age && limit.Unit is not null)
            {
                return TryWeight(limit);
            }

            BindTo(limit);
            return true;
        }

        if (TryAgeGroup(limit) || TryRestated(limit) || TrySpelledValue(limit))
        {
            return true;
        }

        if ((IsAge(from, limit) || IsAgeOfPatients(from, limit) || AgeFollows(limit)) && limit.Unit is null)
        {
            Add(new Node { Span = limit.Span, Type = LeafType.Age, Concept = new Concept("age"), Bounds = limit.ToBounds() with { Unit = "a" } });
            return true;
        }

        if (TryVolumeOfChange(limit) || TryBindAfter(limit))
        {
            return true;
        }

        if (AnnouncesList(limit))
        {
            return false;
        }

        if (TryOnScale(limit))
        {
            return true;
        }

        if (nodes.Count > 0 && link is Link.Adjacent or Link.With or Link.Comma && TryBindBefore(limit))
        {
            return true;
        }

        if (limitedBefore is not null && TryLimitOfSome(limit))
        {
            return true;
        }

        // "≥ 3 x ULN" after "or": another limit on what was limited before.
        var bySex = ContinuesBySex(limit);
        if ((bySex || link is Link.Or or Link.And or Link.Comma) && LastLimited(limit) is { } last)
        {
            link = bySex ? Link.Or : link;
            AddAlternative(last, last.Type == LeafType.Age ? limit with { Unit = limit.Unit ?? last.Bounds!.Unit } : last.Type == LeafType.Score ? limit with { Unit = null } : limit, bySex);
            return true;
        }

        return TryLimitOfSome(limit) || TryFurtherPair(limit) || TryAfterSex(limit) || TryWeight(limit) || BindApart(limit) || TryScoreOf(limit, from);
    }

    // "Mini Mental Test Score, 18 to 24 points": the scale before the comma has these numbers, and its unit is points.
    private bool IsOnScale(Node node, Limit limit) =>
        link == Link.Comma && node is { IsBare: true, Entry.Scale: { } scale } && limit.Unit is null && EndsInPoints(limit)
        && (limit.Min is not { } min || (min.Value >= scale.Min && min.Value <= scale.Max)) && (limit.Max is not { } max || (max.Value >= scale.Min && max.Value <= scale.Max));

    private bool EndsInPoints(Limit limit) => text.AsSpan(limit.Start, limit.End - limit.Start) is var words && (words.EndsWith("points", StringComparison.OrdinalIgnoreCase) || words.EndsWith("point", StringComparison.OrdinalIgnoreCase));

    private Predicate.Leaf? LastLimited(Limit limit)
    {
        var reach = 3;
        for (var i = nodes.Count - 1; i >= Math.Max(0, nodes.Count - reach); i--)
        {
            // "ECOG 0 to 2 for those in parts A, B and C, and 0 or 1 for those in part D"
            reach += nodes[i].Whole is Predicate.Unread && limit is { Unit: null, Min: not null, Max: not null } ? 1 : 0;
            // "(women)" right after a limit made one node of both.
            var leaf = nodes[i].IsLeaf ? nodes[i].ToPredicate() as Predicate.Leaf
                : nodes[i].Whole is Predicate.All { Items: [Predicate.Leaf bounded, Predicate.Leaf { Type: LeafType.Sex }] } ? bounded : null;
            if (leaf is { Bounds: { } earlier, Type: LeafType.Measurement or LeafType.Score or LeafType.Age or LeafType.Behaviour or LeafType.Biomarker } && (leaf.Type != LeafType.Behaviour || leaf.Bounds.Unit == limit.Unit))
            {
                if (leaf.Type == LeafType.Age && limit.Unit is null)
                {
                    return ContinuesAge(limit) ? leaf : null;
                }

                return earlier.Unit == limit.Unit || (CountsViruses(earlier.Unit) && CountsViruses(limit.Unit)) || (earlier.Unit is not null && lexicon.ByName(leaf.Concept.Name) is { Analyte: not null } value && Fits(value, limit)) || (leaf.Type == LeafType.Score && limit.Unit is "%") || (earlier.Unit is null && leaf.Type == LeafType.Measurement) || limit.Unit is Units.UpperLimitOfNormal || earlier.Unit is Units.UpperLimitOfNormal || (earlier.Unit is not null && limit.Unit is not null && Units.SameDimension(earlier.Unit, limit.Unit)) ? leaf : null;
            }

            if (nodes[i] is { IsLeaf: true, Type: not LeafType.Sex })
            {
                return null;
            }
        }

        return null;
    }

    private static bool IsYear(Limit limit) => limit.Unit is null && (limit.Min ?? limit.Max) is { Value: >= 1950 and <= 2060 };

    private static bool IsCalendarYear(Limit limit) =>
        limit is { Unit: null, Min: not null, Max: { Value: >= 1950 and <= 2060 } end } && end.Value == decimal.Truncate(end.Value);

    /// <summary>Gives the limit to the last value, and to those listed right before it that still wait: "ALT and AST ≤ 3 x ULN".</summary>
    private void BindTo(Limit limit, bool normalRange = false)
    {
        var last = nodes[^1];
        if (last.Entry?.Name == "iga" && limit.Unit is null && last.Span.Of(text) == "IGA" && lexicon.ByName("iga.skin") is { } assessment)
        {
            // "IGA ≥ 3" without a unit is the investigator's assessment, "IgA" the antibody.
            (last.Entry, last.Concept, last.Type, last.Wording) = (assessment, assessment.Concept, LeafType.Score, null);
        }

        if (last.Type == LeafType.Count && limit.Unit is "mm" or "cm")
        {
            // "measurable lesion ≥ 10 mm": how large, not how many.
            last.Type = LeafType.Measurement;
        }

        limit = Turned(WithLostSlash(limit, last), last);
        for (var i = nodes.Count - 1; i >= 0; i--)
        {
            var node = nodes[i];
            if (!node.IsBare || (i < nodes.Count - 1 && (node.Qualifiers.Exists(one => one is { Kind: QualifierKind.Result, Value: "undetectable" or "detectable" }) || node.Type != last.Type || !Fits(node.Entry, limit))))
            {
                break;
            }

            if (node.Type == LeafType.Age)
            {
                (node.Concept, node.Type) = (new Concept("age"), limit.IsTolerance ? LeafType.Measurement : LeafType.Age);
            }

            if (limit.IsTolerance || IsChange(node, limit))
            {
                // "a fall in FEV1 of at least 20 %" limits the change, not the value.
                node.Concept = new Concept($"change in {node.Entry?.Label ?? node.Concept.Name}");
                node.Entry = null;
                if (i > 0 && node.Link is Link.Adjacent or Link.With && nodes[i - 1] is { IsLeaf: true, Entry.Name: "falls" } fall && node.Span.Start - fall.Span.End <= ChangeReach)
                {
                    // "a fall in FEV1": nobody fell.
                    (node.Link, node.Span) = (fall.Link, node.Span.Union(fall.Span));
                    nodes.RemoveAt(i - 1);
                    i--;
                }
            }

            UsePredicted(node, limit);

            node.Bounds = normalRange ? new Bounds(new Bound(1, true), null, Units.LowerLimitOfNormal) : limit.ToBounds() with { Unit = limit.Unit ?? node.UnitBefore ?? ImpliedUnit(node.Entry, limit) };
            if (node is { Type: LeafType.Age, Bounds.Unit: null })
            {
                node.Bounds = node.Bounds with { Unit = "a" };
            }

            if (limit.IsBetter == false && node.Type == LeafType.Measurement)
            {
                KeepInPart(node, "It is not clear which side is the worse one.");
            }

            DoubtGenericName(node);
            if (node is { Entry: null, Type: LeafType.Measurement })
            {
                node.Type = NamedType(node.Concept.Name, node.Bounds.Unit);
            }

            if (node.Type is LeafType.Score or LeafType.Count or LeafType.Lines)
            {
                // "60 %" of Karnofsky and "2 points" are numbers of the scale.
                node.Bounds = node.Bounds with { Unit = null };
            }

            node.Span = i == nodes.Count - 1 ? new TextSpan(node.Span.Start, limit.End) : node.Span;
            Open(node, limit);
            if (normalRange)
            {
                var upper = new Predicate.Leaf(node.Type, node.Concept) { Span = node.Span, Bounds = new Bounds(null, new Bound(1, true), Units.UpperLimitOfNormal), When = node.When };
                node.Whole = new Predicate.All([node.ToPredicate(), upper]) { Span = node.Span };
            }

            if (node.Link is Link.Strong)
            {
                break;
            }
        }

        if (last.Link is Link.Or or Link.And or Link.Comma)
        {
            ShareUnit(nodes.Count - 2, limit.Unit);
        }

        GiveScale();
    }

    // "ECOG 2 or better" has at most two points, "Karnofsky 70 or better" at least 70.
    private static Limit Turned(Limit limit, Node node) =>
        limit.IsBetter is { } better && node.Entry?.Scale?.HigherIsWorse == better ? limit with { Min = limit.Max, Max = limit.Min } : limit;

    // "neutrophils ≥ 1500 mm3": a count has no volume, the "per" was lost.
    private Limit WithLostSlash(Limit limit, Node node) =>
        limit.Unit is "U/L" && node.Entry?.Analyte is not null && !Fits(node.Entry, limit) && text.AsSpan(limit.Start, limit.End - limit.Start).IndexOfAny('µ', 'μ') >= 0 ? limit with { Unit = "/uL" } :
        limit.Unit is "mm3" or "uL" or "mL" or "L" or "cm3" && node.Entry?.Analyte is not null && !Fits(node.Entry, limit) && limit with { Unit = "/" + limit.Unit } is var restored && Fits(node.Entry, restored) ? restored : limit;

    private bool TryBindBefore(Limit limit)
    {
        if (TryDistance(limit))
        {
            return true;
        }

        var last = nodes[^1];
        if (last.Whole is Predicate.Unread && last.Link is Link.Adjacent or Link.With && nodes.Count > 1 && nodes[^2] is { IsBare: true, Type: LeafType.Measurement or LeafType.Score } waiting)
        {
            // "oxygen saturation in <unknown words> is ≥ 92 %": the value that waits is what is limited.
            waiting.Bounds = limit.ToBounds();
            waiting.Span = new TextSpan(waiting.Span.Start, limit.End);
            return true;
        }

        if (TryLimitOfThoseWith(limit) || (IsGenericName(last, limit) && (TryValueAhead(limit) || TryScaleAhead(limit))))
        {
            return true;
        }

        if (last.Whole is Predicate.Unread && link == Link.Adjacent && (limit.IsMarked || EndsInScale(last.Span.Of(text))))
        {
            // The words before the limit name what is measured, though no table knows it.
            var name = Spelled(last.Span);
            if (name.Split(' ').Length > CountedWords || IsDose(name) || IsYear(limit) || Array.TrueForAll(name.Split(' '), word => CueTable.Default.WordOf(word) is not null))
            {
                return false;
            }

            unread.RemoveAll(words => words.Span == last.Span);
            last.Whole = null;
            last.Type = limit.Unit is null && FollowsScoreWord(IndexOfStart(limit.Start)) ? LeafType.Score : NamedType(name, limit.Unit);
            last.Concept = new Concept(name);
            last.Bounds = limit.ToBounds();
            last.Span = last.Span.Union(limit.Span);
            return true;
        }

        if (!last.IsLeaf || last.Bounds is not null || link == Link.Comma)
        {
            return false;
        }

        if (last is { Type: LeafType.Procedure, Link: Link.Adjacent or Link.With } && nodes.Count > 1 && nodes[^2] is { IsBare: true, Type: LeafType.Measurement, Entry.Analyte: not null } measured && limit.Unit is not null && Fits(measured.Entry, limit))
        {
            // "cervical length on transvaginal ultrasound ≤ 20 mm": how the value was found.
            measured.Bounds = limit.ToBounds();
            passed.Add(last.Span);
            measured.Span = new TextSpan(measured.Span.Start, limit.End);
            nodes.RemoveAt(nodes.Count - 1);
            return true;
        }

        var unclear = limit.Unit is null && last.Type == LeafType.Condition && !IsGraded(last, limit) && MeasuredName(last, limit) is var named && named == Spelled(last.Span) && !EndsInScale(named) && !RatesPain.OccursIn(named);
        if (last.Type is LeafType.Condition or LeafType.Procedure)
        {
            // "depression score ≥ 15", "lesion > 2 cm": a value of its own, not the condition.
            if (ValueOfCondition.Of(last.Entry, limit.Unit, lexicon) is { } value)
            {
                last.Concept = value.Concept;
                last.Entry = value;
                last.Type = LeafType.Measurement;
            }
            else if (last is { Type: LeafType.Condition, Entry: not null } && limit.Unit is Units.UpperLimitOfNormal && text.AsSpan(last.Span.End, Math.Max(0, limit.Start - last.Span.End)).Contains(',') )
            {
                // "unless liver metastases are present, in which case they must be ≤ 5 x ULN"
                return false;
            }
            else if (!IsGraded(last, limit))
            {
                last.Concept = new Concept(MeasuredName(last, limit));
                last.Qualifiers.RemoveAll(one => one.Kind == QualifierKind.Role && last.Concept.Name.EndsWith(one.Value, StringComparison.Ordinal));
                last.Entry = null;
                last.Type = limit.Unit is null && text.AsSpan(limit.Start, limit.End - limit.Start).TrimEnd().EndsWith("twice", StringComparison.OrdinalIgnoreCase) ? LeafType.Count : NamedType(last.Concept.Name, limit.Unit);
            }
        }

        NameMeasured(last, limit);
        if (limit.Unit is "kU/L" && last is { Type: LeafType.Treatment or LeafType.Condition or LeafType.Allergy })
        {
            // "specific IgE to casein > 0.35 kU/L": only IgE is measured in these.
            (last.Concept, last.Type) = (new Concept($"{Spelled(last.Span)} specific ige"), LeafType.Measurement);
            last.Entry = null;
            if (nodes.Count > 1 && nodes[^2] is { IsLeaf: true, Bounds: null, Concept.Name: "ige" or "allergen-specific ige" } antibody && last.Link is Link.Adjacent or Link.With)
            {
                // "IgE to casein > 0.35 kU/L": the antibody was named already.
                (last.Span, last.Link) = (last.Span.Union(antibody.Span), antibody.Link);
                nodes.RemoveAt(nodes.Count - 2);
            }
        }

        if (last is { Type: LeafType.Behaviour, Link: Link.Or } && nodes.Count > 1 && nodes[^2] is { IsLeaf: true, Type: LeafType.Behaviour, Bounds: null } other && !SaysHowMuchWas(limit, last, other))
        {
            Doubt(other, limit.Span, Reasons.Ambiguous);
        }

        last.Type = IsMeasuredAntibody(last) ? LeafType.Measurement : last.Type;
        if (last.Type is LeafType.Measurement or LeafType.Behaviour or LeafType.Condition or LeafType.Biomarker or LeafType.Score or LeafType.Count || (last.Type == LeafType.Treatment && limit.Unit is not null))
        {
            last.Bounds = limit.ToBounds();
            last.Span = last.Span.Union(limit.Span);
            if (unclear)
            {
                // "premenopausal women with 3 or more", "asthma between 18 and 60"
                KeepInPart(last, "It is not clear what this number is of.");
            }

            return true;
        }

        return false;
    }

    // The words of the node with those up to the limit that add meaning: "depression score", not "lesion of".
    private string MeasuredName(Node node, Limit limit)
    {
        var stop = node.Span.End;
        foreach (var word in (ReadOnlySpan<string>)["score", "scores", "level", "levels", "value", "index", "concentration", "count"])
        {
            var between = text.AsSpan(stop, Math.Max(0, limit.Start - stop));
            if (HasWord(between, word))
            {
                stop += between.IndexOf(word, StringComparison.OrdinalIgnoreCase) + word.Length;
                break;
            }
        }

        return Spelled(new TextSpan(node.Span.Start, stop));
    }

    private TextSpan spelledSpan;
    private string? spelled;

    // The words of one phrase are asked for several times, one time after the other.
    private string Spelled(TextSpan span)
    {
        if (spelled is null || span != spelledSpan)
        {
            (spelledSpan, spelled) = (span, SpelledWords.Of(text.AsSpan(span.Start, span.Length)));
        }

        return spelled;
    }
}
