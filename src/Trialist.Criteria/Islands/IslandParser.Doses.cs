using Trialist.Criteria.Vocabulary;

namespace Trialist.Criteria.Islands;

/// <content>How much of a drug is taken: "corticosteroids at doses greater than 10 mg of prednisone per day".</content>
internal sealed partial class IslandParser
{
    /// <summary>So many words may say a dose.</summary>
    private const int LongestDosing = 16;

    private static readonly HashSet<string> DosingWords = new(StringComparer.OrdinalIgnoreCase)
    {
        "dose", "doses", "dosage", "dosages", "dosing", "daily", "mg", "g", "mcg", "ug", "µg", "μg", "mg/day", "day", "d", "kg", "total", "equivalent", "equivalents",
    };

    private bool TryDoseBehind(Item item)
    {
        if (nodes.Count == 0 || link != Link.Adjacent || nodes[^1] is not { IsLeaf: true, Type: LeafType.Treatment, Bounds: null, Except: null } drug || item.Text is not ("at" or "in" or "with" or "at a" or "of") || at + 2 >= end)
        {
            return false;
        }

        var (stop, said, dosed) = (at + 1, false, false);
        while (stop < end && stop - at <= LongestDosing && IsOfDose(stop))
        {
            said |= items[stop].Of(text).StartsWith("dos", StringComparison.OrdinalIgnoreCase);
            dosed |= items[stop].Kind == ItemKind.Number && stop + 1 < end && items[stop + 1].Of(text).ToLowerInvariant() is "mg" or "g" or "mcg" or "ug" or "µg" or "μg" or "mg/day";
            stop++;
        }

        if (!said || !dosed || stop < end && !(items[stop].Kind == ItemKind.Sign || items[stop].Is(Cue.Time) || items[stop].Cue is Cue.Except))
        {
            return false;
        }

        var words = new TextSpan(item.Start, items[stop - 1].End);
        drug.Qualifiers.Add(new Qualifier(QualifierKind.Role, SpelledWords.Plainly(text.AsSpan(words.Start, words.Length))));
        drug.Span = drug.Span.Union(words);
        passed.Add(words);
        at = stop;
        return true;
    }

    private bool IsOfDose(int index)
    {
        var item = items[index];
        return item.Kind is ItemKind.Number or ItemKind.Comparator || item.Is(Cue.Compare) || item.Is(Cue.CompareAfter) || item.Text is "of" or "a" or "the" or "per" or "its" or "an" or "/"
            || (item.Kind == ItemKind.Unknown && DosingWords.Contains(item.Of(text))) || item.Of(text).ToLowerInvariant() is "daily" or "equivalent" or "day" or "per day"
            || item is { Kind: ItemKind.Mention, Match.Entry.LeafType: LeafType.Treatment }
            || (item.Cue == Cue.Or && index + 1 < end && items[index + 1].Of(text).ToLowerInvariant() is "equivalent" or "its" or "an" or "equivalents");
    }
}
