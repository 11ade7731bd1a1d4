using Trialist.Criteria.Vocabulary;

namespace Trialist.Criteria.Islands;

/// <content>Stages and grades: "stage IIIB or IV", "grade 2-3".</content>
internal sealed partial class IslandParser
{
    private const int LongestStageList = 10;

    private const int ShortestStageWord = 5; // "stage", "grade", "class"

    private const int LongestStageWord = 6; // "stages", "grades"

    /// <summary>Reads stages at the place. True when they were given to the disease before them; else they wait for the noun after them.</summary>
    private bool ReadStages(ref List<List<Item>>? alternatives)
    {
        if (at >= end || (nodes.Count > 0 && nodes[^1] is { IsBare: true, Type: LeafType.Score } && link is Link.Adjacent or Link.With) || StageWord(items[at]) is not { } word)
        {
            return false;
        }

        var (kind, first) = word;
        var values = first is null ? [] : new List<string> { first };
        var index = StageListEnd(at + 1, kind, values);
        if (values.Count == 0)
        {
            return false;
        }

        var span = new TextSpan(items[at].Start, items[index - 1].End);
        at = index;
        return GiveStages(kind, values, span, ref alternatives);
    }

    private bool GiveStages(QualifierKind kind, List<string> values, TextSpan span, ref List<List<Item>>? alternatives)
    {
        if (nodes.Count > 0 && nodes[^1] is { IsLeaf: true, Type: LeafType.Condition } last && link is Link.Adjacent or Link.With or Link.Comma && !PhraseFollows(at))
        {
            Trail(last, kind, values, span);
            if (nodes[^1] == last)
            {
                ShareGrade(last, span);
            }

            return true;
        }

        var staged = values.ConvertAll(value => StageItem(kind, value, span));
        if (staged.Count == 1 && alternatives is null)
        {
            qualifiers.Add(staged[0]);
        }
        else
        {
            var before = alternatives ?? [[.. qualifiers]];
            alternatives = staged.SelectMany(item => before.Select(list => new List<Item>(list) { item })).ToList();
            qualifiers.Clear();
        }

        ReadQualifiers();
        if (alternatives is not null)
        {
            alternatives.ForEach(list => list.AddRange(qualifiers));
            qualifiers.Clear();
        }

        return false;
    }

    // "…, stage IIIB or IV": either stage of the disease before.
    private void Trail(Node last, QualifierKind kind, List<string> values, TextSpan span)
    {
        var others = values.Skip(1).Select(value =>
        {
            var other = new Node { Span = last.Span.Union(span), Type = last.Type, Concept = last.Concept, Entry = last.Entry, Wording = last.Wording, When = last.When };
            other.Qualifiers.AddRange(last.Qualifiers);
            other.Qualifiers.Add(new Qualifier(kind, value));
            return other;
        }).ToList();
        last.Qualifiers.Add(new Qualifier(kind, values[0]));
        last.Span = last.Span.Union(span);
        BoundByGrade(last);
        foreach (var other in others)
        {
            link = Link.Or;
            BoundByGrade(other);
            Add(other);
        }

        MergeGrades(values.Count);

        link = Link.Adjacent;
    }

    private static Item StageItem(QualifierKind kind, string value, TextSpan span) => QualifierItem($"{Json.Words.Of(kind)}:{value}", span);

    private static Item QualifierItem(string meaning, TextSpan span)
    {
        var phrase = new CuePhrase([meaning]);
        phrase.Add(Cue.Qualifier, meaning);
        return new Item(ItemKind.Cue, span.Start, span.End) { Phrase = phrase };
    }

    // "stage", or "stage III" as the lexicon has it.
    private (QualifierKind Kind, string? First)? StageWord(Item item)
    {
        if (item.Kind != ItemKind.Unknown && !(item.Kind == ItemKind.Mention && IsStage(item)))
        {
            return null;
        }

        if (item.Kind == ItemKind.Unknown)
        {
            return item.End - item.Start is < ShortestStageWord or > LongestStageWord ? null
                : item.Of(text).ToLowerInvariant() switch { "stage" or "stages" => (QualifierKind.Stage, null), "grade" or "grades" or "class" => (QualifierKind.Grade, null), _ => null };
        }

        var words = item.Of(text).ToLowerInvariant();
        return words.IndexOf(' ', StringComparison.Ordinal) is > 0 and var cut && words[..cut] is "stage" or "grade" ? (words[0] == 's' ? QualifierKind.Stage : QualifierKind.Grade, words[(cut + 1)..]) : null;
    }

    private static bool IsStage(Item item) => item.Phrase?.Qualifier is { Kind: QualifierKind.Stage or QualifierKind.Grade };

    private int StageListEnd(int index, QualifierKind kind, List<string> values)
    {
        var from = index;
        var range = false;
        var sign = "";
        while (index < end && index - from < LongestStageList)
        {
            var item = items[index];
            if (IsStageValue(item))
            {
                var value = item.Of(text).ToLowerInvariant();
                if (range && values.Count > 0)
                {
                    values[^1] = $"{values[^1]}-{value}";
                }
                else
                {
                    values.Add(sign + value);
                }

                (range, sign) = (false, "");
            }
            else if (values.Count > 0 && item.Kind == ItemKind.Cue && item.Is(Cue.CompareAfter))
            {
                values[^1] = $"{values[^1]} {item.Of(text).ToLowerInvariant()}";
            }
            else if (values.Count > 0 && NextStageWord(index, kind) is var again && again > index)
            {
                // "stage III or stage IV": the next value, or the whole word as the lexicon has it
                values.AddRange(StageWord(items[again])!.Value.First is { } named ? [named] : []);
                index = again;
            }
            else if (Joins(item) && (ValueAt(index + 1) || (index + 1 < end && items[index + 1].Cue is Cue.Or or Cue.And && ValueAt(index + 2))))
            {
                sign = item.Kind == ItemKind.Comparator ? $"{item.Text} " : "";
                range = item.Kind == ItemKind.Dash || item.Cue == Cue.To || item.Is(Cue.To);
            }
            else
            {
                break;
            }

            index++;
        }

        return index;
    }

    // The word said again behind "or", "and" or a comma, with a value; -1 when there is none.
    private int NextStageWord(int index, QualifierKind kind)
    {
        var word = items[index].Cue is Cue.Or or Cue.And ? index + 1
            : items[index].IsSign(',') || items[index].IsSign('/') ? index + (index + 1 < end && items[index + 1].Cue is Cue.Or or Cue.And ? 2 : 1) : -1;
        return word > index && word < end && StageWord(items[word]) is { } found && found.Kind == kind && (found.First is not null || ValueAt(word + 1)) ? word : -1;
    }

    private bool ValueAt(int index) => index < end && IsStageValue(items[index]);

    private static bool Joins(Item item) => item.Kind is ItemKind.Dash or ItemKind.Comparator || item.IsSign('/') || item.IsSign(',') || item.Cue is Cue.Or or Cue.To or Cue.And || item.Is(Cue.To);

    private bool IsStageValue(Item item)
    {
        if (item.Kind == ItemKind.Number)
        {
            return item.Value <= 5;
        }

        var word = item.Of(text);
        return item.Kind is ItemKind.Unknown or ItemKind.Cue && word.Length <= 5 && char.IsUpper(word[0]) && word.AsSpan().TrimEnd("abcdABCD0123456789").ToString() is { Length: > 0 } roman && Structure.MarkerReader.RomanValue(roman) > 0;
    }
}
