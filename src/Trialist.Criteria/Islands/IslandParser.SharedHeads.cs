using Trialist.Criteria.Vocabulary;

namespace Trialist.Criteria.Islands;

/// <content>Members of a list that wait for the noun of the last one.</content>
internal sealed partial class IslandParser
{
    // "bacterial, fungal or viral infection", "stem cell or organ transplantation": words that wait for the noun of the last member.
    private bool TrySharedHead(int from, int to, List<List<Item>>? alternatives, bool ofQualifier = false)
    {
        if (!WaitsForNoun(from, to) || (from > 0 && items[from - 1].Kind == ItemKind.Dash && items[from - 1].End == items[from].Start)
            || (link is Link.Or or Link.And or Link.Comma && nodes.Count > 0 && nodes[^1] is { IsLeaf: true } before && before.Qualifiers.Exists(one => one.Kind == QualifierKind.Role)))
        {
            // "disease involving heart, liver or kidney, …": the list may go on inside the phrase before it.
            return false;
        }

        var members = new List<TextSpan> { new(items[from].Start, items[to - 1].End) };
        var index = to;
        var chosen = false;
        while (index < end && members.Count < MostShared)
        {
            var next = index;
            while (next < end && next - index < 3 && JoinsMembers(items[next]))
            {
                next++;
            }

            if (next == index || next >= end)
            {
                return false;
            }

            for (var i = index; i < next; i++)
            {
                chosen |= items[i].Cue == Cue.Or || (items[i].Cue == Cue.And && !ofQualifier) || items[i].IsSign('/');
            }

            if (chosen && (AddSharedOfMatter(members, next, alternatives) || AddBeforeOther(members, index, next, alternatives, known: false)))
            {
                return true;
            }

            var stop = KnownEnd(next);
            if (stop == next || (IsQualifier(next) && stop > next + 1 && !Sites.Contains(items[next].Of(text)) && !Sites.Contains(LastWord(items[stop - 1].Span)) && lexicon.Find(new TextSpan(items[next].Start, items[stop - 1].End).Of(text)).IsEmpty && !NarrowsDisease(next, stop)))
            {
                return false;
            }

            if (!WaitsForNoun(next, stop))
            {
                // "a live, attenuated vaccine" is one thing.
                return (chosen || (members.Count > 2 && DiseaseNoun(LastWord(new TextSpan(items[next].Start, items[stop - 1].End))) is not null)) && AddShared(members, next, stop, alternatives, ofQualifier);
            }

            members.Add(new TextSpan(items[next].Start, items[stop - 1].End));
            index = stop;
        }

        return false;
    }

    // "renal, hepatic or major neurological disease": how grave the last one is, is said of it alone.
    private bool NarrowsDisease(int from, int to) =>
        QualifierOf(items[from]).Kind == QualifierKind.Severity && to == from + 3 && IsAdjective(items[from + 1].Of(text)) && DiseaseNoun(LastWord(items[to - 1].Span)) is not null
        || (QualifierOf(items[from]).Kind == QualifierKind.Severity && to == from + 2 && items[from + 1] is { Kind: ItemKind.Mention, Match.Entry.LeafType: LeafType.Condition } && items[from + 1].Of(text).Contains(' ', StringComparison.Ordinal) && DiseaseNoun(LastWord(items[to - 1].Span)) is not null);

    // A place that narrows ("liver") is part of such a phrase.
    private int SharedEnd(int from) => from < end && IsQualifier(from) && Sites.Contains(items[from].Of(text)) ? Math.Max(from + 1, PhraseEnd(from + 1)) : PhraseEnd(from);

    private bool WaitsForNoun(int from, int to)
    {
        for (var i = from; i < to; i++)
        {
            if (items[i].Kind is not (ItemKind.Unknown or ItemKind.Mention or ItemKind.Cue) || (items[i].Kind == ItemKind.Cue && !Sites.Contains(items[i].Of(text)) && !(i == from && IsQualifier(from))) || (items[i].Kind == ItemKind.Mention && items[i].Match.Entry.LeafType is not null))
            {
                return false;
            }
        }

        var word = LastWord(new TextSpan(items[from].Start, items[to - 1].End));
        return to - from <= LongestWaiting && (Sites.Contains(word) || (to == from + 1 && IsQualifier(from)) || (IsAdjective(word) && !IsNounLike(word)));
    }

    private const int LongestWaiting = 3;

    // "material", "metal", "clinic": nouns that end like adjectives.
    private static bool IsNounLike(string word) => word.ToLowerInvariant() is "material" or "metal" or "clinic" or "hospital" or "animal" or "trial" or "approval" or "removal" or "renewal" or "interval" or "potential" or "topic" or "antibiotic" or "biologic" or "narcotic" or "medicine" or "vaccine" or "examine" or "routine" or "urine" or "individual" or "referral" or "withdrawal" or "survival" or "refusal" or "anesthetic" or "anaesthetic" or "anesthesic" or "antiseptic" or "diuretic" or "cosmetic" or "antiepileptic" or "antipsychotic" or "prebiotic" or "probiotic" or "analgesic" or "laxative" or "sedative" or "contraceptive" or "additive" or "preservative" or "derivative" or "relative" or "steroid" or "opioid" or "corticosteroid" or "thyroid" or "bipolar";

    /// <summary>Parts of the body that stand before the noun that is said of them.</summary>
    private static readonly HashSet<string> Sites = new(StringComparer.OrdinalIgnoreCase)
    {
        "liver", "kidney", "heart", "lung", "brain", "bone marrow", "marrow", "bone", "skin", "breast", "stem cell", "stem-cell", "cell", "tissue", "organ",
        "blood", "thyroid", "prostate", "bladder", "eye", "joint", "muscle", "spine", "colon", "kidneys", "lungs", "bowel", "human", "mouse",
        "murine", "rat", "hamster",
    };

    /// <summary>Nouns that a list of parts or kinds has in common.</summary>
    private static readonly HashSet<string> SharedNouns = new(StringComparer.OrdinalIgnoreCase)
    {
        "disease", "diseases", "disorder", "disorders", "illness", "illnesses", "condition", "conditions", "infection", "infections", "failure",
        "dysfunction", "impairment", "insufficiency", "abnormality", "abnormalities", "transplant", "transplants", "transplantation",
        "transplantations", "cancer", "cancers", "carcinoma", "carcinomas", "tumor", "tumors", "tumour", "tumours",
        "surgery", "surgeries", "injury", "injuries", "deficiency", "deficiencies", "metastasis", "metastases", "involvement", "pathology",
        "pathologies", "malignancy", "malignancies", "biopsy", "biopsies", "function", "functions", "bleeding", "allergy", "allergies",
        "intolerance", "antibody", "antibodies", "protein", "proteins", "vaccine", "vaccines",
    };

    // "psychiatric or substance abuse disorder", where the cues know the last as one phrase.
    private bool AddSharedOfMatter(List<TextSpan> members, int index, List<List<Item>>? alternatives)
    {
        if (items[index] is not { Kind: ItemKind.Cue } item || item.Phrase!.As(Cue.Matter)?.StartsWith("condition:", StringComparison.Ordinal) != true || LastWord(item.Span) is not { } noun || !SharedNouns.Contains(noun) || members.Exists(member => Sites.Contains(LastWord(member))))
        {
            return false;
        }

        var own = qualifiers.ToList();
        foreach (var member in members)
        {
            var name = $"{Spelled(member)} {Spelled(new TextSpan(item.End - noun.Length, item.End))}";
            var entry = lexicon.Find(name) is [{ LeafType: LeafType.Condition } found, ..] ? found : null;
            qualifiers.Clear();
            qualifiers.AddRange(own);
            at = index;
            AddPhrase(LeafType.Condition, entry?.Concept ?? new Concept(name), entry, member, alternatives, entry is null ? null : WordingOf(LeafType.Condition, name, entry));
            link = Link.Or;
        }

        return true;
    }

    // "cardiac, renal or other major disease": the members take the noun of the other ones, which are named by themselves.
    private bool AddBeforeOther(List<TextSpan> members, int index, int other, List<List<Item>>? alternatives, bool known)
    {
        if (!IsQualifier(other) || QualifierOf(items[other]).Value is not ("other" or "another"))
        {
            return false;
        }

        var from = other + 1;
        while (from < end && (IsQualifier(from) || (items[from].Cue == Cue.Judgement && items[from].Phrase!.As(Cue.Judgement) == "adjective") || items[from].Cue == Cue.Filler))
        {
            from++;
        }

        var to = from < end ? PhraseEnd(from) : from;
        if (to == from || LastWord(new TextSpan(items[from].Start, items[to - 1].End)) is not { } last || AllergyWords.Contains(last))
        {
            return false;
        }

        var noun = last.ToLowerInvariant();
        if (!members.TrueForAll(member => lexicon.Find($"{Spelled(member)} {noun}") is [{ LeafType: LeafType.Condition }, ..]))
        {
            if (known || DiseaseNoun(last) is not { } general)
            {
                return false;
            }

            noun = general;
        }
        else
        {
            noun = DiseaseNoun(last) ?? noun;
        }

        at = index;
        AddSharing(members.ConvertAll(member => (member, $"{Spelled(member)} {noun}")), LeafType.Condition, alternatives, Link.Or);
        nounGoesOn = true;
        return true;
    }

    /// <summary>The next fact has the noun of those before it.</summary>
    private bool nounGoesOn;

    // "renal condition", "cardiac problem": what is said of organs in general is a disease of them.
    private static string? DiseaseNoun(string word) => word.ToLowerInvariant() switch
    {
        "disease" or "diseases" or "disorder" or "disorders" or "illness" or "illnesses" or "condition" or "conditions" or "problem" or "problems" => "disease",
        "infection" or "infections" => "infection",
        "dysfunction" or "impairment" or "insufficiency" or "failure" or "cancer" or "abnormality" => word.ToLowerInvariant(),
        "abnormalities" => "abnormality",
        "malignancy" or "malignancies" => "malignancy",
        _ => null,
    };

    private bool AddShared(List<TextSpan> members, int from, int to, List<List<Item>>? alternatives, bool ofQualifier)
    {
        var (type, _, _) = Resolve(from, to);
        if (type is not { } known || (ofQualifier && (known is not (LeafType.Condition or LeafType.Treatment or LeafType.Procedure or LeafType.Allergy) || !IsAdjective(FirstWord(new TextSpan(items[from].Start, items[from].End))))) || HeadOfShared(from, to, Sites.Contains(LastWord(members[0]))) is not { } head || members.Exists(member => head.Contains(LastWord(member), StringComparison.OrdinalIgnoreCase)))
        {
            return false;
        }

        var last = new TextSpan(items[from].Start, items[to - 1].End);
        members.Add(last);
        at = to;
        AddSharing(members.ConvertAll(member => (member, member == last ? Spelled(last) : $"{Spelled(member)} {head}")), known, alternatives, Link.Or);
        return true;
    }

    private string FirstWord(TextSpan span)
    {
        var words = span.Of(text);
        return words.IndexOf(' ', StringComparison.Ordinal) is > 0 and var cut ? words[..cut] : words;
    }

    // What stands after the adjectives of the last member: "breast cancer" of "lobular breast cancer"; after a part of the body only the noun.
    private string? HeadOfShared(int from, int to, bool ofParts)
    {
        var words = Spelled(new TextSpan(items[from].Start, items[to - 1].End)).Split(' ');
        var first = 0;
        while (!ofParts && first < words.Length - 1 && IsAdjective(words[first]) && HeadTable.Default.TypeOf(words[first]) is null)
        {
            first++;
        }

        if (ofParts && words.Length > 2 && !SharedNouns.Contains(words[^1]) && IsAdjective(words[0]))
        {
            // "small cell or neuroendocrine histology component"
            return string.Join(' ', words[1..]);
        }

        // "seasonal or perennial nasal congestion": how much of it is shared, nothing tells.
        var vessels = words[0] is "venous" or "arterial";
        first = vessels && first > 1 ? 1 : first;
        return first > 1 ? null
            : first > 0 && words.Length - first > 1 && SharedNouns.Contains(words[^1]) && !lexicon.Find(string.Join(' ', words)).IsEmpty && lexicon.Find(string.Join(' ', words[first..])).IsEmpty ? words[^1]
            : first > 0 ? string.Join(' ', words[first..])
            : words.Length > 1 && SharedNouns.Contains(words[^1]) ? words[^1]
            : !ofParts && to > from + 1 ? NameOf(from + 1, to) : null;
    }
}
