using Trialist.Criteria.Vocabulary;
using Trialist.Terminology;

namespace Trialist.Criteria.Islands;

/// <content>Limits that stand apart from their value, and values that no table knows.</content>
internal sealed partial class IslandParser
{
    /// <summary>So many words may stand between a limit and the value that it is said of.</summary>
    private const int FarthestValue = 7;

    /// <summary>So many unknown words may stand before the name of a score: "on the revised Zarit scale".</summary>
    private const int MostStrange = 2;

    /// <summary>A limit whose neighbours did not claim it. Only a limit that is marked as such by a sign, a word or a unit is bound here.</summary>
    private bool BindApart(Limit limit) => limit.IsMarked && !IsYear(limit) && (TryWaiting(limit) || TryValueAhead(limit) || TryScaleAhead(limit) || TryNameBefore(limit) || TryNameAhead(limit) || TryPackYears(limit));

    // Pack-years are smoked.
    private bool TryPackYears(Limit limit)
    {
        if (limit.Unit is not "{pack_years}")
        {
            return false;
        }

        Add(new Node { Span = limit.Span, Type = LeafType.Behaviour, Concept = lexicon.ByName("smoking")?.Concept ?? new Concept("smoking"), Bounds = limit.ToBounds() });
        return true;
    }

    /// <summary>"ejection fraction assessed by echocardiography, above 50 %": the last value of the clause that still waits for a limit of this kind.</summary>
    private bool TryWaiting(Limit limit)
    {
        for (var i = nodes.Count - 1; i >= 0; i--)
        {
            var node = nodes[i];
            if (node is { IsBare: true, Type: LeafType.Measurement or LeafType.Score } && Fits(node.Entry, limit))
            {
                var listed = i < nodes.Count - 1 && link is Link.And or Link.Or or Link.Comma;
                if (listed && !(limit.Unit is not null && node.Entry?.Analyte is not null))
                {
                    return false;
                }

                UsePredicted(node, limit);
                node.Bounds = Scaled(node.Type, limit);
                node.Span = new TextSpan(node.Span.Start, limit.End);
                ShareByAge(i, limit);
                return true;
            }

            if ((node is { IsLeaf: true, Bounds: not null } && node.Type != LeafType.Age) || node.Link == Link.Strong)
            {
                return false;
            }
        }

        return false;
    }

    // "Karnofsky (> 16 years) or Lansky (≤ 16 years) > 60": each score of the list has the limit.
    private void ShareByAge(int index, Limit limit)
    {
        for (var i = index - 1; i >= 0 && nodes[i + 1].Link != Link.Strong; i--)
        {
            if (nodes[i] is { IsBare: true, Type: LeafType.Score } && nodes[index].Type == LeafType.Score && nodes[i + 1] is { IsLeaf: true, Type: LeafType.Age })
            {
                nodes[i].Bounds = Scaled(LeafType.Score, limit);
            }
            else if (nodes[i] is not { IsLeaf: true, Type: LeafType.Age })
            {
                return;
            }
        }
    }

    /// <summary>"a score of 24 or above on the MMSE", "1.5 times ULN of serum creatinine": the value follows.</summary>
    private bool TryValueAhead(Limit limit)
    {
        var strange = 0;
        for (var i = limit.After; i < end && i - limit.After < FarthestValue; i++)
        {
            var item = items[i];
            if (item.Kind == ItemKind.Mention && item.Match.Entry is { LeafType: LeafType.Measurement or LeafType.Score } entry)
            {
                if (!Fits(entry, limit) || LimitFollows(i + 1) || (strange > 0 && entry.LeafType != LeafType.Score))
                {
                    return false;
                }

                at = i + 1;
                DropGenericName();
                FlushQualifiersInto(out var own);
                var node = new Node { Span = new TextSpan(limit.Start, item.End), Type = entry.LeafType!.Value, Concept = entry.Concept, Entry = entry, Bounds = Scaled(entry.LeafType.Value, limit) };
                node.Qualifiers.AddRange(own);
                Add(node);
                return true;
            }

            strange += item.Kind == ItemKind.Unknown ? 1 : 0;
            if (strange > MostStrange || !(item.Kind == ItemKind.Unknown || (item.Kind == ItemKind.Cue && (item.Is(Cue.Filler) || item.Is(Cue.Prep) || item.Cue is Cue.Qualifier))))
            {
                return false;
            }
        }

        return false;
    }

    private bool LimitFollows(int index)
    {
        var next = index < end ? SkipFillers(index) : end;
        return next < end && (Operator(next, out _) is not null || items[next].Is(Cue.Between) && items[next].Cue == Cue.Between);
    }

    /// <summary>"gingival bleeding score ≤ 20 %": the words right before the limit name what is measured, though no table knows it.</summary>
    private bool TryNameBefore(Limit limit)
    {
        if (nodes.Count == 0 || link is not (Link.Adjacent or Link.With))
        {
            return false;
        }

        var last = nodes[^1];
        if (last.Whole is not Predicate.Unread || !unread.Exists(words => words.Span == last.Span))
        {
            return false;
        }

        var name = LastWords(last.Span, out var start);
        if (name.Length == 0 || IsDose(name) || Units.Canonical(name) is not null || IsAmount(limit.Unit) || (limit.Unit is "a" or "mo" or "wk" or "d" or "h" && !IsLength(name)))
        {
            return false;
        }

        // What stood before the name stays unread.
        var rest = new TextSpan(last.Span.Start, start);
        var kept = unread.FindIndex(words => words.Span == last.Span);
        if (text.AsSpan(rest.Start, rest.Length).Trim().Length > 0)
        {
            rest = rest with { End = rest.Start + text.AsSpan(rest.Start, rest.Length).TrimEnd().Length };
            unread[kept] = new UnreadWords(rest, unread[kept].Reason);
            last.Whole = new Predicate.Unread(unread[kept].Reason) { Span = rest };
            last.Span = rest;
            link = Link.With;
        }
        else
        {
            unread.RemoveAt(kept);
            link = last.Link;
            nodes.RemoveAt(nodes.Count - 1);
        }

        Add(new Node { Span = new TextSpan(start, limit.End), Type = LeafType.Measurement, Concept = new Concept(name), Bounds = limit.ToBounds() });
        return true;
    }

    /// <summary>"at least 6 mm probing depth", "more than 150 min/wk of brisk walking": the words right after the limit name what is measured.</summary>
    private bool TryNameAhead(Limit limit)
    {
        if (limit.Unit is null or "a" or "mo" or "wk" or "d" or "h" or "min" || limit.After >= end || IsAmount(limit.Unit))
        {
            return false;
        }

        var from = SkipFillers(limit.After);
        from += from < end && items[from].Cue == Cue.Planned ? 1 : 0;
        var to = from;
        while (to < end && to - from < CountedWords && items[to].Kind is ItemKind.Unknown or ItemKind.Mention)
        {
            to++;
        }

        if (to == from || LimitFollows(to) || NamesNoValue(from, to, limit.After) || (items[to - 1].Kind == ItemKind.Mention && (items[to - 1].Match.Entry.LeafType is LeafType.Treatment || (IsOfNormal(limit) && items[to - 1].Match.Entry.LeafType is not LeafType.Measurement))))
        {
            return false;
        }

        at = to;
        FlushQualifiersInto(out var own);
        var node = new Node { Span = new TextSpan(limit.Start, items[to - 1].End), Type = LeafType.Measurement, Concept = new Concept(NameOf(from, to)), Bounds = limit.ToBounds() };
        node.Qualifiers.AddRange(own);
        Add(node);
        return true;
    }

    // "> 200 mL per episode", "< 20 cm from the incisors"
    private bool NamesNoValue(int from, int to, int after) => NoValues.Contains(items[to - 1].Of(text)) || items[after..from].Exists(one => one.Of(text) is "from");

    private static readonly HashSet<string> NoValues = new(StringComparer.OrdinalIgnoreCase) { "episode", "episodes", "event", "events", "attack", "attacks", "session", "sessions", "visit", "visits", "dose", "doses", "cycle", "cycles" };

    private static bool IsOfNormal(Limit limit) => limit.Unit is Units.UpperLimitOfNormal or Units.LowerLimitOfNormal;

    // "a minimum score of": words that name no value by themselves.
    private static readonly HashSet<string> GenericNames = new(StringComparer.OrdinalIgnoreCase) { "score", "scores", "minimum", "maximum", "total", "baseline", "value", "rating", "cut-off", "cutoff" };

    private bool IsGenericName(Node node, Limit limit) =>
        limit.Unit is null && node.Whole is Predicate.Unread && Array.TrueForAll(Spelled(node.Span).Split(' '), word => GenericNames.Contains(word) || CueTable.Default.WordOf(word) is not null);

    private static bool AllAmong(HashSet<string> known, string name)
    {
        var lookup = known.GetAlternateLookup<ReadOnlySpan<char>>();
        foreach (var word in name.AsSpan().Split(' '))
        {
            if (!lookup.Contains(name.AsSpan()[word]))
            {
                return false;
            }
        }

        return true;
    }

    // "Boston scale, total score ≤ 2": a score of what?
    private void DoubtGenericName(Node node)
    {
        if (node is { IsLeaf: true, Entry: null, Bounds: not null, Type: LeafType.Measurement or LeafType.Score or LeafType.Count } && AllAmong(GenericNames, node.Concept.Name))
        {
            KeepInPart(node, UnknownValue);
        }

        if (node is { IsLeaf: true, Entry: null, Bounds: null, Type: LeafType.Treatment or LeafType.Procedure } && (AllAmong(TooGeneral, node.Concept.Name) || BodyParts.Contains(LastWord(node.Span))))
        {
            // "use", "the same dose", "treatment of the fellow eye"
            MakeUnread(node, Reasons.TooGeneral);
        }

        if (node is { IsLeaf: true, Entry: null, Bounds: null, Type: LeafType.Treatment } && NoTreatments.Contains(node.Concept.Name[(node.Concept.Name.LastIndexOf(' ') + 1)..]))
        {
            // "taking part", "the study is taking place"
            MakeUnread(node, Reasons.NotKnown);
        }

        if (node is { IsLeaf: true, Entry: null, Type: LeafType.Condition or LeafType.Treatment or LeafType.Procedure } && (OpensWithVerb(node.Concept.Name) || node.Concept.Name.StartsWith("generation ", StringComparison.Ordinal)))
        {
            // "start desensitization", "indicating active syphilis": more than a name; "first or second generation EGFR-TKI": less than one.
            KeepInPart(node, Reasons.NotKnown);
        }

        if (node is { IsLeaf: true, Entry: null, Type: LeafType.Treatment or LeafType.Procedure, Bounds.Unit: { } unit } && (unit.StartsWith('%') || unit.Contains("/L", StringComparison.OrdinalIgnoreCase) || unit.EndsWith("/mL", StringComparison.Ordinal)))
        {
            // "cow's milk-specific IgE antibody > 35 kU/L": found in the blood, not given.
            node.Type = LeafType.Measurement;
        }

        if (node is { IsLeaf: true, Entry: null, Type: LeafType.Biomarker, Concept.Name: "antibody" or "antigen" or "core antigen" or "surface antigen" } or { IsLeaf: true, Entry: null, Type: LeafType.Treatment, Concept.Name: "inhibitor" or "challenge" or "antigen" or "agent" or "blocking drug" or "inhibiting drug" or "inducing drug" or "part" })
        {
            KeepInPart(node, "It is not said, or was not understood, what of.");
        }
    }

    private static readonly System.Collections.Frozen.FrozenSet<string> NoTreatments = KindsOfWords.HalfRead.Of("no-treatments");

    private static bool OpensWithVerb(string name) => name.IndexOf(' ', StringComparison.Ordinal) is > 0 and var cut && Verbs.Contains(name[..cut]);

    private static readonly HashSet<string> Verbs = new(StringComparer.Ordinal)
    {
        "start", "starting", "stop", "stopping", "continue", "continuing", "know", "indicating", "indicate", "contraindicating", "withholding", "tolerate", "took",
        "take", "taken", "participated", "participate", "received", "receive", "undergo", "underwent", "suffered", "suffering", "experienced", "diagnosed", "showed", "showing", "confirmed", "was", "were", "had", "contain", "containing", "affecting", "requiring",
        "undergoing", "developed", "develop", "reported", "reporting",
    };

    private static readonly HashSet<string> TooGeneral = new(StringComparer.Ordinal) { "use", "usage", "drug", "medication", "dose", "doses", "dosage", "dosing", "frequency", "same", "combination", "combinations", "mechanism", "mechanisms", "regimen", "schedule", "intake", "administration", "course", "courses", "cycle", "cycles" };

    private static readonly HashSet<string> BodyParts = new(StringComparer.OrdinalIgnoreCase) { "eye", "eyes", "knee", "knees", "hip", "hips", "hand", "hands", "foot", "feet", "arm", "arms", "leg", "legs", "ear", "ears", "shoulder", "joint", "joints", "limb", "limbs", "side", "site", "area", "skin", "head", "neck", "body" };

    private void DropGenericName()
    {
        if (nodes.Count > 0 && link is Link.Adjacent or Link.With && nodes[^1].Whole is Predicate.Unread && Array.TrueForAll(Spelled(nodes[^1].Span).Split(' '), word => GenericNames.Contains(word)))
        {
            unread.RemoveAll(words => words.Span == nodes[^1].Span);
            link = nodes[^1].Link;
            nodes.RemoveAt(nodes.Count - 1);
        }
    }

    // A mass, by itself or per day or per weight, is what somebody takes.
    private static bool IsAmount(string? unit) =>
        unit is "mg" or "g" or "ug" or "mg/d" or "g/d" or "ug/d" or "mg/kg" or "mg/kg/d" or "g/wk" or "mg/wk" or "mg/m2" or "g/m2" or "[IU]" or "[IU]/d";

    // How much of a drug is taken is no value of the person.
    private static bool IsDose(string name)
    {
        foreach (var word in (ReadOnlySpan<string>)["dose", "doses", "dosage", "dosages", "dosing"])
        {
            if (HasWord(name, word))
            {
                return true;
            }
        }

        return name is "n";
    }

    /// <summary>True when a value can have the unit; where the lexicon does not say, every unit fits.</summary>
    private static bool Fits(LexiconEntry? entry, Limit limit) => limit.Unit switch
    {
        null => true,
        _ when entry?.LeafType == LeafType.Score => limit.Unit is "%",
        Units.UpperLimitOfNormal or Units.LowerLimitOfNormal => true,
        "%" when limit.OfPredicted => true,
        _ => entry?.Analyte is not { } analyte || Units.Convert(new Quantity(1, limit.Unit), analyte.Unit, analyte) is not null,
    };

    // "60 %" of Karnofsky and "2 points" are numbers of the scale.
    private static Bounds Scaled(LeafType type, Limit limit) => type is LeafType.Score or LeafType.Count or LeafType.Lines ? limit.ToBounds() with { Unit = null } : limit.ToBounds();

    private static bool IsLength(string name)
    {
        foreach (var word in (ReadOnlySpan<string>)["duration", "time", "interval", "latency", "stay", "period", "cycle", "length", "size"])
        {
            if (HasWord(name, word))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The last words of a span that can name something: no numbers, at most <see cref="CountedWords"/>, not only function words.</summary>
    private string LastWords(TextSpan span, out int start)
    {
        start = span.End;
        var meaning = false;
        var words = 0;
        for (var i = at - 1; i >= 0 && words < CountedWords; i--)
        {
            var item = items[i];
            if (item.Start >= span.End)
            {
                continue;
            }

            if (item.Start < span.Start || item.Kind is not (ItemKind.Unknown or ItemKind.Mention or ItemKind.Cue or ItemKind.Dash) || item.Is(Cue.Compare) || item.Is(Cue.Between) || item.Is(Cue.Time) || item.Cue is Cue.Prep or Cue.Compare or Cue.CompareAfter)
            {
                break;
            }

            meaning |= item.Kind is ItemKind.Unknown or ItemKind.Mention;
            start = item.Kind is ItemKind.Dash ? start : item.Start;
            words++;
        }

        return meaning ? Spelled(new TextSpan(start, span.End)) : "";
    }
}
