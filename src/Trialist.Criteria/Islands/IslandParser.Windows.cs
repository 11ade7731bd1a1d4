using Trialist.Criteria.Vocabulary;

namespace Trialist.Criteria.Islands;

/// <content>How far back a window reaches: "A, B or C within 4 weeks".</content>
internal sealed partial class IslandParser
{
    private const string UnclearWindow = "It is not clear whether this time belongs to these words as well.";

    private const string Birth = "birth";

    private static readonly PhraseList SaysAtLeast = new("least", "more", "over", "exceed", "longer", "minimum", ">", "≥");

    /// <summary>How a window after a list meets an earlier member of it.</summary>
    private enum Reach : byte
    {
        /// <summary>Facts of one kind are listed: the time is of each.</summary>
        Shared,

        /// <summary>Another kind of fact that a time may be said of.</summary>
        Unclear,

        /// <summary>The list ends here.</summary>
        Ends,
    }

    private void Spread(TimeWindow window, TextSpan span, bool lastOnly)
    {
        var last = nodes[^1];
        if (last.When is { } first && (first.Min is not null || first.Max is not null || !first.LongerOf.IsEmpty || (window.Relation == TimeRelation.During && first is { Relation: TimeRelation.Before, Anchor: not null }) || (first is { Relation: TimeRelation.During, Anchor: "study start" } && window.Max is not null)) && first != window)
        {
            AddSecond(last, first, window, span, lastOnly);
            return;
        }

        if (window is { Relation: TimeRelation.During, Min: not null, Anchor: not null } && last is { IsLeaf: true, Type: LeafType.Condition, When: { Relation: TimeRelation.Ever, Anchor: null } } && !SaysAtLeast.OccursIn(span.Of(text)))
        {
            // "a history of severe hypoglycaemia for 6 months before screening"
            Doubt(last, span, "It is not clear whether this is how long it lasted or how long ago it was.");
        }

        if (last is { IsLeaf: true, Type: LeafType.Age, Bounds: null, Link: Link.Adjacent or Link.With } && nodes.Count > 1 && nodes[^2] is { IsLeaf: true, Type: LeafType.Treatment or LeafType.Procedure or LeafType.Condition, When: null } given && window.Max is not null)
        {
            // "antibiotics in infants within 7 days": the time is of what was given.
            given.When = window;
            last.Span = last.Span.Union(span);
            return;
        }

        if (window.Anchor == Birth && last is { IsLeaf: true, Type: LeafType.Age })
        {
            // "infants at birth": of what else is said of them. "From birth up to 5 years" counts from there anyway.
            if (last.Bounds is null || window.Relation != TimeRelation.After)
            {
                Doubt(last, span, Reasons.Ambiguous);
            }

            last.Span = last.Span.Union(span);
            return;
        }

        // "A, B, and C after surgery": a point that comes after is said of the last.
        lastOnly |= window is { Relation: TimeRelation.After, Min: null, Max: null } || (window is { Relation: TimeRelation.During, Min: null, Max: null } && nodes.Count > 1 && nodes[^2].When is not null);
        // "heart disease, infarction within 3 months, or unstable angina": in the midst of a list it is said of its own member.
        lastOnly |= last.Link == Link.Comma && window.Max is not null && at + 1 < end && items[at].IsSign(',') && nodes.Count > 1 && nodes[^2] is { IsLeaf: true, When: null, Type: LeafType.Condition } && last.Type == LeafType.Condition;
        // "ongoing cancer or cancer within 12 months": the word in front is of the first alone.
        var current = last.When is { Relation: TimeRelation.Current } && !(nodes.Count > 1 && nodes[^2].When == last.When && pendingWhenSpan.End <= nodes[^2].Span.End && last.Concept == nodes[^2].Concept);
        last.When = window;
        if (last.Whole is not null)
        {
            last.Whole = WithWindow(last.Whole, window);
        }

        last.Span = last.Span.Union(span);
        ReachBeforeBracket(last, window, span, lastOnly);
        for (var i = nodes.Count - 1; lastOnly && i > 0 && window.Relation == TimeRelation.After && nodes[i].Link is Link.Or or Link.Comma && nodes[i - 1] is { IsLeaf: true, When: null, Bounds: null } same && same.Concept == last.Concept && same.Type == LeafType.Condition; i--)
        {
            // "stage I or II cancer after surgery": one disease.
            same.When = window;
        }

        for (var i = nodes.Count - 2; i >= 0 && !lastOnly && (nodes[i + 1].Link is Link.Comma or Link.And or Link.Or || (nodes[i + 1].Link is Link.With && nodes[i] is { IsLeaf: true, Type: LeafType.Participation }) || (nodes[i].Whole is Predicate.Judgement && nodes[i + 1].Link == Link.Adjacent) || IsTreatedEvent(i)); i--)
        {
            var node = nodes[i];
            if (nodes[i + 1].Link is Link.With && IsTreatedEvent(i))
            {
                // "an exacerbation requiring steroids within 12 months": at that time it happened.
                node.When = window;
                continue;
            }

            if (last.Type == LeafType.Treatment && node is { IsLeaf: true, Type: LeafType.Condition } && IsDiagnosed(node))
            {
                // "a diagnosis of immunodeficiency or is receiving steroids within 7 days": who has the disease has it.
                break;
            }

            if (node.HasOwnTime || IsNeedBeside(node, last))
            {
                break;
            }

            if (node is { IsLeaf: true, Type: LeafType.Condition, When: null } && nodes[i + 1] is { IsLeaf: true, Type: LeafType.Condition } again && again.Concept == node.Concept && again.Wording == node.Wording && node.Qualifiers.SequenceEqual(again.Qualifiers))
            {
                // "epilepsy, or history of epilepsy or stroke within a year": the first is now.
                break;
            }

            if (nodes[i + 1].AfterVerb && !(node is { IsLeaf: true } && AreOfStudies(node, last) && !IsGoingOn(node)))
            {
                // "A, or patients who have had B within the past year"
                if (ReachOf(node, last, current) is not Reach.Ends && !IsGoingOn(node) && !OwnClause.OccursIn(text.AsSpan(node.Span.End, Math.Max(0, nodes[i + 1].Span.Start - node.Span.End))))
                {
                    Doubt(node, span, UnclearWindow);
                }

                break;
            }

            if (node.Whole is Predicate.Judgement)
            {
                continue;
            }

            var reach = ReachOf(node, last, current);
            if (reach == Reach.Ends)
            {
                break;
            }

            if (reach == Reach.Shared && !(window.Anchor is { } free && !AnchorWords.IsKnown(free) && HasWord(span.Of(text), "since")))
            {
                node.When = window;
                node.Whole = node.Whole is null ? null : WithWindow(node.Whole, window);
                continue;
            }

            // Without the time it asks more than the words may say; with it, less.
            var own = node.ToPredicate();
            node.Whole = new Predicate.All([own, new Predicate.Unread(UnclearWindow) { Span = span }]) { Span = own.Span };
        }
    }

    // "the first dose of the investigational drug": the drug is part of the point in time.
    private int AfterDrug(int after)
    {
        while (after < end && items[after].Kind == ItemKind.Unknown && SaysWhen.Contains(items[after].Of(text)))
        {
            after++;
        }

        var index = after;
        while (index < end && index - after < 3 && items[index].Text is "of" or "with" or "the")
        {
            index++;
        }

        while (index < end && IsQualifier(index) && items[index].Phrase!.As(Cue.Qualifier) is "role:investigational" or "role:experimental")
        {
            index++;
        }

        return index > after && index < end && items[index].Kind == ItemKind.Mention && items[index].Match.Entry.Name is "investigational drug" or "drug" or "study drug" or "treatment" or "vaccine" ? AfterGiving(index + 1) : AfterStudy(after);
    }

    // "day 0 of study drug treatment"
    private int AfterGiving(int index) => index < end && items[index].Of(text).ToLowerInvariant() is "treatment" or "therapy" or "administration" or "dosing" or "infusion" ? index + 1 : index;

    // "enrolment in the trial", "entry into this study": the study that everything is about.
    private int AfterStudy(int after)
    {
        var index = after;
        var inside = false;
        while (index < end && index - after < 3 && items[index].Kind == ItemKind.Cue && items[index].Of(text).ToLowerInvariant() is "in" or "into" or "to" or "of" or "the" or "this" or "in the" or "into the" or "of the" or "to the" or "in this")
        {
            inside |= items[index].Text is not ("the" or "this");
            index++;
        }

        if (!inside || index >= end)
        {
            return after;
        }

        var words = items[index].Of(text).ToLowerInvariant();
        return words is "study" or "trial" or "clinical trial" or "clinical study" or "present study" or "protocol" ? index + 1 : after;
    }

    private static readonly HashSet<string> SaysWhen = new(StringComparer.OrdinalIgnoreCase) { "period", "phase", "visit", "visits", "day", "days", "assessment", "assessments", "evaluation", "intervention", "date", "timepoint", "test", "tests", "examination", "examinations" };

    private Reach ReachOf(Node node, Node last, bool current)
    {
        if (!node.IsLeaf)
        {
            return node.Whole is Predicate.All or Predicate.Any && Leaves.Of(node.Whole).All(leaf => leaf.When is null or { Relation: TimeRelation.Ever, Anchor: null } && leaf.Bounds is null && KindOf(leaf.Type) == KindOf(last.Type)) ? Reach.Shared
                : node.Whole is Predicate.All or Predicate.Any && Leaves.Of(node.Whole).Any(leaf => leaf.When is null or { Relation: TimeRelation.Ever, Anchor: null } && leaf.Bounds is null && KindOf(leaf.Type) is 1 or 2) ? Reach.Unclear : Reach.Ends;
        }

        if (node.When is { Min: not null } or { Max: not null } or { Anchor: not null } || ((node.When is { Relation: TimeRelation.Current } || SaysCurrent(node)) && !current) || (node is { Bounds: not null, Type: not LeafType.Condition } && last.Bounds is null) || KindOf(node.Type) == 0)
        {
            return Reach.Ends;
        }

        if (KindOf(node.Type) != KindOf(last.Type) && ((IsEvent(node) && IsEvent(last)) || (Happens(node) && (Happens(last) || (last.Link == Link.Or && last.Qualifiers.Exists(one => one is { Kind: QualifierKind.Status, Value: "other" }))))))
        {
            // "stroke, major surgery or injury within 4 weeks": each happens at a time.
            return Reach.Shared;
        }

        return KindOf(node.Type) == KindOf(last.Type) && (KindOf(node.Type) != Carrying || last.When is { Relation: TimeRelation.Current }) ? Reach.Shared : KindOf(node.Type) == Carrying ? Reach.Ends : Reach.Unclear;
    }

    // With one of these between two facts, the second is said in a clause of its own.
    private static readonly PhraseList OwnClause = new("patients who", "subjects who", "participants who", "individuals who", "those who", "persons who", "volunteers who");

    // "taking part in a trial or use of an investigational drug within 30 days": the one goes with the other.
    private static bool AreOfStudies(Node one, Node other) => one.Type == LeafType.Participation && other.Type is LeafType.Treatment or LeafType.Participation || one.Type == LeafType.Treatment && (other.Type == LeafType.Participation || (other.Type == LeafType.Treatment && IsInvestigated(one) && IsInvestigated(other)));

    private static bool IsInvestigated(Node node) => (node.Wording ?? node.Concept.Name).Contains("investigational", StringComparison.Ordinal) || node.Qualifiers.Exists(one => one.Value is "investigational" or "experimental");

    // "currently participating", "poorly controlled asthma": what goes on now has no such time.
    private bool IsGoingOn(Node node) =>
        node is { IsLeaf: true } && (node.When is { Relation: TimeRelation.Current } || node.Span.Of(text).StartsWith("current", StringComparison.OrdinalIgnoreCase)
        || text.AsSpan(0, node.Span.Start).TrimEnd().EndsWith("currently", StringComparison.OrdinalIgnoreCase)
        || (node.Type == LeafType.Condition && node.Qualifiers.Exists(one => one is { Kind: QualifierKind.Status, Value: "uncontrolled" or "poorly controlled" or "inadequately controlled" or "progressive" or "unstable" })));

    private bool IsTreatedEvent(int index) =>
        nodes[index + 1] is { Link: Link.With, IsLeaf: true, Type: LeafType.Treatment or LeafType.Procedure } && nodes[index] is { IsLeaf: true, Type: LeafType.Count or LeafType.Condition, When: null or { Relation: TimeRelation.Ever, Anchor: null } } happened
        && Singulars.Of((happened.Wording ?? happened.Concept.Name).ToLowerInvariant()) is var name && (name.EndsWith("exacerbation", StringComparison.Ordinal) || name.EndsWith("episode", StringComparison.Ordinal) || name.EndsWith("event", StringComparison.Ordinal) || name.EndsWith("attack", StringComparison.Ordinal));

    // "current smokers, or quit smoking within a year"
    private bool SaysCurrent(Node node) => node.Type == LeafType.Behaviour && node.Span.Of(text).StartsWith("current", StringComparison.OrdinalIgnoreCase);

    private bool IsDiagnosed(Node node)
    {
        var before = text.AsSpan(0, node.Span.Start).TrimEnd();
        return before.EndsWith("diagnosis of", StringComparison.OrdinalIgnoreCase) || before.EndsWith("diagnosed with", StringComparison.OrdinalIgnoreCase);
    }

    private bool IsEvent(Node node) => node is { IsLeaf: true, Bounds: null, Type: LeafType.Condition or LeafType.Procedure or LeafType.Treatment } && (Events.Contains(LastWord(new TextSpan(node.Span.Start, EndOfName(node)))) || (node.Entry is { Name: var name } && Events.Contains(name[(name.LastIndexOf(' ') + 1)..])));

    // What is done is done at a time; of diseases those that come and go.
    private bool Happens(Node node) =>
        node is { IsLeaf: true, Bounds: null, Except: null } && (node.Type is LeafType.Treatment or LeafType.Procedure
            ? node.Qualifiers.TrueForAll(one => one.Value is not ("chronic" or "maintenance")) && node.When is not { Relation: TimeRelation.Current }
            : node.Type == LeafType.Condition && node.Qualifiers.TrueForAll(one => one.Value is not "chronic") && !(node.Wording ?? node.Concept.Name).StartsWith("chronic", StringComparison.Ordinal) && (IsEvent(node) || Passing.Contains(LastWord(new TextSpan(node.Span.Start, EndOfName(node))))));

    private static readonly HashSet<string> Passing = new(StringComparer.OrdinalIgnoreCase)
    {
        "infection", "infections", "exacerbation", "exacerbations", "episode", "episodes", "event", "events", "thrombosis", "angina", "pneumonia", "sinusitis",
        "bronchitis", "sepsis", "syncope", "arrest",
    };

    // The span may hold the time already.
    private int EndOfName(Node node) => node.Entry is not null && (node.Wording ?? node.Concept.Name).Length is var length && node.Span.Length > length && text.AsSpan(node.Span.Start).StartsWith(node.Wording ?? node.Concept.Name, StringComparison.OrdinalIgnoreCase) ? node.Span.Start + length : node.Span.End;

    /// <summary>What happens at a time, and does not last.</summary>
    private static readonly HashSet<string> Events = new(StringComparer.OrdinalIgnoreCase)
    {
        "infarction", "stroke", "strokes", "accident", "accidents", "attack", "attacks", "injury", "injuries", "trauma", "fracture", "fractures",
        "embolism", "hemorrhage", "haemorrhage", "bleeding", "surgery", "surgeries", "operation", "angioplasty", "bypass", "grafting", "stenting",
        "revascularization", "biopsy", "biopsies", "transfusion", "transfusions", "hospitalization", "hospitalisation", "seizure", "seizures",
        "procedure", "procedures", "intervention", "interventions", "resection", "tia", "cva", "mi", "cabg", "pci", "placement",
    };

    // Kinds of fact that a length of time is said of in one breath; 0 for those that hold or do not.
    private static int KindOf(LeafType type) => type switch
    {
        LeafType.Condition or LeafType.Count => 1,
        LeafType.Treatment or LeafType.Procedure or LeafType.Participation or LeafType.Lines => 2,
        LeafType.Measurement or LeafType.Score or LeafType.Biomarker => 3,
        LeafType.Behaviour => 4,
        LeafType.Pregnancy or LeafType.Lactation => Carrying,
        _ => 0,
    };

    private const int Carrying = 5;

    // "at screening and/or admission": another point in time.
    private (string Anchor, int After) AndFurtherPoints(string anchor, int after)
    {
        var next = after;
        var or = false;
        while (next < end && next - after < 3 && (items[next].Cue is Cue.Or or Cue.And || items[next].IsSign('/')))
        {
            or |= items[next].Cue is Cue.Or || items[next].IsSign('/');
            next++;
        }

        if (next == after || next >= end || RankIn(items[next]) < 0)
        {
            return (anchor, after);
        }

        var (other, past) = ReadAnchor(next, free: false);
        return other is not null && (past >= end || items[past].Kind == ItemKind.Sign) ? (AnchorWords.Joined(anchor, other, or), past) : (anchor, after);
    }

    // "at screening and at baseline": the same preposition again.
    private bool TryFurtherPoint(TimeWindow window, TextSpan span)
    {
        if (link == Link.Or && window.Max is not null && nodes.Count > 0 && nodes[^1] is { When: { Relation: TimeRelation.Current, Anchor: not null and not "planned" } point } owner && owner.Span.End < span.Start && text.AsSpan(owner.Span.End, span.Start - owner.Span.End).Trim() is "or")
        {
            // "at registration or within 2 weeks of the first dose": two times.
            AddSecond(owner, point, window, span, inBrackets: false);
            link = Link.Adjacent;
            return true;
        }

        if (link is not (Link.And or Link.Or) || window is not { Min: null, Max: null, Anchor: { } further } || nodes.Count == 0 || nodes[^1] is not { IsLeaf: true, When: { Min: null, Max: null, Anchor: { } anchor } when } last
            || when.Relation != window.Relation || anchor == "planned" || further == "planned" || !(text.AsSpan(last.Span.End, Math.Max(0, span.Start - last.Span.End)).Trim() is "and" or "or" or "and/or"))
        {
            return false;
        }

        last.When = when with { Anchor = AnchorWords.Joined(anchor, further, link == Link.Or) };
        last.Span = last.Span.Union(span);
        link = Link.Adjacent;
        return true;
    }
}
