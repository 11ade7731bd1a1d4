using Trialist.Criteria.Vocabulary;

namespace Trialist.Criteria.Islands;

/// <content>Words that no node holds, and sentences behind the first.</content>
internal sealed partial class IslandParser
{
    /// <summary>A sentence behind the first that allows or explains bears on what was said before in a way that no rule reads.</summary>
    private void DoubtFurtherSentences()
    {
        var sentence = -1;
        var clause = -1;
        var colons = 0;
        for (var i = 0; i < items.Count; i++)
        {
            if (IsAdmitted(items[i]))
            {
                continue;
            }

            colons += items[i].IsSign(':') && i + 1 < items.Count ? 1 : 0;
            if (items[i].IsSign('.') && IsSentenceEnd(i) && i + 1 < items.Count)
            {
                sentence = i + 1;
                clause = -1;
            }
            else if (items[i].IsSign(';') && i + 1 < items.Count)
            {
                clause = i + 1;
            }
            else if (clause >= 0 && OnlyPermitsSupport(clause, items.Count))
            {
                passed.Add(new TextSpan(items[clause].Start, items[^1].End));
                return;
            }
            else if (clause >= 0 && items[i] is { Kind: ItemKind.Cue, Cue: Cue.Filler } && items[i].Of(text).ToLowerInvariant() is "may" or "may be" or "can be" or "can")
            {
                // "≥ 9 g/dL; patients may be transfused to meet this"
                Further(new TextSpan(items[clause].Start, items[^1].End), Reasons.FurtherClause);
                return;
            }
            else if (sentence >= 0 && (items[i].Cue == Cue.Defined || (items[i] is { Kind: ItemKind.Cue, Cue: Cue.Filler or Cue.Compare or Cue.Treatment or Cue.Action or Cue.With } && Explains(items[i].Of(text)))))
            {
                Further(new TextSpan(items[sentence].Start, items[^1].End), Reasons.FurtherSentence);
                return;
            }
        }

        if (items.Count > 1 && text.AsSpan(items[0].Start, items[0].Span.Length) is var opening && opening.StartsWith("note", StringComparison.OrdinalIgnoreCase) && (items[1].IsSign(':') || opening[^1] == ':'))
        {
            Further(new TextSpan(items[0].Start, items[^1].End), "A note explains other words.");
        }
        else if (colons > 1)
        {
            Further(new TextSpan(items[0].Start, items[^1].End), Reasons.Colons);
        }
    }

    private void Further(TextSpan span, string reason)
    {
        unread.Add(new UnreadWords(span, reason));
        nodes.Add(Node.Of(new Predicate.Unread(reason) { Span = span }, nodes.Count == 0 ? Link.Strong : Link.With));
    }

    private bool Explains(string words) => Array.Exists(words.Split(' '), word => word is "may" or "can" or "could" or "might" or "eligible" or "note" || (exclusion && word is "must" or "should" or "will" or "required"));

    /// <summary>Words that bear meaning and ended in no node are a gap of their own.</summary>
    private void KeepPassedOver()
    {
        TurnDeniedExclusions();
        DoubtFurtherSentences();
        DoubtOthers();
        DoubtGuesses();
        DoubtMultiples();
        DoubtBehindIgnored();
        DoubtDemandOfSome();
        DoubtDemandOfAll();
        DoubtReach();
        DoubtOtherPersons();
        DoubtSecondLimit();
        DoubtAdjectivesOfList();
        ShareCurrentTreatment();
        AskConsentOfSome();
        DoubtIneligible();
        DenyCompliance();
        WaiveAllowed();
        NameFormulas();
        WaiveAgesOfSome();
        WaiveDemandsOfParts();
        DoubtWhole();
        WaiveAgesInBrackets();
        foreach (var node in nodes)
        {
            if (node is { IsLeaf: true, Entry.Name: "drug" or "treatment", Qualifiers.Count: 0, When: { Relation: TimeRelation.After, Anchor: not null } } && nodes.Count > 1)
            {
                // "and for 8 weeks after the end of the study drug": a point in time that was not understood.
                Doubt(node, node.Span, Reasons.TooGeneral);
                continue;
            }

            if (node is { IsLeaf: true, Entry.Name: "treatment", Qualifiers.Count: 0, Except: null } && nodes.Count > 1 && node.Concept.Name == "treatment")
            {
                // "any previous therapy (within a year) or current therapy with omalizumab"
                Doubt(node, node.Span, Reasons.TooGeneral);
                continue;
            }

            if (node is { IsLeaf: true, Type: LeafType.Condition, Qualifiers.Count: 0, Span.Length: <= LongestBareNoun } && (BareNouns.Contains(node.Span.Of(text)) || node.Entry?.Name == "disease") || (node is { IsLeaf: true, Type: LeafType.Condition } && (node.Wording ?? node.Concept.Name) is "virus" or "viruses" or "bacteria" or "germ" or "abuse" or "misuse" or "dependence" or "addiction") || (nodes.Count == 1 && node is { IsLeaf: true, Entry.Name: "drug" or "treatment", Except: null, When: null or { Relation: TimeRelation.Current or TimeRelation.Ever, Anchor: null } } && node.Qualifiers.TrueForAll(one => one.Kind != QualifierKind.Role)))
            {
                // "Disease:" is a heading, "diseases as specified in the protocol" are in the protocol.
                Doubt(node, node.Span, Reasons.TooGeneral);
            }
        }

        passed.EnsureCapacity(passed.Count + nodes.Count + unread.Count);
        foreach (var node in nodes)
        {
            passed.Add(node.Span);
        }

        foreach (var words in unread)
        {
            passed.Add(words.Span);
        }

        passed.Sort((one, other) => one.Start.CompareTo(other.Start));
        TextSpan? gap = null;
        var (reach, next) = (0, 0);
        foreach (var item in items)
        {
            for (; next < passed.Count && passed[next].Start <= item.Start; next++)
            {
                reach = Math.Max(reach, passed[next].End);
            }

            if (BearsMeaning(item) && item.End > reach)
            {
                gap = gap is { } before ? before.Union(item.Span) : item.Span;
            }
        }

        if (gap is { } found)
        {
            unread.Add(new UnreadWords(found, Reasons.PassedOver));
            nodes.Add(Node.Of(new Predicate.Unread(Reasons.PassedOver) { Span = found }, nodes.Count == 0 ? Link.Strong : Link.With));
        }
    }

    private static readonly PhraseList Formulas = new("fridericia", "bazett");

    // "QTc ≤ 450 ms using Fridericia's formula": each formula gives a value of its own.
    private void NameFormulas()
    {
        for (var i = 0; i < nodes.Count; i++)
        {
            if (nodes[i] is { IsLeaf: true, Entry.Name: "qtc" } value && text.AsSpan(value.Span.Start, (i + 1 < nodes.Count ? Math.Max(value.Span.End, nodes[i + 1].Span.Start) : textEnd) - value.Span.Start) is var words && Formulas.FirstIn(words) is { } formula
                && words[..formula.At].IndexOf(';') < 0 && lexicon.ByName(formula.Phrase == "bazett" ? "qtcb" : "qtcf") is { } entry)
            {
                (value.Concept, value.Entry) = (entry.Concept, entry);
            }
        }
    }

    private static bool BearsMeaning(Item item) => item.Kind switch
    {
        ItemKind.Mention => item.Match.Entry.LeafType is not null || item.Phrase?.Cue is Cue.Qualifier,
        ItemKind.Number or ItemKind.Comparator => true,
        ItemKind.Cue => item.Cue is Cue.Qualifier or Cue.Matter or Cue.Not or Cue.Except or Cue.Unread,
        ItemKind.Unknown => item.Text is not ("x" or "the"),
        ItemKind.Sign or ItemKind.Dash => false,
        _ => false,
    };
}
