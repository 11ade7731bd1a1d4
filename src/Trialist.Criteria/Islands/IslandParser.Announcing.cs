using Trialist.Criteria.Vocabulary;

namespace Trialist.Criteria.Islands;

/// <content>Words above a list that do no more than announce it: "Treatment with any of the following within 4 weeks before screening:".</content>
internal sealed partial class IslandParser
{
    // Each of these says what kind of thing is listed or where it was looked for; the list says the rest itself.
    private static readonly HashSet<string> Announcing = new(StringComparer.OrdinalIgnoreCase)
    {
        "abnormalities", "abnormality", "agent", "agents", "baseline", "below", "category", "categories", "characteristic", "characteristics",
        "complaint", "complaints", "complication", "complications", "condition", "conditions", "criteria", "criterion", "definition", "definitions",
        "diagnosis", "diagnoses", "disease", "diseases", "disorder", "disorders", "drug", "drugs", "enrollment", "enrolment", "event", "events",
        "examination", "examinations", "feature", "features", "finding", "findings", "hematological", "hematology", "history", "illness", "illnesses",
        "indicator", "indicators", "item", "items", "lab", "laboratory", "labs", "limit", "limits", "medication", "medications", "medicine",
        "medicines", "parameter", "parameters", "procedure", "procedures", "product", "products", "range", "ranges", "requirement", "requirements",
        "result", "results", "screening", "sign", "signs", "situation", "situations", "standard", "standards", "status", "symptom", "symptoms", "test", "tests",
        "therapies", "therapy", "treatment", "treatments", "value", "values", "visit", "biochemistry", "biochemical", "chemistry", "clinical", "cardiac", "class", "classes", "confirmatory", "feature", "levels", "manifestations", "means", "methods", "reading", "types",
    };

    private bool OnlyAnnouncesList(int from, int to)
    {
        if (!announces || depth > 0 || qualifiers.Count > 0 || !(nodes.Count == 0 || nodes.TrueForAll(node => node.Whole is Predicate.Judgement)))
        {
            return false;
        }

        for (var i = from; i < to; i++)
        {
            if (items[i].Kind is not (ItemKind.Unknown or ItemKind.Mention) || !Array.TrueForAll(items[i].Of(text).Split([' ', '-']), Announcing.Contains))
            {
                return false;
            }
        }

        return items[..from].Exists(SaysFollowing) || items[to..].Exists(SaysFollowing);
    }

    // "at least 2 of the following", "1 or more of these": how many of the list, which the list keeps.
    private bool TryCountOfList()
    {
        if (depth > 0)
        {
            return false;
        }

        var index = at;
        index += index < end && (items[index].Is(Cue.Compare) || items[index].Kind == ItemKind.Comparator || items[index].Text is "any") ? 1 : 0;
        if (index >= end || items[index].Kind != ItemKind.Number || items[index].End - items[index].Start > LongestCount)
        {
            return false;
        }

        index++;
        index += index < end && items[index].Is(Cue.CompareAfter) ? 1 : 0;
        for (var stop = Math.Min(end, index + 3); index < stop; index++)
        {
            if (SaysFollowing(items[index]))
            {
                if (!RestAnnounces(index + 1))
                {
                    return false;
                }

                passed.Add(new TextSpan(items[at].Start, items[index].End));
                at = index + 1;
                return true;
            }

            if (!(items[index].Text is "of" or "the" || items[index].Of(text).StartsWith("of ", StringComparison.OrdinalIgnoreCase) || items[index].Of(text).StartsWith("or more of", StringComparison.OrdinalIgnoreCase)))
            {
                return false;
            }
        }

        return false;
    }

    private const int LongestCount = 5;

    // "2 of the following signs:", "… criteria at screening:", but not "… diseases by biopsy:".
    private bool RestAnnounces(int index)
    {
        while (index < end && (items[index].Kind == ItemKind.Sign || items[index].Cue is Cue.Filler && !items[index].Of(text).EndsWith("by", StringComparison.OrdinalIgnoreCase) || items[index].Kind is ItemKind.Unknown or ItemKind.Mention && Array.TrueForAll(items[index].Of(text).Split([' ', '-']), Announcing.Contains)))
        {
            index++;
        }

        return index >= end || items[index].Is(Cue.Time);
    }

    private bool SaysFollowing(Item item) => item.Kind == ItemKind.Cue ? HasWord(item.Of(text), "following") || HasWord(item.Of(text), "these") || HasWord(item.Of(text), "follows") : item.Text is "below";

    // What was said of nothing yet is said of the list: when, and "received" or "treated with", which each of the list repeats by what it names.
    private void KeepForList()
    {
        if (!announces || depth > 0 || !nodes.TrueForAll(node => node.Whole is Predicate.Judgement) || !items.Exists(SaysFollowing))
        {
            return;
        }

        if (pendingHead is Cue.Treatment or Cue.Procedure or Cue.Condition && !headUsed)
        {
            (pendingHead, headUsed) = (Cue.None, false);
            passed.Add(pendingHeadItem!.Span);
        }

        if (pendingWhen is { } when)
        {
            forList ??= when;
            passed.Add(pendingWhenSpan);
        }
    }

    private bool OnlyAnnounces(TextSpan span) => at > 1 && !(at + 1 < end && items[at].IsSign(':')) && Announces(items[at - 2]) && IsClassless(span);

    private bool Announces(Item before) => before.Cue switch
    {
        Cue.Filler => before.Of(text) is var words && (words.EndsWith("following", StringComparison.OrdinalIgnoreCase) || words.ToLowerInvariant() is "such" or "these" or "those"),
        Cue.Or or Cue.And => nodes.Count == 0 && PassedUpTo(before.Start - 1),
        _ => false,
    };

    private bool PassedUpTo(int end)
    {
        foreach (var span in passed)
        {
            if (span.End == end)
            {
                return true;
            }
        }

        return false;
    }
}
