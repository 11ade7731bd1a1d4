using Trialist.Criteria.Vocabulary;

namespace Trialist.Criteria.Islands;

/// <content>What tells an age from another length of time: its words, whom it is said of, how long it is.</content>
internal sealed partial class IslandParser
{
    /// <summary>Patients of at least this many years are of that age; less may be how long they have been ill.</summary>
    private const int YoungestSaidBare = 12;

    /// <summary>No disease and no treatment is asked to have lasted so many years.</summary>
    private const int LongerThanAnyIllness = 40;

    /// <summary>A number of years without their word is no age above this.</summary>
    private const int OldestSaid = 100;

    /// <summary>Fewer years before a noun count its time: "one year postmenopausal".</summary>
    private const int FewYears = 5;

    private static readonly HashSet<string> Persons = new(StringComparer.OrdinalIgnoreCase)
    {
        "patient", "patients", "subject", "subjects", "participant", "participants", "individual", "individuals", "person", "persons", "people",
        "volunteer", "volunteers", "recipient", "recipients",
        "donor", "donors", "inpatient", "inpatients", "outpatient", "outpatients", "adult", "adults", "men", "women", "male", "males", "female",
        "females", "man", "woman", "boys", "girls",
    };

    // "18 years old", "> 18 y.o.", "18 years of age".
    private static readonly PhraseList OfAge = new("old", "age", "y.o", "y/o");

    private bool SaysAge(Limit limit)
    {
        var words = text.AsSpan(limit.Start, limit.End - limit.Start);
        return OfAge.OccursIn(words) || HasWord(words, "yo");
    }

    // "patients from 5 years of age", "aged from 12 years": from then on.
    private Limit? ReadFromAge(int start, int number)
    {
        if (!items[start].Of(text).EndsWith("from", StringComparison.OrdinalIgnoreCase) || number >= end || items[number].Kind != ItemKind.Number)
        {
            return null;
        }

        var least = ReadValue(number, out var unit, out var next, out _);
        var age = new Limit(new Bound(least, true), null, unit, next, items[start].Start, EndOf(next), false);
        if (unit is not ("a" or "mo") || !(SaysAge(age) || (next < end && items[next].Of(text).ToLowerInvariant() is "old" or "of age") || (next + 1 < end && items[next].Text is "of" && items[next + 1].Text is "age") || IsAgedBefore(start)))
        {
            return null;
        }

        next = SkipFillers(next);
        return next < end && (items[next].Is(Cue.To) || items[next].Is(Cue.Time) || items[next].Kind is ItemKind.Dash or ItemKind.Number || items[next].Is(Cue.Compare) || items[next].Is(Cue.CompareAfter)) ? null : age;
    }

    private bool IsAgedBefore(int from) =>
        items[from].Of(text).StartsWith("age", StringComparison.OrdinalIgnoreCase) || (from > 0 && items[from - 1].Of(text).EndsWith("aged", StringComparison.OrdinalIgnoreCase)) || (nodes.Count > 0 && nodes[^1] is { IsBare: true, Type: LeafType.Age, Concept.Name: "age" });

    // "transplant recipients ≥ 18 years", "men and women (≥ 18 years)".
    private bool IsSaidOfPersons(int from, Limit limit)
    {
        if (limit.Unit is not "a" || !limit.IsMarked || (limit.Min ?? limit.Max)!.Value.Value < YoungestSaidBare || FollowedByTime(limit.After) || IsLengthOf(limit.After))
        {
            return false;
        }

        var before = from - 1;
        before -= before > 0 && items[before].IsSign('(') ? 1 : 0;
        if (before < 0 || items[before].Kind is not (ItemKind.Cue or ItemKind.Mention or ItemKind.Unknown))
        {
            return false;
        }

        var words = items[before].Of(text);
        return Persons.Contains(words[(words.LastIndexOf(' ') + 1)..]);
    }

    // "alopecia, between 18 and 60 years": too long for anything but a life.
    private static bool IsLifetime(Limit limit) => limit is { Unit: "a", Min.Value: >= YoungestSaidBare, Max.Value: >= LongerThanAnyIllness };

    // "women at least one year postmenopausal"
    private bool IsFewYearsOf(Limit limit) =>
        (limit.Min ?? limit.Max)!.Value.Value <= FewYears && limit.After < end && items[limit.After].Kind is ItemKind.Mention or ItemKind.Unknown;

    // "recent history (1 year) of abuse"
    private bool IsFewYearsInBracket(Limit limit) => depth > 0 && nodes.Count == 0 && (limit.Min ?? limit.Max)!.Value.Value <= FewYears;

    // "men and women (≥ 18 years)": a bracket that holds an age only.
    private bool TryBracketAgeOfPersons(int to)
    {
        var saved = end;
        end = to;
        var limit = ReadLimit(at);
        end = saved;
        if (limit is not { } found || found.After < to || !IsSaidOfPersons(at, found))
        {
            return false;
        }

        link = Link.With;
        Add(new Node { Span = found.Span, Type = LeafType.Age, Concept = new Concept("age"), Bounds = found.ToBounds() });
        return true;
    }

    // "< 18 or > 75 years old", "< 18 years or > 75 years of age": the first number is of the unit that the second one names.
    private bool AgeFollows(Limit limit)
    {
        if (limit.Unit is not (null or "a") || limit.After + 1 >= end || items[limit.After].Cue is not (Cue.Or or Cue.And) || Operator(limit.After + 1, out _) is null)
        {
            return false;
        }

        return ReadLimit(limit.After + 1) is { Unit: "a" } next && (SaysAge(next) || (limit.Unit is null && nodes.Count == 0));
    }

    // "children 7-17 with asthma": a range right behind a group of ages, of which nothing is counted, is of years.
    private bool TryAgeGroup(Limit limit)
    {
        if (nodes.Count == 0 || link != Link.Adjacent || nodes[^1] is not { IsBare: true, Type: LeafType.Age, Concept.Name: not "age" } || limit is not { Unit: null, Min.Value: >= 1, Max.Value: <= OldestSaid } || limit.Min == limit.Max
            || (limit.After < end && items[limit.After].Kind is ItemKind.Unknown or ItemKind.Mention or ItemKind.Number or ItemKind.Dash))
        {
            return false;
        }

        BindTo(limit);
        return true;
    }

    // "age < 18 or > 75", "13-17 years or 18-20": another limit on the age before, its unit not said again.
    private bool ContinuesAge(Limit limit) =>
        limit.Unit is null && (limit.Min ?? limit.Max) is { Value: >= 1 and < 120 }
        && (limit.After >= end || items[limit.After].Kind == ItemKind.Sign || items[limit.After].Cue is Cue.Or or Cue.And or Cue.If or Cue.Except or Cue.Provided);
}
