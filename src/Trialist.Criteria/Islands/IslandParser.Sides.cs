using Trialist.Criteria.Vocabulary;

namespace Trialist.Criteria.Islands;

/// <content>Sentences that stand on the wrong side: "… will be excluded" among inclusions, "… are eligible" and "… must have" among exclusions.</content>
internal sealed partial class IslandParser
{
    private static readonly PhraseList Refusing = new("exclu", "ineligible", "not eligible", "not be eligible");

    private static readonly PhraseList Admitting = new("eligible", "must", "should", "be included", "be enrolled", "to be included");

    private bool SaysOtherSide(Item item)
    {
        var words = item.Of(text);
        return exclusion && depth == 0 ? !Refusing.OccursIn(words) && Admitting.OccursIn(words) : !exclusion && Refusing.OccursIn(words);
    }

    // "… that limit compliance are ineligible", "… will be eligible if": no part of what is judged or done.
    private bool SaysWhoMayTakePart(int index) =>
        items[index] is { Kind: ItemKind.Cue } item && item.Of(text) is var words && (words is "is" or "are" ? index + 1 < end && IsOfTakingPart(items[index + 1]) : StartsWithAny(words, SayingSo) && IsOfTakingPart(item));

    private bool IsOfTakingPart(Item item) => item.Kind == ItemKind.Cue && item.Of(text) is var words && (Refusing.OccursIn(words) || words.Contains("eligible", StringComparison.OrdinalIgnoreCase));

    private void ReadOtherSide(Item item)
    {
        if (!exclusion && at + 1 >= ScopeEndAt(at) && nodes.Count > 0 && link != Link.Strong)
        {
            // "Patients with diabetes will be excluded."
            DenyLast(item);
            return;
        }

        Unread(at, at + 1, exclusion ? Reasons.IncludesAmongExclusions : Reasons.ExcludesAmongInclusions);
        at++;
    }

    private bool ShowsFinding(Item item) =>
        nodes.Count > 0 && link == Link.Adjacent && nodes[^1] is { IsLeaf: true, Type: LeafType.Procedure, Bounds: null, When: null, Except: null }
        && (item.Of(text).StartsWith("show", StringComparison.OrdinalIgnoreCase) || item.Of(text).StartsWith("demonstrate", StringComparison.OrdinalIgnoreCase) || item.Of(text).StartsWith("indicate", StringComparison.OrdinalIgnoreCase));

    // "non-English speaking", "non-diabetic", "non-pregnant women": denies the one word behind the hyphen.
    private bool TryNon()
    {
        if (TryNonPregnant())
        {
            return true;
        }

        if (!items[at].Of(text).Equals("non", StringComparison.OrdinalIgnoreCase) || at + 2 >= items.Count || at + 2 >= end || items[at + 1].Kind != ItemKind.Dash || items[at + 1].Start != items[at].End || items[at + 2].Start != items[at + 1].End)
        {
            return false;
        }

        var denied = items[at + 2];
        var matter = denied.Phrase?.As(Cue.Matter);
        var person = denied.Kind == ItemKind.Mention ? denied.Match.Entry.LeafType is LeafType.Language or LeafType.Condition or LeafType.Pregnancy or LeafType.Lactation or LeafType.Behaviour : matter is not null && !matter.StartsWith("count", StringComparison.Ordinal);
        if (denied is { Kind: ItemKind.Mention, Match.Entry.LeafType: LeafType.Condition } && denied.Span.Of(text).Contains(' ', StringComparison.Ordinal) && !EndsInPersons(denied.Span.Of(text)))
        {
            // "non-allergic rhinitis" is another rhinitis.
            return false;
        }

        if (!person || depth >= DeepestNesting || (at + 3 < end && items[at + 3].Kind is ItemKind.Unknown && items[at + 3].Of(text) is not "speaking") || (at + 3 < end && items[at + 3].Kind is ItemKind.Mention or ItemKind.Dash))
        {
            return false;
        }

        var start = items[at].Start;
        var inner = Inner(at + 2, at + 3, list: true);
        at += 3;
        if (inner.Predicate is { } predicate)
        {
            FlushQualifiers();
            Add(Node.Of(new Predicate.Not(predicate) { Span = new TextSpan(start, predicate.Span.End) }, link));
        }

        return true;
    }

    // "non pregnant", "nonlactating": without its hyphen.
    private bool TryNonPregnant()
    {
        if (!text.AsSpan(items[at].Start, items[at].Span.Length).StartsWith("non", StringComparison.OrdinalIgnoreCase))
        {
            return false;
        }

        var word = items[at].Of(text);
        LeafType? denied = word.ToLowerInvariant() switch { "nonpregnant" => LeafType.Pregnancy, "nonlactating" or "nonbreastfeeding" or "nonnursing" => LeafType.Lactation, _ => null };
        var to = at + 1;
        if (denied is null && word.Equals("non", StringComparison.OrdinalIgnoreCase) && to < end && items[to].Phrase?.As(Cue.Matter) is "pregnancy:pregnancy" or "lactation:lactation")
        {
            denied = items[to].Phrase!.Matters[0].Type;
            to++;
        }

        if (denied is not { } type)
        {
            return false;
        }

        FlushQualifiers();
        var span = new TextSpan(items[at].Start, items[to - 1].End);
        at = to;
        Add(Node.Of(new Predicate.Not(new Predicate.Leaf(type, new Concept(type == LeafType.Pregnancy ? "pregnancy" : "lactation")) { Span = span }) { Span = span }, link));
        return true;
    }

    // "diabetic patients"
    private static bool EndsInPersons(string words) => words.EndsWith(" patients", StringComparison.OrdinalIgnoreCase) || words.EndsWith(" patient", StringComparison.OrdinalIgnoreCase) || words.EndsWith(" subjects", StringComparison.OrdinalIgnoreCase);

    // "LVEF < 50 % as determined by echocardiography or MUGA", "QTc ≤ 480 ms in a 12-lead ECG": how a value is found asks for nothing.
    private bool NamesMethod(Item item) =>
        nodes.Count > 0 && nodes[^1] is { IsLeaf: true } found && (found is { Bounds: not null, Type: LeafType.Measurement or LeafType.Score } || (found.Type == LeafType.Biomarker) || (found.Type == LeafType.Condition && item.Of(text) is var how && (how.StartsWith("confirm", StringComparison.OrdinalIgnoreCase) || how.Contains("detected", StringComparison.OrdinalIgnoreCase) || how.StartsWith("measured", StringComparison.OrdinalIgnoreCase) || how.StartsWith("diagnos", StringComparison.OrdinalIgnoreCase) || how.StartsWith("document", StringComparison.OrdinalIgnoreCase) || how.StartsWith("verif", StringComparison.OrdinalIgnoreCase) || how.StartsWith("as ", StringComparison.OrdinalIgnoreCase)))) && item.Of(text) is var words
        && (words.EndsWith("by", StringComparison.OrdinalIgnoreCase) || words.Equals("in", StringComparison.OrdinalIgnoreCase) || words.Equals("on", StringComparison.OrdinalIgnoreCase) || words.StartsWith("using", StringComparison.OrdinalIgnoreCase) || words.StartsWith("via", StringComparison.OrdinalIgnoreCase)) && MethodEnd(at + 1) > at + 1;

    private int MethodEnd(int index)
    {
        while (index < end && items[index].Kind == ItemKind.Cue && items[index].Cue == Cue.Filler && !items[index].Is(Cue.Time))
        {
            index++;
        }

        if (index < end && IsQualifier(index) && QualifierOf(items[index]).Kind == QualifierKind.Method)
        {
            return index + 1;
        }

        if (index < end && items[index].Of(text).EndsWith("history", StringComparison.OrdinalIgnoreCase))
        {
            // "as determined by medical history or CT"
            return index + 1;
        }

        // A number as in "12-lead" belongs to the name.
        var from = index + 1 < end && items[index].Kind == ItemKind.Number && items[index + 1].Kind == ItemKind.Dash ? index + 2 : index;
        var stop = from < end ? PhraseEnd(from) : from;
        if (stop > from && Histories.Contains(Spelled(new TextSpan(items[from].Start, items[stop - 1].End))))
        {
            // "as determined by vital signs or CT"
            return stop;
        }

        if (stop > from && IsAbbreviationAt(stop) && stop + 3 < end && Examined.Contains(items[stop + 3].Of(text)))
        {
            // "multigated acquisition (MUGA) scan"
            return stop + 4;
        }

        return stop > from && Resolve(from, stop).Type == LeafType.Procedure ? stop : -1;
    }

    private static readonly HashSet<string> Histories = new(StringComparer.OrdinalIgnoreCase) { "vital signs", "physical examination", "laboratory tests", "laboratory assessments" };

    private static readonly HashSet<string> Examinations = new(StringComparer.OrdinalIgnoreCase)
    {
        "medical", "past medical history", "medical history", "history", "past", "physical", "physical examination", "examination", "examinations",
        "exam", "vital signs", "vital", "signs", "laboratory", "laboratory tests", "laboratory test", "tests", "test", "clinical", "screening",
        "results", "findings", "evaluation", "ecg", "electrocardiogram", "12-lead", "a", "the", "by", "and", "or", "of", "full", "complete",
        "routine",
    };

    // "in good health as determined by medical history and physical examination": where the judgement rests on.
    private static readonly HashSet<string> OfExamination = new(StringComparer.OrdinalIgnoreCase) { "performed", "performed by", "conducted", "by", "a", "the", "study", "physician", "study physician", "investigator", "at screening", "screening", "at", "at the", "a study" };

    private bool TryExaminations(Item item)
    {
        if (item.Of(text) is not { } words || !(words.EndsWith("determined by", StringComparison.OrdinalIgnoreCase) || words.EndsWith("assessed by", StringComparison.OrdinalIgnoreCase) || words.Equals("based on", StringComparison.OrdinalIgnoreCase) || words.Equals("according to", StringComparison.OrdinalIgnoreCase) || words.EndsWith("evidenced by", StringComparison.OrdinalIgnoreCase)) || nodes.Count == 0 || nodes[^1].Whole is not Predicate.Judgement && nodes[^1].Type != LeafType.HealthyVolunteer)
        {
            return false;
        }

        var to = ScopeEnd(stopAtComma: false);
        for (var i = at + 1; i < to; i++)
        {
            if (!items[i].IsSign(',') && items[i].Cue is not (Cue.And or Cue.Or) && !Examinations.Contains(items[i].Of(text)) && !(i > at + 1 && OfExamination.Contains(items[i].Of(text))))
            {
                return false;
            }
        }

        passed.Add(new TextSpan(items[at].Start, items[to - 1].End));
        at = to;
        return true;
    }

    private void SkipMethods()
    {
        var from = at;
        at = MethodEnd(at + 1);
        SkipFurtherMethods();
        passed.Add(new TextSpan(items[from].Start, items[at - 1].End));
        link = Link.Adjacent;
    }

    // "… by flow cytometry, immunohistochemistry or both"
    private void SkipFurtherMethods()
    {
        if (at + 3 < end && items[at].IsSign('(') && MatchingClose(at) == at + 2 && items[at + 3].Cue is Cue.Or or Cue.And)
        {
            // "by multiple gated acquisition scan (MUGA) or echocardiography"
            at += 3;
        }

        while (at < end && (items[at].Cue is Cue.Or or Cue.And || items[at].IsSign('/') || items[at].IsSign(',')))
        {
            var next = at + (items[at].IsSign(',') && at + 1 < end && items[at + 1].Cue is Cue.Or or Cue.And ? 2 : 1);
            var stop = next < end ? MethodEnd(next) : -1;
            if (stop <= next)
            {
                return;
            }

            at = stop + (stop + 2 < end && items[stop].IsSign('(') && MatchingClose(stop) == stop + 2 ? 3 : 0);
        }
    }

    private static bool IsVerb(string words)
    {
        foreach (var verb in (ReadOnlySpan<string>)["is", "are", "has", "have", "who", "was", "were", "use of", "receiving", "received", "taking"])
        {
            if (words.StartsWith(verb, StringComparison.OrdinalIgnoreCase) && (words.Length == verb.Length || words[verb.Length] == ' '))
            {
                return true;
            }
        }

        return false;
    }

    private int ScopeEndAt(int index)
    {
        var saved = at;
        at = index;
        var stop = ScopeEnd(stopAtComma: false);
        at = saved;
        return stop;
    }
}
