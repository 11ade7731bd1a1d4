using Trialist.Criteria.Vocabulary;

namespace Trialist.Criteria.Islands;

/// <content>Function words.</content>
internal sealed partial class IslandParser
{
    private void StepCue(Item item)
    {
        if (item.Cue == Cue.Matter && at + 2 < end && items[at + 1].Kind == ItemKind.Dash && items[at + 1].Start == item.End && items[at + 2].Start == items[at + 1].End && items[at + 2].Kind == ItemKind.Unknown)
        {
            // "smoking-related COPD" asks for no smoking.
            Unread(at, at + 3, "This compound is not known.");
            at += 3;
            return;
        }

        sawVerb |= link is Link.Or or Link.And && item.Cue is Cue.Filler or Cue.Treatment or Cue.Procedure && IsVerb(item.Of(text));
        if (sawVerb && item.Cue == Cue.Filler && pendingHead is Cue.Treatment or Cue.Procedure && headUsed && pendingWhen is { Relation: TimeRelation.Ever or TimeRelation.Current, Anchor: null })
        {
            // "have received A or have B"
            (pendingHead, headUsed, pendingWhen) = (Cue.None, false, null);
        }

        switch (item.Cue)
        {
            case Cue.Prep or Cue.Time or Cue.Filler when item.Text is "in" && TryAskedOfGroup(item):
                // "a negative pregnancy test in women of childbearing potential": nobody else is asked for one.
                break;
            case Cue.Filler when NamesExtent(item):
                // "total colectomy": of a value the word says nothing, of an operation how much.
                qualifiers.Add(QualifierItem("status:total", item.Span));
                at++;
                break;
            case Cue.Filler when StartsRelativeClause(item):
                link = Link.With;
                at++;
                break;
            case Cue.Filler when IsOtherPerson(item):
                Unread(at, at + 1, Reasons.OtherPerson);
                at++;
                break;
            case Cue.Filler when JoinsAges(item):
                // "18 years or the legal age, whichever is older": both.
                nodes[^1].Link = Link.And;
                at++;
                break;
            case Cue.Filler when SaysOtherSide(item):
                ReadOtherSide(item);
                break;
            case Cue.Filler when TryRequiredOf(item):
                break;
            case Cue.Filler when exclusion && at + 2 < end && items[at + 1].Text is "for" or "until" && items[at + 2].Kind == ItemKind.Number && Refusing.OccursIn(item.Of(text)):
                // "… will be excluded for 8 weeks": and may take part afterwards.
                var shut = ScopeEnd(stopAtComma: false);
                Unread(at, shut, "How long this excludes is not read.");
                at = shut;
                break;
            case Cue.Filler when ShowsFinding(item):
                // "Electrocardiogram shows a long QT": the test is how it was found, not a fact that is asked for.
                link = nodes[^1].Link;
                passed.Add(nodes[^1].Span);
                nodes.RemoveAt(nodes.Count - 1);
                at++;
                break;
            case Cue.Filler or Cue.Defined or Cue.Reference when TryExaminations(item):
                break;
            case Cue.Filler when NamesMethod(item):
                SkipMethods();
                break;
            case Cue.Filler or Cue.Reference:
                EndHistory(item);
                if (!(item.Text is "per" && TryReference()) && !(item.Is(Cue.Prep) && TryNarrow()) && !TryReference())
                {
                    at++;
                }

                break;
            case Cue.Ignore:
                ReadIgnored();
                break;
            case Cue.And when item.Text is "but" && exclusion && nodes.Count > 0 && link is Link.Adjacent or Link.Comma:
                // "IBS, but a score of < 3": both together.
                link = Link.With;
                at++;
                break;
            case Cue.And when exclusion && nodes.Count > 0 && at + 1 < end && item.Of(text).Equals("as well as", StringComparison.OrdinalIgnoreCase) && IsPersonAt(at + 1):
                at++;
                UnreadItem(item, "It is not clear how far the words before this reach.");
                break;
            case Cue.And when item.Text is "while" && nodes.Count > 0:
                // "an adverse event while receiving immunotherapy"
                link = Link.With;
                at++;
                break;
            case Cue.And when exclusion && link is Link.Adjacent && (BothBefore() || IsStressed(item) || CountsVirus(at + 1)):
                link = Link.With;
                at++;
                break;
            case Cue.And when (exclusion || underDenial) && link is Link.Adjacent && nodes is [.., { IsLeaf: true, Type: LeafType.Treatment or LeafType.Procedure }] && (item.Of(text).Equals("in combination with", StringComparison.OrdinalIgnoreCase) || item.Of(text).Equals("combined with", StringComparison.OrdinalIgnoreCase)):
                // "no interferon in combination with cisplatin": both at once.
                link = Link.With;
                at++;
                break;
            case Cue.And:
                SetLink(Link.And);
                at++;
                break;
            case Cue.Or when StandsBetweenAdverbs():
                at++;
                break;
            case Cue.Or when pendingHead != Cue.None && !headUsed && at > 0 && ReferenceEquals(items[at - 1], pendingHeadItem) && !(at + 1 < end && (items[at + 1].Cue == pendingHead || items[at + 1].Cue is Cue.Planned or Cue.Now or Cue.Ever || (items[at + 1].Cue is Cue.Filler && !OtherHeadFollows()))):
                // "must have received or be intolerant to X": the first verb has nothing of its own.
                Unread(at, at + 1, "It is not clear what both verbs are said of.");
                at++;
                break;
            case Cue.Or:
                SetLink(Link.Or);
                at++;
                break;
            case Cue.OrBoth:
                AnyOfList();
                at++;
                break;
            case Cue.With when pendingHead != Cue.None && !headUsed && at > 0 && items[at - 1].Cue is Cue.Or or Cue.And:
                // "Starting or requiring a change in X": the first verb has nothing of its own.
                Unread(at, at + 1, "It is not clear what both verbs are said of.");
                at++;
                break;
            case Cue.With when link == Link.Or && TryAlsoRequires(item):
                break;
            case Cue.With when link == Link.Or && nodes.Count > 0 && NeedsLater(item):
                passed.Add(item.Span);
                sawVerb = true;
                at++;
                break;
            case Cue.With when link == Link.Or && nodes.Count > 0 && item.Text is not ("with" or "but"):
                // "a malignancy that is progressing or requires treatment": said of what stands before.
                Unread(at, at + 1, "It is not clear what this is said of.");
                at++;
                break;
            case Cue.Prep or Cue.Time or Cue.Filler when NamesWhom():
                link = Link.With;
                at++;
                break;
            case Cue.Prep when item.Text is "despite" && nodes.Count > 0 && nodes[^1] is { IsLeaf: true, Bounds: not null, Type: LeafType.Measurement or LeafType.Score } && link == Link.Adjacent && qualifiers.Count == 0 && NamesTreatment(at + 1):
                // "blood pressure > 140 mmHg despite antihypertensive treatment": both.
                link = Link.With;
                at++;
                break;
            case Cue.Prep when item.Text is "despite" && TryDespite():
                break;
            case Cue.With when TryNarrow():
                break;
            case Cue.With when !exclusion && depth == 0 && nodes.Count > 0 && link == Link.Strong:
                // "…; with liver metastases, ALT ≤ 5 x ULN": whom it is asked of.
                Unread(at, at + 1, "It is not clear what depends on this.");
                at++;
                break;
            case Cue.With when !exclusion && link is Link.Adjacent && nodes is [.., { IsLeaf: true, Bounds: not null, Type: LeafType.Measurement or LeafType.Score or LeafType.Age or LeafType.LifeExpectancy }] && item.Of(text).StartsWith("and ", StringComparison.OrdinalIgnoreCase):
                // "ECOG ≤ 1 and have adequate organ function": a demand of its own.
                SetLink(Link.And);
                at++;
                break;
            case Cue.With:
                // "…, requiring steroids": a participle goes on with what stands before its comma.
                link = nodes.Count > 0 && (link == Link.Adjacent || (link == Link.Comma && (item.Text is "requiring" or "needing" or "necessitating" or "warranting" || StartsWithAny(item.Of(text), ["that ", "which "])))) ? Link.With : link;
                at++;
                break;
            case Cue.Not when underDenial && item.Text is "nor" && nodes.Count == 0 && pendingHead != Cue.None:
                // "neither received nor is scheduled to receive"
                Unread(at, at + 1, "It is not clear what both verbs are said of.");
                at++;
                break;
            case Cue.Not when underDenial && item.Text is "nor":
                SetLink(Link.Or);
                at++;
                break;
            case Cue.Not:
                ReadDenied();
                break;
            case Cue.NotAfter:
                DenyLast(item);
                break;
            case Cue.Except:
                ReadExcept(item);
                break;
            case Cue.Provided when at + 1 < end && GivesConsent(at + 1):
                at++;
                break;
            case Cue.If when depth == 0 && at > 0 && items[at - 1].Cue is Cue.And:
                Unread(at, at + 1, Reasons.DependsOnCondition);
                at++;
                break;
            case Cue.If when link is Link.Or && (underDenial || nodes is [.., { Whole: Predicate.Not }]):
                // "do not need steroids or, if needed, are on a stable dose"
                Unread(at, at + 1, Reasons.DependsOnCondition);
                at++;
                break;
            case Cue.If when depth > 0 && link is Link.Or or Link.And:
                // "if liver metastases or for patients with HCC": one condition goes on.
                at++;
                break;
            case Cue.If or Cue.Provided:
                ReadCondition(item);
                break;
            case Cue.Defined when NamesMethod(item):
                SkipMethods();
                break;
            case Cue.Defined when nodes.Count > 0 && nodes[^1].IsBare && link is Link.Adjacent or Link.Comma && at + 1 < end && Operator(at + 1, out _) is not null:
                // "creatinine clearance, i.e. < 30 mL/min"
                link = Link.Adjacent;
                at++;
                break;
            case Cue.Including or Cue.Defined:
                ReadMembers(item);
                break;
            case Cue.Ever or Cue.Now or Cue.Planned:
                SetWhen(item);
                break;
            case Cue.Treatment when SaysTaken(item):
                passed.Add(item.Span);
                at++;
                break;
            case Cue.Contraindication when item.Phrase!.As(Cue.Contraindication) is "behind":
                ForbidLast(item);
                break;
            case Cue.Treatment or Cue.Condition or Cue.Allergy or Cue.Procedure or Cue.Contraindication:
                SetHead(item);
                break;
            case Cue.Judgement when item.Text is "affect" && nodes.Count > 0 && nodes[^1] is { IsLeaf: true, Type: LeafType.Treatment }:
                // "agents that affect T cells": what a drug does is no judgement of a person.
                Unread(at, at + 1, "What is said of the words before is not understood.");
                at++;
                break;
            case Cue.Judgement:
                ReadJudgement(item);
                break;
            case Cue.Action:
                ReadAction(item);
                break;
            case Cue.Matter:
                ReadMatter(item);
                break;
            case Cue.Qualifier when item.Of(text).Equals("other", StringComparison.OrdinalIgnoreCase) && nodes.Count > 0 && at + 1 < end && items[at + 1] is { Kind: ItemKind.Cue, Cue: Cue.Filler } && PersonsElse.OccursIn(items[at + 1].Of(text)):
                // "autoimmune diseases, or other patients who need immunosuppressants": others are the persons, not the drugs.
                passed.Add(item.Span);
                at++;
                break;
            case Cue.Qualifier when !exclusion && StartsRelativeClause(item):
                // "solid tumours, who have failed treatment": said of those before the comma.
                link = Link.With;
                ReadPhrase();
                break;
            case Cue.Qualifier:
                ReadPhrase();
                break;
            case Cue.Compare or Cue.CompareAfter or Cue.Between or Cue.To or Cue.Time or Cue.Prep or Cue.Unread or Cue.None:
                ReadOther(item);
                break;
        }
    }

    private static readonly PhraseList PersonsElse = new("patient", "subject", "participant", "person", "people", "individual");

    // "gene therapy before": at any time.
    private bool SaysBefore(Item item) =>
        item.Text is "before" or "previously" && link == Link.Adjacent && nodes.Count == 1 && qualifiers.Count == 0 && nodes[^1] is { IsLeaf: true, Bounds: null, When: null or { Relation: TimeRelation.Ever, Anchor: null }, Type: LeafType.Treatment or LeafType.Procedure or LeafType.Condition }
        && (at + 1 >= end || items[at + 1].Kind == ItemKind.Sign && items[at + 1].Text is "." or ";");

    // "omalizumab taken within 6 months": the participle adds nothing to the drug before it.
    private bool SaysTaken(Item item) =>
        item.Text is "taken" or "used" or "received" or "administered" && nodes.Count > 0 && nodes[^1] is { IsLeaf: true, Type: LeafType.Treatment, When: null } && link == Link.Adjacent && qualifiers.Count == 0
        && (at + 1 >= end || items[at + 1].Is(Cue.Time) || items[at + 1].Text is "for" || items[at + 1].Kind == ItemKind.Sign && items[at + 1].Text is "." or ";" or ")");

    private bool NamesTreatment(int index)
    {
        while (index < end && (IsQualifier(index) || items[index].Cue is Cue.Filler or Cue.Treatment || items[index].Phrase?.As(Cue.Judgement) == "adjective"))
        {
            index++;
        }

        return index < end && PhraseEnd(index) is var to && to > index && Resolve(index, to).Type is LeafType.Treatment or LeafType.Procedure;
    }

    private bool NamesExtent(Item item) =>
        item.Text is "total" && at + 1 < end && items[at + 1].Kind is ItemKind.Mention or ItemKind.Unknown && Resolve(at + 1, PhraseEnd(at + 1)).Type is LeafType.Procedure or LeafType.Treatment;

    private bool JoinsAges(Item item) => nodes is [.., { IsLeaf: true, Type: LeafType.Age }, { IsLeaf: true, Type: LeafType.Age, Link: Link.Or }] && item.Of(text).StartsWith("whichever", StringComparison.OrdinalIgnoreCase);

    private void ReadOther(Item item)
    {
        if (TryTreatedFor(item) || TryWithoutTherapy(item) || TryForGroup(item) || TryForWomen(item) || TryLimitBeforeValue(item) || TryForAllergen(item) || TryRisk(item) || TryForAge(item) || TryResembles(item))
        {
        }
        else if (item.Phrase?.As(Cue.CompareAfter) is [ '>', ..] && link == Link.Adjacent && nodes.Count > 0 && nodes[^1] is { IsLeaf: true, Type: LeafType.LifeExpectancy, Bounds: { Min: not null, Max: null } } life)
        {
            // "a life expectancy of 6 months or more"
            life.Span = life.Span.Union(item.Span);
            at++;
        }
        else if (item.Is(Cue.Filler) || item.Is(Cue.Reference) || LimitsToSex(item))
        {
            at++;
        }
        else if (TryAskedOfGroup(item))
        {
        }
        else if (item.Text is "under" && link is not Link.Adjacent | nodes.Count == 0 && NamesTreatment(at + 1))
        {
            // "under dialysis"
            at++;
        }
        else if (item.Is(Cue.CompareAfter) && item.Of(text).Equals("or under", StringComparison.OrdinalIgnoreCase) && NamesTreatment(at + 1))
        {
            // "renal failure or under dialysis"
            SetLink(Link.Or);
            at++;
        }
        else if (SaysBefore(item))
        {
            nodes[^1].When = new TimeWindow(TimeRelation.Ever);
            nodes[^1].Span = nodes[^1].Span.Union(item.Span);
            at++;
        }
        else if (((item.Is(Cue.Prep) || item.Text is "during") && TryNarrow()) || TryReference())
        {
        }
        else if (item.Is(Cue.Between) && (HasWord(item.Of(text), "age") || HasWord(item.Of(text), "aged") || HasWord(item.Of(text), "ages")))
        {
            at++;
            Add(new Node { Span = item.Span, Type = LeafType.Age, Concept = new Concept("age") });
        }
        else if (item.Is(Cue.Ever) || item.Is(Cue.Now))
        {
            SetWhen(item);
        }
        else
        {
            Unread(at, at + 1, Reasons.NoRule);
            at++;
        }
    }

    // "≥ 11 g/dL for women": the sex says whom the limit before it concerns.
    private bool LimitsToSex(Item item) =>
        item.Text is "for" or "in" or "if" && nodes.Count > 0 && nodes[^1] is { IsLeaf: true, Bounds: not null } && link == Link.Adjacent && IsSex(SkipFillers(at + 1));

    private bool IsSex(int index) =>
        index < end && items[index].Kind == ItemKind.Cue && items[index].Phrase!.As(Cue.Matter) is "sex:female" or "sex:male";

    private void FlushQualifiersInto(out List<Qualifier> own)
    {
        own = qualifiers.ConvertAll(QualifierOf);
        qualifiers.Clear();
    }

    private static Qualifier QualifierOf(Item item) => item.Phrase!.Qualifier!.Value;
}
