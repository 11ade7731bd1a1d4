using Trialist.Criteria.Vocabulary;

namespace Trialist.Criteria.Islands;

/// <content>What is said once for several facts.</content>
internal sealed partial class IslandParser
{
    // "> 5 pack-years of tobacco", "a study of an investigational drug": the second says no more than the first.
    private bool GoesIntoLast(Node node) =>
        nodes.Count > 0 && node is { IsLeaf: true, Bounds: null } && nodes[^1] is { IsLeaf: true } last && (link == Link.Adjacent || (link == Link.And && node.Type == LeafType.Consent && last.Type == LeafType.Consent) || (link == Link.Strong && last.IsBare))
        && ((node.Type == LeafType.Score && last.IsBare && last.Concept == node.Concept) || (node.Type == LeafType.Behaviour && last.Type == LeafType.Behaviour && last.Concept.Name == node.Concept.Name)
            || (node.Type == LeafType.Consent && last.Type == LeafType.Consent)
            || (node.Type is LeafType.Treatment or LeafType.Allergy && last.Type == LeafType.Allergy && node.Concept.Name is "drug" or "study drug" or "investigational drug")
            || (node.Type == LeafType.Treatment && last.Type == LeafType.Participation && (node.Concept.Name is "investigational drug" or "drug" || node.Qualifiers.Exists(one => one.Value is "investigational" or "experimental"))));

    private static readonly PhraseList SaysAllergy = new("allerg", "sensitiv", "anaphyla");

    // "intolerance to X", "allergic or intolerant to X, Y or Z"
    private void MarkIntolerance(Node node)
    {
        if (node is not { IsLeaf: true, Type: LeafType.Allergy } || pendingHead != Cue.Allergy || pendingHeadItem is not { } head)
        {
            return;
        }

        if (link is Link.Or or Link.And or Link.Comma && nodes.Count > 0 && nodes[^1] is { IsLeaf: true, Type: LeafType.Allergy } before && before.Span.End > head.Start)
        {
            node.Intolerance = before.Intolerance;
        }
        else if (head.Of(text) is var words && words.Contains("intoleran", StringComparison.OrdinalIgnoreCase))
        {
            node.Intolerance = SaysAllergy.OccursIn(words) ? Intolerance.Also : Intolerance.Only;
        }
    }

    // "allergy, hypersensitivity or intolerance to X": what it is to is said once.
    private void ShareAllergen(Node node)
    {
        while (node is { IsLeaf: true, Type: LeafType.Allergy } && nodes.Count > 0 && link is Link.Or or Link.Comma or Link.And && nodes[^1] is { IsLeaf: true, Type: LeafType.Condition, Concept.Name: "allergy" or "anaphylaxis" or "drug allergy" or "intolerance" } bare)
        {
            if (bare.Except is not null)
            {
                // "allergy (except to mites) or hypersensitivity to X"
                Doubt(bare, node.Span, Reasons.Ambiguous);
                return;
            }

            if (!AllergyWords.Contains(LastWord(bare.Span)))
            {
                if (bare.Concept.Name == "anaphylaxis")
                {
                    Doubt(bare, node.Span, Reasons.Ambiguous);
                }

                return;
            }

            node.Intolerance = (bare.Concept.Name == "intolerance", node.Intolerance) is (true, Intolerance.None) or (false, Intolerance.Only) ? Intolerance.Also : node.Intolerance;
            passed.Add(bare.Span);
            node.Qualifiers.AddRange(bare.Qualifiers);
            link = bare.Link;
            nodes.RemoveAt(nodes.Count - 1);
        }
    }

    // "severe hypersensitivity to penicillin or sulfa": as severe to each.
    private void ShareSeverity(Node node)
    {
        if (node is { IsLeaf: true, Type: LeafType.Allergy } && pendingHead == Cue.Allergy && link is Link.Or or Link.Comma or Link.And && nodes.Count > 0 && nodes[^1] is { IsLeaf: true, Type: LeafType.Allergy } before && !node.Qualifiers.Exists(IsSeverity))
        {
            node.Qualifiers.AddRange(before.Qualifiers.FindAll(IsSeverity));
        }
    }

    private static bool IsSeverity(Qualifier qualifier) => qualifier.Kind is QualifierKind.Severity or QualifierKind.Grade;

    // "hypersensitivity or contraindication to X": the allergy is to X as well.
    private void ShareContraindication(Node node)
    {
        if (node is { IsLeaf: true, Type: LeafType.Condition } && node.Concept.Name.StartsWith(ContraindicationTo, StringComparison.Ordinal) && nodes.Count > 0 && link is Link.Or or Link.And or Link.Comma
            && nodes[^1] is { IsLeaf: true, Type: LeafType.Condition, Concept.Name: "allergy" } bare && AllergyWords.Contains(LastWord(bare.Span)))
        {
            var name = node.Concept.Name[ContraindicationTo.Length..];
            (bare.Type, bare.Entry, bare.Wording) = (LeafType.Allergy, null, null);
            bare.Concept = lexicon.Find(name) is [{ LeafType: not null } entry, ..] ? entry.Concept : new Concept(name);
        }
    }

    private static readonly HashSet<string> SubstanceNouns = new(StringComparer.OrdinalIgnoreCase) { "deficiency", "deficiencies", "intolerance", "overdose", "toxicity", "poisoning", "resistance", "withdrawal", "hypersensitivity", "vaccine", "vaccines", "vaccination" };

    private const string Denial = "non-";

    // "insulin or growth hormone deficiency", "influenza or tetanus vaccine": the noun may be of the first as well. "SLE or non-SLE-related disease": so may what is denied.
    private void DoubtSubstance(Node node)
    {
        if (node is not { IsLeaf: true, Bounds: null } || nodes.Count == 0 || link is not (Link.Or or Link.And) || sawVerb || nodes[^1] is not { IsLeaf: true, Bounds: null, Except: null } before)
        {
            return;
        }

        var words = text.AsSpan(node.Span.Start, node.Span.Length);
        var noun = LastWordAt(node.Span);
        var first = text.AsSpan(before.Span.Start, before.Span.Length);
        var substance = SubstanceNouns.GetAlternateLookup<ReadOnlySpan<char>>().Contains(noun) && words.Length > noun.Length && pendingHead == Cue.None && before.When is null && before.Qualifiers.Count == 0 && !first.Contains(' ')
            && (node.Type == LeafType.Condition ? before.Type is LeafType.Treatment or LeafType.Measurement : node.Type == LeafType.Treatment && before.Type == LeafType.Condition);
        if (substance || (words.StartsWith(Denial, StringComparison.OrdinalIgnoreCase) && words[Denial.Length..].StartsWith(first, StringComparison.OrdinalIgnoreCase)))
        {
            Doubt(before, node.Span, Reasons.Ambiguous);
        }
    }

    // "alcohol or medication abuse": the abuse is of both. "Alcohol addiction or abuse": of what the word before is said of.
    private void ShareAbuse(Node node)
    {
        if (node is not { IsLeaf: true, Type: LeafType.Condition } || nodes.Count == 0 || link is not (Link.Or or Link.And or Link.Comma) || LastWord(node.Span) is not { } misuse || !Misuses.Contains(misuse))
        {
            return;
        }

        if (nodes[^1] is { IsLeaf: true, Type: LeafType.Behaviour or LeafType.Treatment, Bounds: null } before
            && before.Span.Of(text) is var what && !what.Contains(' ', StringComparison.Ordinal) && lexicon.Find($"{what} {misuse}") is [{ LeafType: LeafType.Condition } entry, ..])
        {
            (before.Type, before.Concept, before.Entry, before.Wording) = (LeafType.Condition, entry.Concept, entry, WordingOf(LeafType.Condition, $"{what} {misuse}".ToLowerInvariant(), entry));
        }
        else if (node.Span.Length == misuse.Length)
        {
            ShareSubstances(node, misuse.ToLowerInvariant());
        }
    }

    // "alcohol or drug addiction or abuse": all of the substances before it.
    private void ShareSubstances(Node node, string misuse)
    {
        var first = nodes.Count;
        while (first > 0 && nodes[first - 1] is { IsLeaf: true, Type: LeafType.Condition } listed && SubstanceOf(listed) is not null && (first == nodes.Count || nodes[first].Link is Link.Or or Link.And or Link.Comma))
        {
            first--;
        }

        var substances = nodes[first..].ConvertAll(listed => SubstanceOf(listed)!);
        for (var i = 0; i < substances.Count; i++)
        {
            var name = $"{substances[i]} {misuse}";
            var entry = lexicon.Find(name) is [{ LeafType: LeafType.Condition } found, ..] ? found : null;
            var own = i == substances.Count - 1 ? node : node.Copy();
            (own.Concept, own.Entry, own.Wording) = (entry?.Concept ?? new Concept(name), entry, entry is null ? null : WordingOf(LeafType.Condition, name, entry));
            if (own != node)
            {
                own.Link = link;
                nodes.Add(own);
            }
        }
    }

    // "alcohol" of "alcohol addiction".
    private static string? SubstanceOf(Node node) =>
        (node.Wording ?? node.Concept.Name) is var name && name.LastIndexOf(' ') is > 0 and var cut && Misuses.Contains(name[(cut + 1)..]) ? name[..cut] : null;

    private static readonly HashSet<string> Misuses = new(StringComparer.OrdinalIgnoreCase) { "abuse", "misuse", "dependence", "addiction", "dependency" };

    // "drug or other allergy", "wheat or glycerin allergy": the allergy is to both.
    private void ShareAllergy(Node node)
    {
        if (node is not { IsLeaf: true, Type: LeafType.Condition or LeafType.Allergy } || !(LastWordAt(node.Span) is var noun && (noun.Equals("allergy", StringComparison.OrdinalIgnoreCase) || noun.Equals("allergies", StringComparison.OrdinalIgnoreCase))))
        {
            return;
        }

        var (next, follower) = (link, node);
        for (var i = nodes.Count - 1; i >= 0 && next is Link.Or or Link.And or Link.Comma && nodes[i] is { IsLeaf: true, Type: LeafType.Treatment, Bounds: null, Except: null } what && !what.Span.Of(text).Contains(' ', StringComparison.Ordinal); i--)
        {
            if ((what.When is null || node.Span.Of(text).StartsWith("other", StringComparison.OrdinalIgnoreCase)) && what.Qualifiers.Count == 0 && pendingHead == Cue.None && Between(what, follower) is "or" or "and" or "/" or "and/or" or ",")
            {
                what.Type = LeafType.Allergy;
                (next, follower) = (what.Link, what);
                continue;
            }

            // "currently taking warfarin or penicillin allergy", "cisplatin, or iodine allergy"
            Doubt(what, node.Span, Reasons.Ambiguous);
            return;
        }
    }

    // "FDG-avid", "drug-eluting": the word behind the hyphen makes another thing of the term.
    private bool EndsInCompound(int mention, int to) => mention == to - 3 && items[to - 2].Kind == ItemKind.Dash && items[to - 2].Start == items[mention].End && items[to - 1].Start == items[to - 2].End;

    // What was not recovered from, or had failed, in the fact before.
    private Qualifier? FailureBefore(LeafType type)
    {
        foreach (var one in nodes[^1].Qualifiers)
        {
            if (one.Value == "unrecovered" || (FailureOf.Contains(one.Value) && type == nodes[^1].Type && (link != Link.Comma || one.Value is "failed" || one.Value.StartsWith("inadequate", StringComparison.Ordinal))))
            {
                return one;
            }
        }

        return null;
    }

    // "severe uncontrolled eczema or urticaria": the state may be of both.
    private Node DoubtedState(Node node)
    {
        if (node is { IsLeaf: true, Bounds: null, Type: LeafType.Condition or LeafType.Procedure or LeafType.Treatment } && (link is Link.Or or Link.And || (link == Link.Comma && node.Type == LeafType.Treatment)) && !sawVerb && nodes.Count > 0 && FailureBefore(node.Type) is { } unrecovered)
        {
            // "not recovered from surgery or injury"
            node.Qualifiers.Add(unrecovered);
            return node;
        }

        ShareManner(node);
        if (ShareCare(node) || ShareActivity(node))
        {
            return node;
        }

        if (node is { IsLeaf: true, Type: LeafType.Biomarker } && node.Concept.Name.EndsWith(" negative", StringComparison.Ordinal))
        {
            // "ER, PR and HER2 negative": the result may be of all.
            for (var i = nodes.Count - 1; i >= 0 && (i == nodes.Count - 1 ? link : nodes[i + 1].Link) is Link.Or or Link.And or Link.Comma && nodes[i] is { IsLeaf: true, Type: LeafType.Biomarker } listed && !listed.Qualifiers.Exists(one => one.Kind == QualifierKind.Result); i--)
            {
                Doubt(listed, node.Span, Reasons.Ambiguous);
            }
        }

        if (node is { IsLeaf: true, Type: LeafType.Biomarker } && node.Concept.Name.EndsWith(" positive", StringComparison.Ordinal))
        {
            // "EGFR, ALK or ROS1 positive"
            for (var i = nodes.Count - 1; i >= 0 && (i == nodes.Count - 1 ? link : nodes[i + 1].Link) is Link.Or or Link.And or Link.Comma && nodes[i] is { IsLeaf: true, Type: LeafType.Biomarker, Bounds: null } listed && !listed.Qualifiers.Exists(one => one.Kind == QualifierKind.Result); i--)
            {
                if (!listed.Concept.Name.EndsWith(" positive", StringComparison.Ordinal))
                {
                    listed.Qualifiers.Add(new Qualifier(QualifierKind.Result, "positive"));
                }
            }
        }

        if (node is { IsLeaf: true, Type: LeafType.Behaviour, Qualifiers.Count: 0 } && link is Link.Or or Link.And && nodes.Count > 0 && nodes[^1] is { IsLeaf: true, Type: LeafType.Behaviour } manner && manner.Concept.Name.Split(' ')[0] is "irregular" or "poor" or "unhealthy" or "excessive" or "inadequate" or "unbalanced")
        {
            // "irregular diet and exercise"
            Doubt(node, manner.Span, Reasons.StateBefore);
        }

        if (node is { IsLeaf: true, Type: LeafType.Biomarker } && !node.Qualifiers.Exists(one => one.Kind == QualifierKind.Result) && link is Link.Or or Link.And or Link.Comma
            && nodes.Count > 0 && nodes[^1] is { IsLeaf: true, Type: LeafType.Biomarker } marker && marker.Qualifiers.Exists(one => one is { Kind: QualifierKind.Result, Value: not ("positive" or "mutated" or "rearranged") }))
        {
            // "wild type EGFR and ALK"
            Doubt(node, marker.Span, "It is not clear whether the result of the words before is meant here too.");
            return node;
        }

        if (node is { IsLeaf: true, Type: LeafType.Condition, Qualifiers.Count: 0 } && link is Link.Or or Link.And && AllergyWords.Contains(node.Span.Of(text)) && nodes.Count > 0 && nodes[^1] is { IsLeaf: true } allergy && (allergy.Type == LeafType.Allergy || allergy.Span.Of(text).EndsWith("allergy", StringComparison.OrdinalIgnoreCase)))
        {
            // "rice protein allergy or intolerance"
            Doubt(node, allergy.Span, "It is not said, or was not understood, what of.");
            return node;
        }

        if (node is { IsLeaf: true, Type: LeafType.Condition, Bounds: null, When: null or { Relation: TimeRelation.Ever or TimeRelation.Current } } && node.Qualifiers.TrueForAll(one => one.Kind is not (QualifierKind.Status or QualifierKind.Severity or QualifierKind.Grade)) && link is Link.Or or Link.And && !sawComma
            && nodes.Count > 0 && nodes[^1] is { IsLeaf: true, Type: LeafType.Condition, AlternativeOf: null } before && (before.Qualifiers.Exists(IsState) || OpensWithGrade(before)) && Between(before, node) is "or" or "and" or "/" or "and/or" && !(BearsItsOwn(node.Span.Of(text)) && !IsAdjective(LastWord(before.Span))) && !BorrowsItsNoun(before) && !HasWord(node.Span.Of(text), "situ"))
        {
            if (node.Qualifiers.Count == 0 && AreHepatitis(before, node) && before.Qualifiers.TrueForAll(one => one is { Kind: QualifierKind.Status, Value: "active" or "chronic" or "acute" }))
            {
                // "active hepatitis B or hepatitis C"
                node.Qualifiers.AddRange(before.Qualifiers);
                return node;
            }

            Doubt(node, before.Span, Reasons.StateBefore);
        }

        if (node is { IsLeaf: true, Type: LeafType.Procedure or LeafType.Treatment, Qualifiers.Count: 0, When: null } && link is Link.Or or Link.And && !sawComma && nodes.Count > 0 && nodes[^1] is { IsLeaf: true, Type: LeafType.Condition } past && past.Qualifiers.Exists(one => one.Value == "recent"))
        {
            // "recent severe trauma or surgery"
            Doubt(node, past.Span, Reasons.StateBefore);
        }

        return node;
    }

    // "an inadequate response to methotrexate or sulfasalazine": to each.
    private static readonly HashSet<string> FailureOf = new(StringComparer.Ordinal) { "inadequate response to", "inadequate response or intolerance to", "failed", "progression on or after", "progression after", "progression on" };

    private static bool AreHepatitis(Node one, Node other) => one.Concept.Name.StartsWith("hepatitis ", StringComparison.Ordinal) && other.Concept.Name.StartsWith("hepatitis ", StringComparison.Ordinal);

    // "long-term use of A, B or C": of each; "long-term oral A or B": perhaps.
    private void ShareManner(Node node)
    {
        if (node is not { IsLeaf: true, Type: LeafType.Treatment, Bounds: null } || sawVerb || link is not (Link.Or or Link.And or Link.Comma) || nodes.Count == 0 || nodes[^1] is not { Type: LeafType.Treatment } before || node.Qualifiers.Exists(IsManner))
        {
            return;
        }

        if (before.Qualifiers.Find(one => one is { Kind: QualifierKind.Role, Value: "chronic" }) is { Value: not null } manner)
        {
            node.Qualifiers.Insert(0, manner);
        }
        else if (before.Qualifiers.Exists(IsManner))
        {
            Doubt(node, before.Span, Reasons.StateBefore);
        }
    }

    private static bool IsManner(Qualifier qualifier) => qualifier.Value is "chronic" or "long-term" or "long term" or "prolonged" or "frequent" or "continuous";

    // "active" of "active or latent tuberculosis": the noun is the one behind it, whose state is its own.
    private bool BorrowsItsNoun(Node node)
    {
        foreach (var entry in lexicon.Find(node.Span.Of(text)))
        {
            if (entry.Qualifier is not null)
            {
                return true;
            }
        }

        return false;
    }

    // "active brain metastases or carcinomatous meningitis": what has an adjective of its own does not share the first one's.
    private static bool BearsItsOwn(string words) => words.IndexOf(' ', StringComparison.Ordinal) is > 0 and var cut && IsAdjective(words[..cut]);

    private static bool IsState(Qualifier qualifier) => qualifier.Kind == QualifierKind.Subject || qualifier is { Kind: QualifierKind.Status or QualifierKind.Severity or QualifierKind.Grade or QualifierKind.Stage, Value: not ("other" or "another" or "additional" or "known" or "confirmed" or "systemic" or "primary" or "secondary" or "congenital" or "malignant") };

    private string Between(Node one, Node two) => two.Span.Start > one.Span.End ? text[one.Span.End..two.Span.Start].Trim().ToLowerInvariant() : "";

    // "provided written informed consent" is a verb, not a condition.
    private bool GivesConsent(int index) =>
        items[index].Cue == Cue.Action || items[index].Kind == ItemKind.Mention && items[index].Match.Entry.LeafType == LeafType.Consent || items[index].Phrase?.As(Cue.Matter) is "consent:informed consent" || (index + 1 < end && items[index].Kind is ItemKind.Unknown or ItemKind.Cue && items[index].Of(text).ToLowerInvariant() is "a" or "the" or "their" or "his" or "signed" or "written" && GivesConsent(index + 1));

    private string LastWord(TextSpan span) => LastWordAt(span).ToString();

    private ReadOnlySpan<char> LastWordAt(TextSpan span)
    {
        var words = text.AsSpan(span.Start, span.Length);
        return words[(words.LastIndexOf(' ') + 1)..];
    }

    private static readonly HashSet<string> AllergyWords = new(StringComparer.OrdinalIgnoreCase) { "allergy", "allergies", "allergic", "hypersensitivity", "hypersensitive", "intolerance", "sensitivity", "reaction", "reactions" };

    private bool SpeaksOfLanguage()
    {
        var words = text.AsSpan(items[0].Start, items[^1].End - items[0].Start);
        foreach (var word in (ReadOnlySpan<string>)["speak", "spoken", "read", "language", "fluent", "fluency", "understand", "write", "proficien", "litera", "communicat", "comprehen", "native", "converse"])
        {
            if (words.Contains(word, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }

    private bool IsBareNoun(Node node) =>
        node is { IsLeaf: true, Type: LeafType.Condition, Qualifiers.Count: 0, Bounds: null, Span.Length: <= LongestBareNoun } && nodes.Count > 0 && link is Link.Or or Link.And && nodes[^1] is { IsLeaf: true, Type: LeafType.Condition }
        && BareNouns.Contains(node.Span.Of(text)) && text.AsSpan(nodes[^1].Span.Start, nodes[^1].Span.Length) is var before && before[(before.LastIndexOf(' ') + 1)..] is var last && BareNouns.Contains(last.ToString());

    private const int LongestBareNoun = 13;

    private static readonly HashSet<string> BareNouns = new(StringComparer.OrdinalIgnoreCase)
    {
        "disease", "diseases", "disorder", "disorders", "illness", "illnesses", "condition", "conditions", "problem", "problems", "syndrome",
        "syndromes", "abnormality", "abnormalities", "dysfunction", "impairment",
    };
}
