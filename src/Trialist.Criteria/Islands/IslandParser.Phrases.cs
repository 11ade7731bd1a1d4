using Trialist.Criteria.Vocabulary;
using Trialist.Terminology;

namespace Trialist.Criteria.Islands;

/// <content>Noun phrases: terms of the lexicon with the words around them, and phrases whose last word tells their kind.</content>
internal sealed partial class IslandParser
{
    /// <summary>A longer run of words without any function word is no name of anything.</summary>
    private const int LongestPhrase = 9;

    private void ReadPhrase()
    {
        if (IsQualifier(at) && at > 0 && QualifierOf(items[at]) is { Kind: QualifierKind.Subject, Value: "family" } && items[at - 1].Cue is Cue.Or or Cue.And && qualifiers.Count == 0 && (nodes.Count == 0 || nodes[^1].Span.End < items[at - 1].Start && pendingWhen is { Relation: TimeRelation.Ever } && pendingWhenSpan.Start > nodes[^1].Span.End))
        {
            // "history or family history of X": two persons, of whom a leaf names but one.
            Unread(at, at + 1, "It is not clear whose history is meant.");
            at++;
            return;
        }

        if (TryTypes() || TryLiveAttenuated())
        {
            return;
        }

        var alternatives = ReadQualifiers();
        GoOnBehindUse(ref alternatives);
        if (ReadStages(ref alternatives) || TrySharedNoun(alternatives) || TrySuspended(alternatives))
        {
            return;
        }

        var from = at;
        var to = PhraseEnd(from);
        if (to == from)
        {
            alternatives?.ForEach(list => qualifiers.AddRange(list.FindAll(item => !qualifiers.Contains(item))));
            TrailQualifiers();
            return;
        }

        if (OnlyAnnouncesList(from, to) && alternatives is null)
        {
            passed.Add(new TextSpan(items[from].Start, items[to - 1].End));
            at = to;
            return;
        }

        if (SaysUse(from, to))
        {
            // "Use immunosuppressive medication": the verb is no part of the name.
            passed.Add(items[from].Span);
            from++;
        }

        if (IsAgeWord(from, to))
        {
            at = to;
            qualifiers.Clear();
            Add(new Node { Span = new TextSpan(items[from].Start, items[to - 1].End), Type = LeafType.Age, Concept = new Concept("age") });
            return;
        }

        if (TryDividedName(from, to, alternatives) || TryShared(from, to, alternatives))
        {
            return;
        }

        if (to > from + 1 && items[from].Kind == ItemKind.Mention && items[from + 1].Text is "related" or "induced" or "associated" or "mediated" or "triggered" && lexicon.Find(NameOf(from, to)).IsEmpty)
        {
            // "food or drug related reaction": what causes it is no fact of its own.
            FlushQualifiers();
            Unread(from, to, "This compound is not known.");
            at = to;
            return;
        }

        if (TryAntibody(from, to))
        {
            return;
        }

        // Before a value of its own, words that no table knows are not part of its name.
        if (to > from + 1 && items[to - 1].Kind == ItemKind.Mention && items[to - 1].Match.Entry.LeafType is LeafType.Measurement or LeafType.Score && lexicon.Find(NameOf(from, to)).IsEmpty && !IsBareRating(items[to - 1].Match.Entry, items[to - 1]))
        {
            at = to - 1;
            if (Resolve(from, at) is (LeafType.Condition, var disease, { } term) && (GradesDiseases(items[at].Match.Entry.Name) || items[at].Match.Entry.LeafType == LeafType.Score))
            {
                // "heart failure NYHA class III"
                AddPhrase(LeafType.Condition, disease, term, new TextSpan(items[from].Start, items[at - 1].End), alternatives);
                alternatives = null;
            }
            else
            {
                FlushQualifiers();
                Unread(from, at, Reasons.NotKnown);
                link = Link.With;
            }

            from = at;
        }

        if (TryTransaminases(from, to))
        {
            return;
        }

        var (type, concept, entry) = Resolve(from, to);
        if (type == LeafType.Language && !SpeaksOfLanguage())
        {
            // "Japanese women": where from, not what they speak.
            FlushQualifiers();
            Unread(from, to, Reasons.NotKnown);
            at = to;
            return;
        }

        if (type is null && TrySensitized(from, to))
        {
            return;
        }

        if (type is null && TryOwnersNoun(from, to, alternatives))
        {
            return;
        }

        if ((type is null || (type == LeafType.Treatment && entry is null && char.IsAsciiDigit(text[items[to - 1].End - 2]))) && IsMarker(from, to))
        {
            type = LeafType.Biomarker;
        }

        if (type is null && to == from + 1 && link == Link.Adjacent && nodes.Count > 0 && nodes[^1].IsBare && EmptyTails.Contains(items[from].Of(text)))
        {
            // "ASA (American Society of Anesthesiologists) score": the word adds nothing to the value before it.
            nodes[^1].Span = nodes[^1].Span.Union(items[from].Span);
            at = to;
            return;
        }

        if (type is null && contraceptionSaid && AgainstPregnancy.Contains(Spelled(new TextSpan(items[from].Start, items[to - 1].End))))
        {
            // "a diaphragm, cap or sponge"
            type = LeafType.Contraception;
        }

        if (type is null && OnlyGivesConsent(from, to))
        {
            passed.Add(new TextSpan(items[from].Start, items[to - 1].End));
            at = to;
            return;
        }

        if (type is null && qualifiers.Count == 0 && alternatives is null && at > 1 && items[at - 1].Of(text).EndsWith("following", StringComparison.OrdinalIgnoreCase) && IsClassless(new TextSpan(items[from].Start, items[to - 1].End)))
        {
            // "meets any one of the following conditions"
            passed.Add(new TextSpan(items[from].Start, items[to - 1].End));
            at = to;
            return;
        }

        if (type is not { } known)
        {
            FlushQualifiers();
            Unread(from, to, Reasons.NotKnown);
            at = to;
            return;
        }

        at = to;
        AddPhrase(known, concept, entry, new TextSpan(items[from].Start, items[to - 1].End), alternatives);
    }

    // "cerebrovascular, hemorrhagic disease": where the words without the comma are one name, it only divides two adjectives.
    private bool TryDividedName(int from, int to, List<List<Item>>? alternatives)
    {
        if (to != from + 1 || to + 1 >= end || from == 0 || items[from - 1].Cue is not (Cue.And or Cue.Or) || !items[to].IsSign(',') || items[from].Kind != ItemKind.Unknown || items[to + 1].Kind is not (ItemKind.Mention or ItemKind.Unknown) || !IsAdjective(items[from].Of(text)))
        {
            return false;
        }

        var stop = PhraseEnd(to + 1);
        if (stop == to + 1 || lexicon.Find($"{Spelled(items[from].Span)} {Spelled(new TextSpan(items[to + 1].Start, items[stop - 1].End))}") is not [{ LeafType: LeafType.Condition } entry, ..])
        {
            return false;
        }

        if (stop < end && (items[stop].IsSign(',') || items[stop].Cue is Cue.And or Cue.Or))
        {
            // "liver or endocrine, cancer, lung": the list goes on.
            return false;
        }

        at = stop;
        AddPhrase(LeafType.Condition, entry.Concept, entry, new TextSpan(items[from].Start, items[stop - 1].End), alternatives, entry.Name);
        return true;
    }

    private const string ContraindicationTo = "contraindication to ";

    private static readonly List<Item> None = [];

    private void AddPhrase(LeafType type, Concept concept, LexiconEntry? entry, TextSpan span, List<List<Item>>? alternatives, string? wording = null)
    {
        if (type is LeafType.Judgement or LeafType.Unread)
        {
            // The lexicon's words of judgement make no leaf.
            sawJudgement = true;
            FlushAsJudged();
            Add(Judged(span));
            return;
        }

        if (alternatives is null && TryJointTargets(type, entry, span))
        {
            return;
        }

        if (qualifiers.Count == 0 && alternatives is null && OnlyAnnounces(span))
        {
            // "at least one of the following conditions:" only announces the list.
            passed.Add(span);
            return;
        }

        type = contraceptionSaid && type is LeafType.Treatment or LeafType.Procedure && IsMeansAgainstPregnancy(concept, entry) ? LeafType.Contraception : type;
        concept = entry is null ? concept with { Name = FreeName(type, concept.Name) } : concept;
        DropActiveBesideHistory();
        var own = qualifiers.Count == 0 ? None : [.. qualifiers];
        qualifiers.Clear();
        var written = span;
        if (!headUsed && pendingHead is Cue.Allergy or Cue.Contraindication && pendingHeadItem is { } head && head.End <= span.Start)
        {
            // "allergy to penicillin": the first of the list stands for the words that say what it is.
            wording ??= entry is null || concept != entry.Concept ? null : WordingOf(type, Spelled(span), entry);
            span = new TextSpan(head.Start, span.End);
        }

        if (type == LeafType.Biomarker && own.Count > 0)
        {
            // "relapsed CD123+ leukemia": what narrows a disease waits for it.
            qualifiers.AddRange(own.FindAll(IsOfDisease));
            own.RemoveAll(IsOfDisease);
        }

        if (own.Count > 0 && concept.Name.StartsWith(ContraindicationTo, StringComparison.Ordinal) && pendingHeadItem is { } to && StandBehind(to, own))
        {
            // "contraindication to systemic steroids": the adjective is of what must not be given.
            concept = new Concept($"{ContraindicationTo}{string.Join(' ', own.Select(item => Spelled(item.Span)))} {concept.Name[ContraindicationTo.Length..]}");
            passed.AddRange(own.ConvertAll(item => item.Span));
            own.Clear();
        }

        headUsed = true;
        wording ??= entry is null || concept != entry.Concept ? null : type == LeafType.Participation ? StudyNamed(span) : WordingOf(type, Spelled(span), entry);
        AddJudgedTwin(type, concept, wording, span);
        AddWaiting(type, concept, entry, wording == concept.Name ? null : wording, span);
        if (alternatives is not null && nodes.Count > 0 && link is Link.With or Link.Adjacent)
        {
            // "tumours with advanced or metastatic disease": either, together with what stands before.
            var choices = new List<Predicate>();
            foreach (var choice in alternatives)
            {
                var whole = choice.Count > 0 ? span.Union(new TextSpan(choice[0].Start, choice[^1].End)) : span;
                choices.Add(new Predicate.Leaf(type, concept) { Span = whole, When = pendingWhen, Wording = wording, Qualifiers = choice.ConvertAll(QualifierOf).ToValueList() });
            }

            Add(Node.Of(TreeBuilder.Join(choices, any: true)!, link));
            return;
        }

        wording = JudgedName(wording ?? concept.Name) ?? OfDrugBefore(type, FreeName(type, wording ?? concept.Name)) ?? (type == LeafType.Allergy ? FreeName(type, wording ?? concept.Name) : wording is null ? null : FreeName(type, wording));
        wording = IsNeeded(type) ? $"{wording ?? concept.Name}{LeafName.Required}" : wording;
        wording = wording == concept.Name || (entry is not null && type == LeafType.Condition && wording is not null && NamesByTest(wording)) ? null : wording;
        if (entry is null && type == LeafType.Allergy && wording is not null && OfDrugBefore(type, concept.Name) is not null)
        {
            (concept, wording) = (new Concept(wording), null);
        }

        var when = type is LeafType.Age or LeafType.Lines || IsConduct(concept) || (type is LeafType.Measurement or LeafType.Score or LeafType.Biomarker && pendingWhen is not ({ Anchor: not null and not "planned" } or { Max: not null } or { Min: not null })) ? null : pendingWhen;
        when = IsOfNow(when, wording ?? concept.Name, own) ? null : when;
        if (when is not null)
        {
            passed.Add(pendingWhenSpan);
        }

        var positive = type == LeafType.Biomarker && entry is null && concept.Name.StartsWith("positive ", StringComparison.Ordinal);
        concept = positive ? new Concept(concept.Name["positive ".Length..]) : concept;
        var named = new Node { Span = span, Type = type, Concept = concept, Entry = entry, Wording = wording, Written = type == LeafType.Measurement && entry is not null ? ValueAsWritten(written) : null, When = when, IsAction = type is LeafType.Consent or LeafType.Contraception, IsGroup = concept.Name is "childbearing potential" || (concept.Name == "sexually active" && !exclusion) };
        if (alternatives is null)
        {
            AddChoice(named, own, positive);
        }
        else
        {
            foreach (var choice in alternatives)
            {
                AddChoice(named.Copy(), choice, positive);
                link = Link.Or;
            }
        }

        MarkTested(nodes[^1]);
        MergeGrades(alternatives?.Count ?? 1);
        link = Link.Adjacent;
        if (type == LeafType.Contraception)
        {
            ReadMeansBehind();
        }
        else if (type == LeafType.Pregnancy)
        {
            ReadSampleBehind();
        }
    }

    private static bool StandBehind(Item before, List<Item> own)
    {
        foreach (var item in own)
        {
            if (item.Start < before.End)
            {
                return false;
            }
        }

        return true;
    }

    // "a history of mental illness or poor compliance": how a person goes about the study is no history.
    private static bool IsConduct(Concept concept) => concept.Name is "compliance" or "availability";

    private void AddChoice(Node node, List<Item> choice, bool positive)
    {
        var (words, type, entry) = (node.Span, node.Type, node.Entry);
        var whole = choice.Count > 0 ? words.Union(new TextSpan(choice[0].Start, choice[^1].End)) : words;
        MarkWomen(node);
        node.Span = whole;
        foreach (var item in choice)
        {
            var qualifier = QualifierOf(item);
            if (node.Type == LeafType.Allergy && (node.Wording ?? node.Concept.Name) == "study drug" && (qualifier.Kind == QualifierKind.Route || qualifier.Value == "systemic"))
            {
                // "allergy to the systemically administered study drug": how it is given is no part of the allergen.
                passed.Add(item.Span);
                continue;
            }

            if (node.Type == LeafType.Treatment && qualifier.Kind == QualifierKind.Grade)
            {
                // "class 1 antiarrhythmics": drugs have classes.
                node.Qualifiers.Add(new Qualifier(QualifierKind.Status, $"class {qualifier.Value}"));
                continue;
            }

            if (qualifier.Value != "confirmed" && !(qualifier is { Kind: QualifierKind.Result, Value: "positive" } && node.Concept.Name.EndsWith(" positive", StringComparison.Ordinal)))
            {
                node.Qualifiers.Add(qualifier);
            }
        }

        if (positive)
        {
            node.Qualifiers.Add(new Qualifier(QualifierKind.Result, "positive"));
        }

        BoundByGrade(node);
        CountLines(node, choice);
        if (entry is not null && (type == LeafType.Behaviour ? IsDenyingWord(words.Of(text)) : type == LeafType.Language && Barriers.OccursIn(words.Of(text))))
        {
            // "non-compliance" and "illiterate" are spellings of what they deny.
            TakeObject(node);
            node.Whole = new Predicate.Not(node.ToPredicate()) { Span = node.Span };
        }

        Add(node);
        if (type != LeafType.Treatment && choice.Exists(item => QualifierOf(item).Value is var value && value != "failed" && FailureOf.Contains(value)) && nodes[^1].IsLeaf)
        {
            // "progression after imaging": only of a treatment it is said so.
            Doubt(nodes[^1], whole, "It is not clear what this state is said of.");
        }

        AddOfFamily(node);
        if (type == LeafType.Allergy && entry?.LeafType is LeafType.Condition or LeafType.Procedure && nodes[^1].IsLeaf)
        {
            Doubt(nodes[^1], whole, "This is nothing to be allergic to.");
        }

        if (type == LeafType.Treatment && choice.Exists(IsOfControl) && nodes.Count > 0 && nodes[^1].IsLeaf)
        {
            // "asthma, uncontrolled on conventional therapy": said of the disease.
            Doubt(nodes[^1], whole, "It is not clear what this state is said of.");
        }

        if (choice.Exists(IsOfAnother) && nodes.Count > 0 && nodes[^1].IsLeaf && !(depth == 0 && nodes.Count == 1 && type == LeafType.Condition))
        {
            Doubt(nodes[^1], whole, Reasons.OtherPerson);
        }
    }
}
