using Trialist.Criteria.Vocabulary;

namespace Trialist.Criteria.Islands;

/// <content>Numbers before what they count, without a sign: "two prior lines of therapy", "5 glasses of wine or more".</content>
internal sealed partial class IslandParser
{
    private const int MostCounted = 60;

    // Words before which a number counts nothing that is asked for.
    private static readonly HashSet<string> NotCounted = new(StringComparer.OrdinalIgnoreCase)
    {
        "parts", "part", "groups", "group", "cohorts", "cohort", "arms", "arm", "following", "criteria", "conditions", "categories", "ways", "forms",
        "methods", "types", "years", "months", "weeks", "days", "hours", "minutes", "times", "time", "occasions", "options", "side", "edition",
        "version", "th", "st", "nd", "rd",
    };

    // "the two arms": which ones, not how many.
    private static readonly HashSet<string> Pointing = new(StringComparer.OrdinalIgnoreCase) { "the", "these", "those", "this", "all", "both", "other", "his", "her", "their", "each", "every", "following", "than" };

    private bool TryPlainCount()
    {
        var number = items[at];
        if (depth > 0 || number.Value < 1 || number.Value > MostCounted || number.Value != decimal.Truncate(number.Value) || !MayCount() || at + 1 >= end || items[at + 1].Start == number.End)
        {
            return false;
        }

        ReadValue(at, out var unit, out var after, out _);
        if (unit is not null || after != at + 1)
        {
            return false;
        }

        var to = after;
        while (to < end && to - after < CountedWords && (items[to].Kind is ItemKind.Unknown or ItemKind.Mention || (items[to].Kind == ItemKind.Cue && (items[to].Is(Cue.Qualifier) || items[to].Is(Cue.Matter) || items[to].Text is "prior" or "previous" || CountsWhat(items[to]))) || IsGlue(to, after)))
        {
            to++;
        }

        if (to == after || !IsCountable(after, to, number.Value) || !Exists(after, to) || items[after..to].Exists(item => NotCounted.Contains(LastWord(item.Span))))
        {
            return false;
        }

        var exact = new Bound(number.Value, true);
        var further = to < end && items[to].Kind == ItemKind.Cue && FurtherLimit(to, out _) is null ? items[to].Phrase!.As(Cue.CompareAfter) : null;
        var limit = new Limit(further?[0] == '<' ? null : exact, further?[0] == '>' ? null : exact, null, after, number.Start, number.End, false) { IsPlain = further is null };
        var before = nodes.Count;
        var from = at;
        at = after;
        if (!TryBindAfter(limit) || nodes.Count == before)
        {
            at = from;
            return false;
        }

        at += further is not null && at == to ? 1 : 0;
        return true;
    }

    // "or one course of oral steroids within 3 months": whoever had one had at least one.
    private bool TryOneCourse()
    {
        if (items[at].Value != 1 || items[at].End - items[at].Start > LongestSingle || at + 1 >= end || items[at + 1].Start == items[at].End)
        {
            return false;
        }

        var to = at + 1;
        while (to < end && to - at <= CountedWords && (items[to].Kind is ItemKind.Unknown or ItemKind.Mention || items[to].Is(Cue.Qualifier)))
        {
            to++;
        }

        if (to == at + 1 ? items[to].Phrase?.Words is not [.., "course", "of"] : !LastWord(items[to - 1].Span).Equals("course", StringComparison.OrdinalIgnoreCase))
        {
            return false;
        }

        var from = at;
        at++;
        if (TryBindAfter(new Limit(new Bound(1, true), null, null, at, items[from].Start, items[from].End, false)))
        {
            return true;
        }

        at = from;
        return false;
    }

    // A number right after a noun belongs to its name ("type 2", "visit 3"), and one that opens a criterion may be its number.
    private bool MayCount()
    {
        if (at == 0)
        {
            return items[at].Text is not null;
        }

        var before = items[at - 1];
        return before.Kind == ItemKind.Cue ? !Pointing.Contains(LastWord(before.Span)) && !before.Is(Cue.Compare) && !before.Is(Cue.Between) && !before.Is(Cue.Time) && before.Cue is not (Cue.Or or Cue.To)
            : before.Kind == ItemKind.Unknown ? before.Of(text) is [.., 'e', 'd'] or [.., 'i', 'n', 'g']
            : before.IsSign('(') ? items[at].Text is not null : before.IsSign(',') && items[at].Text is not null;
    }

    // One lesion, two lesions: anything else is a name.
    private bool IsCountable(int from, int to, decimal value)
    {
        var words = text.AsSpan(items[from].Start, items[to - 1].End - items[from].Start);
        var of = words.IndexOf(" of ", StringComparison.OrdinalIgnoreCase);
        var counted = of < 0 ? words : words[..of];
        var head = counted[(counted.LastIndexOf(' ') + 1)..];
        var plural = head is "teeth" or "people" || (head.EndsWith("s") && !head.EndsWith("ss") && !head.EndsWith("is"));
        return char.IsLower(head[0]) && plural != (value == 1);
    }

    // Only what is known as a fact is counted: "two relapses", not "two study hospitals".
    private bool Exists(int from, int to) =>
        IsLines(NameOf(from, to)) || items[from..to].Exists(CountsWhat) || items[to - 1] is { Kind: ItemKind.Mention, Match.Entry.LeafType: not (null or LeafType.HealthyVolunteer or LeafType.Sex or LeafType.Age) } or { Kind: ItemKind.Cue, Phrase.Matters: [(LeafType.Count or LeafType.Condition, _), ..] };

    // "doses of vaccine", "episodes of wheezing"
    private static bool CountsWhat(Item item) =>
        item.Phrase?.Words is [.., "dose" or "doses" or "course" or "courses" or "episode" or "episodes" or "attack" or "attacks" or "bout" or "bouts" or "event" or "events" or "session" or "sessions" or "injection" or "injections" or "infusion" or "infusions" or "transfusion" or "transfusions" or "regimens", "of"];
}
