using Trialist.Criteria.Vocabulary;

namespace Trialist.Criteria.Islands;

/// <content>Phrases behind a fact that narrow it.</content>
internal sealed partial class IslandParser
{
    private const int LongestNarrowing = 6;

    private static readonly PhraseList Relatives = new("mother", "father", "parents", "sibling", "spouse", "partner", "fetus", "caregiver");

    /// <summary>"for breast cancer", "due to trauma", "of the lung": a phrase that narrows the leaf before it is kept in its words.</summary>
    private bool TryNarrow()
    {
        TakeEarlierCare();
        if (nodes.Count == 0 || link != Link.Adjacent || nodes[^1] is not { IsLeaf: true } last || (last.Bounds is null ? last.Type is not (LeafType.Condition or LeafType.Treatment or LeafType.Procedure or LeafType.Biomarker or LeafType.Allergy) : !((last.Type is LeafType.Count or LeafType.Lines && items[at].Text is "for") || (last.Type == LeafType.Condition && BringsAbout.OccursIn(items[at].Of(text))))))
        {
            return false;
        }

        if (items[at].Cue == Cue.With && (items[at].Of(text).StartsWith("and ", StringComparison.OrdinalIgnoreCase) || (items[at].Text is not "with" && NamesCare(at + 1))))
        {
            return false;
        }

        if (items[at].Text is "of" && last.Type == LeafType.Condition && at + 1 < end && StageWord(items[at + 1]) is (QualifierKind.Grade, _))
        {
            // "neuropathy of grade 2 or higher"
            at++;
            return true;
        }

        if (TryAfterLines(last))
        {
            return true;
        }

        var from = at;
        var index = at + 1;
        while (index < end && index - from <= LongestNarrowing && (items[index].Kind is ItemKind.Unknown or ItemKind.Mention || JoinsStates(index, from) || IsCareOf(index, from) || IsEarlierCare(index, from) || (items[index].Kind == ItemKind.Cue && items[index].Cue is Cue.Qualifier or Cue.Filler && !items[index].Is(Cue.Time) && items[index].Text is not ("is" or "are" or "must" or "who" or "should" or "with" or "by" or "in")) || IsGlue(index, from)))
        {
            index++;
        }

        while (index - 1 > from + 1 && items[index - 1] is { Kind: ItemKind.Cue, Cue: Cue.Filler } && EndsInAny(items[index - 1].Of(text)))
        {
            // "to the pelvis for any reason", "in the eye of any kind"
            index--;
        }

        // "by serum level < 50": a value of its own, not a narrowing.
        if (index < end && (items[index].Kind is ItemKind.Comparator or ItemKind.Number || items[index].Is(Cue.Compare)))
        {
            return false;
        }

        if (index == from + 1 || index - from > LongestNarrowing || !(items[index - 1].Kind is ItemKind.Unknown or ItemKind.Mention) || IsAdverb(items[index - 1].Of(text)))
        {
            return false;
        }

        if (items[from].Text is "during" && (RankIn(items[from + 1]) >= 0 || (index < end && items[index].Kind == ItemKind.Cue && items[index].Cue is not (Cue.Or or Cue.And))))
        {
            // "during treatment" is a time of the study; "during the third trimester of pregnancy" goes on.
            return false;
        }

        if (items[from..index].Exists(item => item.Kind == ItemKind.Cue && HasWord(item.Of(text), "following")))
        {
            return false;
        }

        if (IsGerm(last, from + 1, index))
        {
            // "active infection of hepatitis B virus": the disease has a name of its own.
            ReadGerms(last, from);
            return true;
        }

        narrowed = items[index - 1].Kind == ItemKind.Mention ? items[index - 1].Match.Entry.LeafType : HeadTable.Default.TypeOf(items[index - 1].Of(text));
        if (narrowed is { } noun && KindOf(noun) != KindOf(last.Type))
        {
            index = NarrowedList(index, noun);
        }

        var span = new TextSpan(items[from].Start, items[index - 1].End);
        if (last is { Entry: null or { Name: "gene mutation" }, Qualifiers.Count: 0 } && $"{(last.Entry is null ? last.Concept.Name : "mutation")} {Spelled(span)}" is var words && FreeName(last.Type, words) is var turned && turned.Length < words.Length - 2 && (index >= end || last.Type == LeafType.Allergy || items[index].Cue is not (Cue.Or or Cue.And)))
        {
            last.Entry = lexicon.Find(turned) is [var known, ..] && known.LeafType == last.Type ? known : null;
            last.Concept = last.Entry?.Concept ?? new Concept(turned);
            last.Wording = null;
            last.Span = last.Span.Union(span);
            at = index;
            return true;
        }

        if (TryTurned(last, from, index, span))
        {
            return true;
        }

        var narrowing = new Qualifier(QualifierKind.Role, SpelledWords.Plainly(InFull(from, index) ?? text.AsSpan(span.Start, span.Length)));
        for (var i = nodes.Count - 1; i >= 0 && nodes[i].IsLeaf && nodes[i].Concept == last.Concept && (i == nodes.Count - 1 || nodes[i + 1].Link == Link.Or); i--)
        {
            // "active or uncontrolled infection requiring treatment" narrows both.
            nodes[i].Qualifiers.Add(narrowing);
        }

        last.Span = last.Span.Union(span);
        if (items[from].Cue == Cue.With && pendingHead == Cue.Allergy)
        {
            // "allergy to peanut requiring intubation": nothing more is said to be the allergen.
            (pendingHead, headUsed) = (Cue.None, false);
        }

        if (NamesObject(items[from].Of(text), narrowing, last) && ObjectsEnd(index, out var objects) is > 0 and var listEnd)
        {
            AddObjects(last, narrowing, objects);
            at = listEnd;
            return true;
        }

        if (index < end && (items[index].Cue is Cue.Or or Cue.And || items[index].IsSign('/') || items[index].IsSign(',')) && IsLooseAdjective(items[index - 1].Of(text)))
        {
            // "for gastric or oesophageal cancer": the phrase ends before its noun.
            Doubt(last, span, Reasons.Ambiguous);
        }

        DoubtListBefore(last, narrowing, span);
        if (Relatives.OccursIn(narrowing.Value))
        {
            // "renal insufficiency in the mother"
            Doubt(last, span, Reasons.OtherPerson);
        }

        at = index;
        return true;
    }

    // "prior therapy for myeloma": which was given, and no number of lines.
    private void TakeEarlierCare()
    {
        if (items[at].Text is "for" && link == Link.Adjacent && nodes.Count > 0 && nodes[^1] is { IsLeaf: true, Type: LeafType.Lines, Bounds: null } lines && OneCare.OccursIn(lines.Span.Of(text)) && lexicon.ByName("treatment") is { } treatment)
        {
            (lines.Type, lines.Concept, lines.Entry, lines.Wording) = (LeafType.Treatment, treatment.Concept, treatment, "therapy");
            lines.When ??= new TimeWindow(TimeRelation.Ever);
        }
    }

    private static readonly PhraseList OneCare = new("prior therapy", "previous therapy", "prior treatment", "previous treatment");

    // "toxicity of grade ≥ 2 from prior therapy"
    private static readonly PhraseList BringsAbout = new("from", "due to", "related to", "caused by", "resulting from", "secondary to", "attributable to", "associated with");

    private static bool EndsInAny(string words) => words.Contains("any ", StringComparison.OrdinalIgnoreCase) && words.Contains(' ', StringComparison.Ordinal) && !words.EndsWith(" of", StringComparison.OrdinalIgnoreCase);

    // "cancer of the pancreas", "infection of the lung": where the tables know the part before its disease.
    private bool TryTurned(Node last, int from, int to, TextSpan span)
    {
        if (last is not { Type: LeafType.Condition } || !(items[from].Text is "of" || items[from].Of(text).Equals("of the", StringComparison.OrdinalIgnoreCase)) || (to < end && items[to].Cue is Cue.Or or Cue.And || to < end && items[to].IsSign(',')))
        {
            return false;
        }

        var part = SpelledWords.Plainly(text.AsSpan(items[from + 1].Start, items[to - 1].End - items[from + 1].Start));
        var name = $"{part} {last.Wording ?? last.Concept.Name}";
        if (lexicon.Find(name) is not [{ LeafType: LeafType.Condition } known, ..])
        {
            return false;
        }

        (last.Entry, last.Concept, last.Wording, last.Span) = (known, known.Concept, WordingOf(LeafType.Condition, name, known), last.Span.Union(span));
        at = to;
        return true;
    }

    // "disease of the heart, lungs or kidneys", "metastases in the liver or lung"
    private static bool NamesObject(string words, Qualifier narrowing, Node owner) => words.ToLowerInvariant() switch
    {
        "of" or "of the" => true,
        "in" or "in the" => owner.Type == LeafType.Condition && !narrowing.Value.AsSpan().ContainsAnyInRange('0', '9'), // not "in stage T2, N0"
        _ => false,
    };

    // "disease of the heart, lungs or kidneys": what stands behind the commas names no fact of its own.
    private int ObjectsEnd(int from, out List<TextSpan> objects)
    {
        objects = [];
        var (index, chosen, unsure) = (from, false, guessed.Count);
        while (index < end && objects.Count < MostKnown)
        {
            var next = index;
            while (next < end && next - index < 3 && (items[next].IsSign(',') || items[next].IsSign('/') || items[next].Cue is Cue.Or))
            {
                chosen |= items[next].Cue == Cue.Or || items[next].IsSign('/');
                next++;
            }

            if (next == index)
            {
                break;
            }

            next = next < end && items[next].Of(text).ToLowerInvariant() is "the" or "a" ? next + 1 : next;
            var stop = next < end ? SharedEnd(next) : next;
            if (stop == next || stop - next > LongestWaiting || IsQualifier(next) && !Sites.Contains(items[next].Of(text)) || Resolve(next, stop).Type is not (null or LeafType.Behaviour) || WaitsForNoun(next, stop) && !Sites.Contains(LastWord(new TextSpan(items[next].Start, items[stop - 1].End))))
            {
                guessed.RemoveRange(unsure, guessed.Count - unsure);
                return 0;
            }

            guessed.RemoveRange(unsure, guessed.Count - unsure);
            objects.Add(new TextSpan(items[next].Start, items[stop - 1].End));
            index = stop;
        }

        return chosen && (index >= end || items[index].Kind == ItemKind.Sign && items[index].Text is "." or ";" or ")" || items[index].Cue is Cue.With or Cue.If or Cue.Except) ? index : 0;
    }

    private void AddObjects(Node first, Qualifier narrowing, List<TextSpan> objects)
    {
        if (objects.Count > 0 && IsLooseAdjective(narrowing.Value) && Spelled(objects[^1]).Split(' ') is [_, .., var noun])
        {
            // "impairment of renal or hepatic function": the noun is said once.
            var place = first.Qualifiers.IndexOf(narrowing);
            first.Qualifiers[place] = narrowing with { Value = $"{narrowing.Value} {noun}" };
            foreach (var what in objects)
            {
                AddObject(first, first.Qualifiers[place], Spelled(what) is var part && IsLooseAdjective(part) ? $"{part} {noun}" : part, what);
            }

            return;
        }

        foreach (var what in objects)
        {
            AddObject(first, narrowing, Spelled(what), what);
        }
    }

    private void AddObject(Node first, Qualifier narrowing, string part, TextSpan what)
    {
        var copy = first.Copy();
        copy.Span = what;
        copy.Qualifiers.AddRange(first.Qualifiers.Where(one => one != narrowing));
        copy.Qualifiers.Add(narrowing with { Value = $"{narrowing.Value.Split(' ')[0]} {part}" });
        link = Link.Or;
        copy.SharesNoun = true;
        Add(copy);
    }

    // "for advanced or metastatic lung cancer"
    private bool JoinsStates(int index, int from) =>
        index > from + 1 && index + 1 < end && (items[index].Cue == Cue.Or || items[index].IsSign('/') || items[index].IsSign(',')) && IsQualifier(index - 1) && (IsQualifier(index + 1) ? PhraseFollows(index + 1) : OpensWithState(items[index + 1]));

    // "metastatic disease", which the tables know as one term
    private bool OpensWithState(Item item) => item is { Kind: ItemKind.Mention, Match.Entry.LeafType: LeafType.Condition } && StartsWithAny(item.Of(text), StatesAhead);

    private static readonly string[] StatesAhead = ["metastatic ", "advanced ", "locally ", "recurrent ", "relapsed ", "refractory ", "unresectable ", "progressive ", "persistent ", "active ", "chronic ", "severe "];

    // "toxic effects of prior treatment": which treatment did it, and no other time of the effects.
    private bool IsEarlierCare(int index, int from) =>
        index == from + 1 && items[index].Text is "prior" or "previous" && items[from].Text is "of" or "from" && nodes[^1].Type == LeafType.Condition && Harms.Contains(LastWord(nodes[^1].Span));

    private static readonly HashSet<string> Harms = new(StringComparer.OrdinalIgnoreCase) { "effect", "effects", "toxicity", "toxicities" };

    // "for treatment of lung cancer"
    private bool IsCareOf(int index, int from) =>
        index <= from + 2 && items[index].Cue == Cue.Treatment && items[index].Of(text) is var words && (words.EndsWith("treatment of", StringComparison.OrdinalIgnoreCase) || words.EndsWith("therapy of", StringComparison.OrdinalIgnoreCase));

    // "asthma requiring omalizumab": a drug or procedure of its own name is a fact of its own, "requiring treatment" narrows.
    private bool NamesCare(int index)
    {
        if (nodes[^1].When is { Relation: TimeRelation.Ever, Anchor: null } && index < end && PhraseEnd(index) is var stop && (stop >= end || items[stop].Kind == ItemKind.Sign))
        {
            // "a history of respiratory failure requiring intubation": at that time, not at any.
            return false;
        }

        while (index < end && (IsQualifier(index) || items[index].Cue == Cue.Filler))
        {
            index++;
        }

        return index < end && items[index] is { Kind: ItemKind.Mention, Match.Entry: { LeafType: LeafType.Treatment or LeafType.Procedure } entry } && PhraseEnd(index) == index + 1 && !IsClassless(items[index].Span) && entry.Name is not ("drug" or "treatment") && pendingHead != Cue.Allergy && !(index + 1 < end && items[index + 1].IsSign('(')) && !IsGeneral(nodes[^1].Span);
    }

    private bool IsGerm(Node owner, int from, int to) =>
        owner.Concept.Name == "infection" && to == from + 1 && items[from].Kind == ItemKind.Mention && items[from].Match.Entry is { LeafType: LeafType.Condition } entry
        && (entry.Broader.Contains("infection") || lexicon.Broader(entry).Any(wider => wider.Name == "infection"));

    // "active infection of hepatitis B virus or hepatitis C virus": the state is of each of the list.
    private void ReadGerms(Node last, int from)
    {
        var state = LastQualifiers(items[from].Start);
        link = last.Link;
        nodes.RemoveAt(nodes.Count - 1);
        passed.Add(last.Span);
        if (link is not (Link.Strong or Link.Adjacent) && nodes.Count > 0 && nodes[^1] is { IsLeaf: true, Concept.Name: "infection" } before)
        {
            // "history of infection or active infection due to tuberculosis": perhaps of the same germ.
            Doubt(before, before.Span, Reasons.Ambiguous);
        }

        at = from + 1;
        var next = at + 1;
        while (next < end && GermBehind(last, next) is > 0 and var germ)
        {
            var listed = SenseOf(items[at], at + 1);
            qualifiers.AddRange(state);
            AddPhrase(LeafType.Condition, listed.Concept, listed, items[at++].Span, null);
            while (at < germ)
            {
                SetLink(items[at].Cue switch { Cue.Or => Link.Or, Cue.And => Link.And, _ => items[at].IsSign('/') ? Link.Or : Link.Comma });
                at++;
            }

            next = at + 1;
        }

        qualifiers.AddRange(state);
    }

    private int GermBehind(Node owner, int index)
    {
        var next = index;
        while (next < end && next - index < 3 && (items[next].IsSign(',') || items[next].IsSign('/') || items[next].Cue is Cue.Or or Cue.And))
        {
            next++;
        }

        return next > index && next < end && PhraseEnd(next) == next + 1 && IsGerm(owner, next, next + 1) ? next : 0;
    }

    // "treatment for asthma, rhinitis or COPD": the list goes on inside the phrase while its members are of the same kind.
    private int NarrowedList(int index, LeafType noun)
    {
        while (index < end)
        {
            var next = index;
            while (next < end && next - index < 3 && (items[next].IsSign(',') || items[next].IsSign('/') || items[next].Cue is Cue.Or or Cue.And || (next > index && IsQualifier(next))))
            {
                next++;
            }

            var stop = next == index || next >= end ? next : PhraseEnd(next);
            if (stop == next || next == index || KindOf(Resolve(next, stop).Type ?? LeafType.Sex) != KindOf(noun))
            {
                return index;
            }

            index = stop;
        }

        return index;
    }

    // "anaemia due to renal failure or bleeding": the alternative may be another cause as well as another fact.
    private Node Doubted(Node node)
    {
        var doubt = node.IsLeaf && node.Link is Link.Or or Link.Comma or Link.And && (narrowed is { } noun && KindOf(noun) == KindOf(node.Type) || (narrowed is null or LeafType.Allergy && node.Type == LeafType.Allergy && nodes.Count > 0 && nodes[^1] is { IsLeaf: true, Type: LeafType.Condition } before && before.Qualifiers.Exists(one => one.Kind == QualifierKind.Role)));
        narrowed = null;
        if (doubt && node.Bounds is null)
        {
            var own = node.ToPredicate();
            node.Whole = new Predicate.All([own, new Predicate.Unread(Reasons.GoesOn) { Span = own.Span }]) { Span = own.Span };
        }

        return node;
    }
}
