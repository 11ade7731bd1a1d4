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
        Add(new Node { Span = new TextSpan(item.Start, items[at - 1].End), Type = LeafType.Participation, Concept = new Concept("other clinical study"), Wording = StudyNamed(new TextSpan(item.Start, items[at - 1].End)), When = pendingWhen });
        headUsed = true;
    }

    // "another clinical trial" of "participation in another clinical trial".
    private string? StudyNamed(TextSpan span)
    {
        var words = Spelled(span);
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
