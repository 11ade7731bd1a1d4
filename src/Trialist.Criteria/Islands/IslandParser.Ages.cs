using Trialist.Criteria.Vocabulary;
using Trialist.Terminology;

namespace Trialist.Criteria.Islands;

/// <content>Limits in units of time: ages, life expectancies, values measured in time, how long something lasts.</content>
internal sealed partial class IslandParser
{
    private bool BindTime(Limit limit, int from)
    {
        if (nodes.Count > 0 && nodes[^1] is { IsBare: true, Type: LeafType.Age } && (TrySpelledValue(limit) || TryTimedValue(limit)))
        {
            // "infants less than 37 weeks gestation"
            return true;
        }

        if (nodes.Count > 0 && limit is { IsPlain: true, Unit: "wk" or "d" } && nodes[^1] is { IsBare: true, Type: LeafType.Age, Concept.Name: not "age" } && !SaysAge(limit))
        {
            // "20 adults completed the 6 weeks of dose escalation"
            return false;
        }

        if (nodes.Count > 0 && link is Link.Adjacent or Link.With && nodes[^1].IsBare && (nodes[^1].Type is LeafType.Age or LeafType.LifeExpectancy || (nodes[^1].Type is LeafType.Measurement && CanLast(nodes[^1], limit))))
        {
            BindTo(limit);
            TakeAgeWords();
            return true;
        }

        if ((IsAge(from, limit) || AgeFollows(limit)) && limit.Unit is not ("h" or "min"))
        {
            Add(new Node { Span = limit.Span, Type = LeafType.Age, Concept = new Concept("age"), Bounds = limit.ToBounds() });
            TakeAgeWords();
            Open(nodes[^1], limit);
            return true;
        }

        if (limit.After < end && items[limit.After].Kind == ItemKind.Cue && items[limit.After].Phrase!.Value is "lifeExpectancy:life expectancy")
        {
            at = limit.After + 1;
            Add(new Node { Span = new TextSpan(limit.Start, items[limit.After].End), Type = LeafType.LifeExpectancy, Concept = new Concept("life expectancy"), Bounds = limit.ToBounds() });
            return true;
        }

        if (TrySpelledValue(limit) || TryTimedValue(limit) || TryWaitingLife(limit) || TryPrognosis(limit))
        {
            return true;
        }

        // "symptoms > 6 weeks": how long it lasts.
        if (nodes.Count > 0 && link == Link.Adjacent && nodes[^1] is { IsLeaf: true, When: null or { Max: null, Min: null }, Type: LeafType.Condition or LeafType.Treatment } last)
        {
            last.When = new TimeWindow(TimeRelation.During, Length(limit.Min, limit.Unit!), Length(limit.Max, limit.Unit!), [], null);
            last.Span = last.Span.Union(limit.Span);
            if (limit.Min is null && (last.Type == LeafType.Treatment || SaysAge(limit)))
            {
                Doubt(last, limit.Span, "It is not clear whether this says how long, or how long ago.");
            }

            return true;
        }

        return false;
    }

    // "aged less than 1 month or more than 12 months": the other end of the same age.
    private bool TryOtherAge(Limit limit)
    {
        if (link != Link.Or || !limit.IsMarked || (limit.Min is null) == (limit.Max is null) || nodes.Count == 0 || nodes[^1] is not { IsLeaf: true, Type: LeafType.Age, Bounds: { } first } age || (first.Min is null) != (limit.Max is null) || (first.Max is null) != (limit.Min is null))
        {
            return false;
        }

        AddAlternative((Predicate.Leaf)age.ToPredicate(), limit, bySex: false);
        return true;
    }

    // "6 weeks to 24 months of age", "12-18 months old"
    private void TakeAgeWords()
    {
        var next = at < end && items[at].Text is "of" ? at + 1 : at;
        if (nodes[^1] is not { IsLeaf: true, Type: LeafType.Age } age || next >= end || !(items[next].Of(text).ToLowerInvariant() is "old" or "age" || (next > at && items[next].Text is "life")) || LimitFollows(next + 1))
        {
            return;
        }

        age.Span = age.Span.Union(items[next].Span);
        at = next + 1;
    }

    // "life expectancy (due to other disease) less than 90 days"
    private bool TryWaitingLife(Limit limit)
    {
        for (var i = nodes.Count - 1; i >= 0 && IsTime(limit.Unit); i--)
        {
            if (nodes[i] is { IsBare: true, Type: LeafType.LifeExpectancy } life)
            {
                life.Bounds = limit.ToBounds();
                life.Span = new TextSpan(life.Span.Start, limit.End);
                return true;
            }

            if (nodes[i].Link == Link.Strong || nodes[i].Bounds is not null)
            {
                return false;
            }
        }

        return false;
    }

    // "prognosis < 6 months": a length of time behind the word makes it a life expectancy.
    private bool TryPrognosis(Limit limit)
    {
        var word = IndexOfStart(limit.Start) - 1;
        word -= word > 0 && items[word].Text is "of" ? 1 : 0;
        if (word < 0 || !IsTime(limit.Unit) || !LastWord(items[word].Span).Equals("prognosis", StringComparison.OrdinalIgnoreCase))
        {
            return false;
        }

        Add(new Node { Span = items[word].Span.Union(limit.Span), Type = LeafType.LifeExpectancy, Concept = new Concept("life expectancy"), Bounds = limit.ToBounds() });
        return true;
    }

    // "> 37 weeks of gestation", "> 7 metabolic equivalents": the words that follow the number name the value and its unit in one.
    private bool TrySpelledValue(Limit limit)
    {
        // "3 or more alcoholic drinks per day", "> 20 cigarettes per day": the unit says what is counted.
        for (var i = at - 1; i > 0 && limit.Unit is not null && items[i].Start > limit.Start && items[i].Kind != ItemKind.Number; i--)
        {
            if (items[i].Kind == ItemKind.Cue && items[i].Phrase!.As(Cue.Matter) is { } matter && matter.StartsWith("behaviour:", StringComparison.Ordinal) && !matter.Contains('+', StringComparison.Ordinal))
            {
                Add(new Node { Span = limit.Span, Type = LeafType.Behaviour, Concept = lexicon.ByName(matter[10..])?.Concept ?? new Concept(matter[10..]), Bounds = limit.ToBounds(), When = pendingWhen });
                return true;
            }

            if (items[i].Kind == ItemKind.Mention && items[i].Match.Entry is { LeafType: LeafType.Behaviour } behaviour)
            {
                Add(new Node { Span = limit.Span, Type = LeafType.Behaviour, Concept = behaviour.Concept, Entry = behaviour, Bounds = limit.ToBounds(), When = pendingWhen });
                return true;
            }
        }

        if (items[at - 1].Kind != ItemKind.Mention || items[at - 1].Match.Entry is not { LeafType: LeafType.Measurement } entry || limit.Unit is null)
        {
            return TryCountedPer(limit);
        }

        var value = new Node { Span = new TextSpan(limit.Start, items[at - 1].End), Type = LeafType.Measurement, Concept = entry.Concept, Entry = entry, Bounds = limit.ToBounds() };
        if (nodes.Count > 0 && link == Link.Adjacent && nodes[^1].Whole is Predicate.Not)
        {
            // "inability to perform > 4 METs"
            KeepInPart(value, "It is not clear whether this limit is denied too.");
        }

        Add(value);
        return true;
    }

    // "8 or fewer attacks per month": read as a unit, the words still say what is counted.
    private bool TryCountedPer(Limit limit)
    {
        var per = at - 1;
        while (per > 0 && items[per].Start > limit.Start && items[per].Text is not ("per" or "a" or "each") && !items[per].IsSign('/'))
        {
            per--;
        }

        var from = per;
        while (from > 0 && items[from - 1].Start >= limit.Start && items[from - 1].Kind is ItemKind.Unknown or ItemKind.Mention)
        {
            from--;
        }

        if (limit.Unit is not ("/h" or "/d" or "/wk" or "/mo" or "/a") || from == per || items[per].Start <= limit.Start)
        {
            return false;
        }

        var node = new Node { Span = limit.Span, Type = LeafType.Count, Concept = new Concept(NameOf(from, per)), Bounds = limit.ToBounds() with { Unit = null }, When = pendingWhen };
        node.Qualifiers.Add(new Qualifier(QualifierKind.Role, Spelled(new TextSpan(items[per].Start, items[at - 1].End))));
        Add(node);
        return true;
    }

    // "13 moths": a unit that was misspelt is not years.
    private bool IsMisspeltTime(int index)
    {
        if (index >= end || items[index].Kind != ItemKind.Unknown)
        {
            return false;
        }

        var word = items[index].Of(text).ToLowerInvariant();
        foreach (var begun in (ReadOnlySpan<string>)["mon", "mot", "moh", "mnt", "mno", "mth", "wee", "wek", "day", "das"])
        {
            if (word.StartsWith(begun, StringComparison.Ordinal))
            {
                return true;
            }
        }

        return false;
    }

    // "patients < 18": a bare number that is said of persons is their age.
    private bool IsAgeOfPatients(int from, Limit limit) =>
        nodes.Count == 0 && from > 0 && limit.IsMarked && (limit.Min ?? limit.Max)!.Value.Value is >= 1 and < 120 && items[from - 1].Kind == ItemKind.Cue
        && items[from - 1].Of(text).ToLowerInvariant() is "patients" or "patient" or "subjects" or "participants" or "individuals" or "persons" or "people" or "volunteers";

    // "37 to 42 weeks gestation": a value that is measured in time.
    private bool TryTimedValue(Limit limit)
    {
        var next = SkipFillers(limit.After);
        if (next >= end || items[next].Kind != ItemKind.Mention || items[next].Match.Entry is not { LeafType: LeafType.Measurement, Analyte: { } analyte } entry || !Units.SameDimension(analyte.Unit, limit.Unit!) || LimitFollows(next + 1))
        {
            return false;
        }

        at = next + 1;
        Add(new Node { Span = new TextSpan(limit.Start, items[next].End), Type = LeafType.Measurement, Concept = entry.Concept, Entry = entry, Bounds = limit.ToBounds() });
        return true;
    }

    private static Duration? Length(Bound? bound, string unit) => bound is { } end ? new Duration(end.Value, unit, end.Inclusive) : null;

    // "biopsy ≤ 6 months old": the thing has the age.
    private bool IsAgeOfThing(Limit limit) =>
        nodes.Count > 0 && link == Link.Adjacent && nodes[^1] is { IsLeaf: true, Type: LeafType.Procedure or LeafType.Treatment } thing && !Persons.Contains(LastWord(thing.Span)) && text.AsSpan(nodes[^1].Span.End, Math.Max(0, limit.Start - nodes[^1].Span.End)).Trim(" (").IsEmpty
        && (HasWord(text.AsSpan(limit.Start, limit.End - limit.Start), "old") || (limit.After < end && items[limit.After].Of(text).Equals("old", StringComparison.OrdinalIgnoreCase)));

    // "coronary disease less than 2 years old": nobody so young is meant, and how long ago it began is said oddly.
    private bool IsAgeOfCondition(Limit limit) =>
        nodes.Count > 0 && link == Link.Adjacent && nodes[^1] is { IsLeaf: true, Type: LeafType.Condition, Bounds: null } condition && limit is { Unit: "a", Min: null, Max.Value: <= FewYears } && SaysAge(limit)
        && text.AsSpan(condition.Span.End, Math.Max(0, limit.Start - condition.Span.End)).Trim(" (").IsEmpty && !nodes.Exists(node => node.Type is LeafType.Age);

    private bool IsAge(int from, Limit limit)
    {
        if (IsAgeOfThing(limit) || IsAgeOfCondition(limit))
        {
            return false;
        }

        for (var i = limit.After; i < Math.Min(limit.After + 3, end); i++)
        {
            if (!SaysAge(limit) && (HasWord(items[i].Of(text), "history") || HasWord(items[i].Of(text), "duration")))
            {
                // "a two-year history of rhinitis"
                return false;
            }
        }

        for (var i = Math.Max(from - 2, 0); i < Math.Min(limit.After + 2, end); i++)
        {
            var words = items[i].Of(text);
            if (items[i].Kind != ItemKind.Mention && !HasWord(words, "adjusted") && !HasWord(words, "matched") && (HasWord(words, "age") || HasWord(words, "aged") || HasWord(words, "ages") || HasWord(words, "old") || HasWord(words, "older") || HasWord(words, "younger") || HasWord(words, "elder")))
            {
                return true;
            }
        }

        if (SaysAge(limit) || IsSaidOfPersons(from, limit) || IsLifetime(limit))
        {
            return true;
        }

        // A number of years that begins the criterion, or follows "male or female" or "adults".
        return limit.Unit is "a" && !IsFewYearsOf(limit) && !IsFewYearsInBracket(limit) && pendingHead == Cue.None && pendingWhen is not { Anchor: not null } && (nodes.Count == 0 || nodes[^1] is { IsLeaf: true, Type: LeafType.Sex or LeafType.Age } or { IsLeaf: true, Type: LeafType.HealthyVolunteer }) && !FollowedByTime(limit.After) && !IsLengthOf(limit.After);
    }

    private bool FollowedByTime(int index) => index < end && items[index].Kind == ItemKind.Cue && items[index].Is(Cue.Time) && items[index].Phrase!.As(Cue.Time) is "before" or "after" or "ago";

    // "more than one year of practice", "10 years for colonoscopy": how long something lasted.
    private bool IsLengthOf(int index) =>
        index + 1 < end && items[index].Text is "of" or "for" or "since" && !HasWord(items[index + 1].Of(text), "age");

    private static bool HasWord(ReadOnlySpan<char> words, ReadOnlySpan<char> word)
    {
        var index = IndexOf(words, word);
        return index >= 0 && (index == 0 || !char.IsLetter(words[index - 1])) && (index + word.Length == words.Length || !char.IsLetter(words[index + word.Length]));
    }

    // Words are short, and few hold the first letter.
    private static int IndexOf(ReadOnlySpan<char> words, ReadOnlySpan<char> word)
    {
        var first = char.ToLowerInvariant(word[0]);
        for (var index = 0; index <= words.Length - word.Length; index++)
        {
            if (char.ToLowerInvariant(words[index]) == first && words[index..].StartsWith(word, StringComparison.OrdinalIgnoreCase))
            {
                return index;
            }
        }

        return -1;
    }
}
