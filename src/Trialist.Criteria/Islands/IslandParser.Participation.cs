using Trialist.Criteria.Vocabulary;

namespace Trialist.Criteria.Islands;

/// <content>Participation in studies.</content>
internal sealed partial class IslandParser
{
    // "participation in another clinical trial" with the nouns that are not in the table.
    private void ReadParticipation(Item item)
    {
        at++;
        while (at < end && (items[at].Kind == ItemKind.Unknown || (items[at].Kind == ItemKind.Cue && items[at].Cue is Cue.Qualifier or Cue.Filler or Cue.Matter or Cue.Or && !items[at].Is(Cue.Time) && IsStudyWord(at))))
        {
            if (items[at].Kind == ItemKind.Unknown && !IsStudyWord(at))
            {
                break;
            }

            at++;
        }

        if (IsThisStudy(item.Start))
        {
            qualifiers.Clear();
            unread.Add(new UnreadWords(new TextSpan(item.Start, items[at - 1].End), "This is about this study, not another."));
            Add(Node.Of(new Predicate.Unread("This is about this study, not another.") { Span = new TextSpan(item.Start, items[at - 1].End) }, link));
            return;
        }

        FlushQualifiersInto(out _);
        var named = new TextSpan(item.Start, items[at - 1].End);
        var kind = TakeKindOfStudy();
        Add(new Node { Span = named, Type = LeafType.Participation, Concept = new Concept("other clinical study"), Wording = StudyNamed(named), When = pendingWhen is { Relation: TimeRelation.Current, Anchor: null } && TookPart(item) ? null : pendingWhen });
        headUsed = true;
        if (kind is { } tested && nodes[^1] is { IsLeaf: true, Type: LeafType.Participation } study)
        {
            study.Qualifiers.Add(new Qualifier(QualifierKind.Role, Spelled(tested)));
            study.Span = study.Span.Union(tested);
        }
    }

    // "is taking part or has participated": the second is over.
    private bool TookPart(Item item) => nodes.Count > 0 && link == Link.Or && item.Of(text).StartsWith("participated", StringComparison.OrdinalIgnoreCase);

    private static readonly HashSet<string> Tested = new(StringComparer.OrdinalIgnoreCase)
    {
        "agent", "agents", "drug", "drugs", "product", "products", "device", "devices", "treatment", "treatments", "therapy", "therapies", "medication",
        "medications", "intervention", "interventions", "vaccine", "vaccines", "compound", "compounds",
    };

    // "a study for the treatment of food allergy": the end of the words; 0 where no disease is named.
    private int StudiedDisease(int index)
    {
        while (index < end && (items[index].Cue is Cue.Filler && !items[index].Is(Cue.Time) || items[index].Cue == Cue.Treatment && items[index].Of(text).EndsWith(" of", StringComparison.OrdinalIgnoreCase) || items[index].Of(text).ToLowerInvariant() is "treatment" or "prevention" or "of" || IsQualifier(index)))
        {
            index++;
        }

        var stop = PhraseEnd(index);
        return stop > index && Resolve(index, stop).Type is LeafType.Condition && (stop >= end || items[stop].Kind == ItemKind.Sign && !items[stop].IsSign(',') || items[stop].Is(Cue.Time)) ? stop : 0;
    }

    // "a study with an investigational product": what is tested in it.
    private TextSpan? TakeKindOfStudy()
    {
        if (at < end && items[at].Text is "for" && StudiedDisease(at + 1) is > 0 and var stop)
        {
            var purpose = new TextSpan(items[at].Start, items[stop - 1].End);
            passed.Add(purpose);
            at = stop;
            return purpose;
        }

        if (at >= end || !(items[at].Of(text).ToLowerInvariant() is "of" or "of an" or "with" or "with an" or "involving" or "testing" or "using" or "evaluating"))
        {
            return null;
        }

        var (index, investigates) = (at + 1, false);
        while (index < end && (items[index].Of(text).ToLowerInvariant() is "a" or "an" or "any" or "other" || IsQualifier(index) && items[index].Phrase!.As(Cue.Qualifier) is "role:investigational" or "role:experimental"))
        {
            investigates |= IsQualifier(index);
            index++;
        }

        var names = index < end && (items[index] is { Kind: ItemKind.Mention, Match.Entry.Name: "investigational drug" or "investigational device" } || (investigates && (Tested.Contains(items[index].Of(text)) || items[index] is { Kind: ItemKind.Mention, Match.Entry.Name: "drug" or "treatment" or "vaccine" })));
        if (!names)
        {
            return null;
        }

        var span = new TextSpan(items[at].Start, items[index].End);
        passed.Add(span);
        at = index + 1;
        return span;
    }

    // "another clinical trial" of "participation in another clinical trial".
    private string? StudyNamed(TextSpan span)
    {
        var words = Spelled(span);
        while (!words.Contains(" in ", StringComparison.Ordinal) && WordBefore(span.Start) is { } before && KindsOfStudy.Contains(Spelled(before)))
        {
            // "another interventional trial", of which the tables know a part.
            words = $"{Spelled(before)} {words}";
            span = before.Union(span);
        }

        return StudyNamed(words);
    }

    private static readonly HashSet<string> KindsOfStudy = new(StringComparer.Ordinal) { "other", "another", "interventional", "investigational", "clinical", "experimental", "medical", "therapeutic", "drug", "device", "immunotherapy", "vaccine", "food", "pharmaceutical", "allergy", "asthma" };

    // The word right before a place in the text, with nothing but a blank between.
    private TextSpan? WordBefore(int place)
    {
        if (place < items[0].Start + 2 || text[place - 1] != ' ')
        {
            return null;
        }

        var from = place - 1;
        while (from > items[0].Start && char.IsLetter(text[from - 1]))
        {
            from--;
        }

        return from < place - 1 ? new TextSpan(from, place - 1) : null;
    }

    private static string? StudyNamed(string words)
    {
        var verb = words.IndexOf(" in ", StringComparison.Ordinal);
        var named = verb > 0 ? words[(verb + 4)..] : words;
        return named.Contains("trial", StringComparison.Ordinal) || named.Contains("stud", StringComparison.Ordinal) ? FreeName(LeafType.Participation, named) : null;
    }

    private bool IsStudyWord(int index)
    {
        var word = items[index].Of(text);
        return word.Contains("stud", StringComparison.OrdinalIgnoreCase) || word.Contains("trial", StringComparison.OrdinalIgnoreCase) || word.Contains("investigation", StringComparison.OrdinalIgnoreCase)
            || word.Contains("research", StringComparison.OrdinalIgnoreCase) || word.Contains("intervention", StringComparison.OrdinalIgnoreCase) || word.Contains("other", StringComparison.OrdinalIgnoreCase)
            || word is "drug" or "clinical" or "any" or "a" or "an" or "device" or "experimental" or "of";
    }

    // "consent to participate in the study": this study is no fact about the person.
    private bool IsThisStudy(int start)
    {
        var stop = at;
        while (stop < end && stop - at < 2 && (items[stop].Cue == Cue.Filler || IsStudyWord(stop)))
        {
            stop++;
        }

        var words = text.AsSpan(start, items[stop - 1].End - start);
        return !HasWord(words, "other") && !HasWord(words, "another") && !HasWord(words, "any") && (HasWord(words, "this") || HasWord(words, "the") || HasWord(words, "present") || HasWord(words, "our"));
    }
}
