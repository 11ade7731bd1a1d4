using Trialist.Criteria.Vocabulary;
using Trialist.Terminology;

namespace Trialist.Criteria.Islands;

/// <content>Antibodies to an allergen: "birch IgE", "IgE to milk", "positive food challenge to 300 mg of peanut protein".</content>
internal sealed partial class IslandParser
{
    private const string SpecificIge = " specific ige";

    private static readonly HashSet<string> AntibodyWords = new(StringComparer.OrdinalIgnoreCase) { "specific", "serum", "blood", "level", "levels", "plasma" };

    private static bool IsIge(LexiconEntry entry) => entry.Name is "ige" or "ige.specific" or "allergen-specific ige";

    // "birch pollen specific IgE", "milk-specific serum IgE": an antibody to what stands before.
    private bool TryAntibody(int from, int to)
    {
        if (to - from < 2 || items[to - 1] is not { Kind: ItemKind.Mention, Match.Entry: { } antibody } || !IsIge(antibody))
        {
            return false;
        }

        var stop = to - 1;
        while (stop > from && (items[stop - 1].Kind == ItemKind.Dash || AntibodyWords.Contains(items[stop - 1].Of(text))))
        {
            stop--;
        }

        if (stop == from || AllergenNamed(new TextSpan(items[from].Start, items[stop - 1].End)) is not { } allergen)
        {
            return false;
        }

        var span = new TextSpan(items[from].Start, items[to - 1].End);
        at = to;
        FlushQualifiersInto(out var own);
        var node = new Node { Span = span, Type = LeafType.Measurement, Concept = new Concept($"{allergen}{SpecificIge}") };
        node.Qualifiers.AddRange(own);
        Add(node);
        return true;
    }

    // "specific IgE to birch ≥ 0.7 kU/L": measured, not only found.
    private static bool IsMeasuredAntibody(Node node) => node.Type == LeafType.Biomarker && node.Concept.Name.EndsWith(SpecificIge, StringComparison.Ordinal) && !node.Qualifiers.Exists(one => one.Kind == QualifierKind.Result);

    // What a unit tells to be a value, though its words name a test or something that is given.
    private static void NameMeasured(Node last, Limit limit)
    {
        if (limit.Unit is "mm" or "cm" && last is { Type: LeafType.Biomarker, Bounds: null } && last.Concept.Name.EndsWith(" test", StringComparison.Ordinal))
        {
            // "positive skin test ≥ 5 mm": how wide the wheal is.
            (last.Concept, last.Entry, last.Wording, last.Type) = (new Concept($"{last.Wording ?? last.Concept.Name} wheal diameter"), null, null, LeafType.Measurement);
        }

        if (limit.Unit is not null && last is { Type: LeafType.Treatment } && EndsInIge(last.Wording ?? last.Concept.Name))
        {
            (last.Concept, last.Entry, last.Wording, last.Type) = (new Concept(last.Wording ?? last.Concept.Name), null, null, LeafType.Measurement);
        }
    }

    // "cow's milk-specific IgE antibody" is measured, and no antibody that is given.
    private static bool EndsInIge(string name) => name.EndsWith(" ige", StringComparison.OrdinalIgnoreCase) || name.EndsWith(" ige antibody", StringComparison.OrdinalIgnoreCase) || name.EndsWith(" ige antibodies", StringComparison.OrdinalIgnoreCase);

    private string? AllergenNamed(TextSpan span)
    {
        var words = Spelled(span);
        foreach (var entry in lexicon.Find(words))
        {
            if (entry.Kind == EntryKind.Allergen)
            {
                return words;
            }
        }

        return null;
    }

    // "IgE to milk, egg or peanut": each of them has its own.
    private bool TakesAntibody(Node node)
    {
        if (nodes.Count == 0 || nodes[^1] is not { IsLeaf: true, Type: LeafType.Measurement or LeafType.Biomarker, Except: null } antibody)
        {
            return false;
        }

        var allergen = node.Wording ?? Spelled(node.Span);
        if (link is Link.Adjacent or Link.With && antibody.Entry is { } entry && IsIge(entry) && antibody.Qualifiers.TrueForAll(one => one.Kind != QualifierKind.Role) && Preposition(node.Span.Start) is not null)
        {
            (antibody.Concept, antibody.Entry, antibody.Wording, antibody.Written) = (new Concept($"{allergen}{SpecificIge}"), null, null, null);
            antibody.Type = antibody.Bounds is null && antibody.Qualifiers.Exists(one => one.Kind == QualifierKind.Result) ? LeafType.Biomarker : antibody.Type;
            antibody.Span = antibody.Span.Union(node.Span);
            link = Link.Adjacent;
            return true;
        }

        if (link is Link.Or or Link.And or Link.Comma && antibody.Concept.Name.EndsWith(SpecificIge, StringComparison.Ordinal) && (antibody.Bounds is not null || antibody.Qualifiers.Count > 0))
        {
            var other = antibody.Copy();
            (other.Concept, other.Bounds, other.Span) = (new Concept($"{allergen}{SpecificIge}"), antibody.Bounds, node.Span);
            other.Qualifiers.AddRange(antibody.Qualifiers);
            Add(other);
            return true;
        }

        return false;
    }

    // "IgE > 50 kU/L for peanut", "against birch": what follows is the allergen.
    private bool TryForAllergen(Item item)
    {
        if (item.Text is not ("for" or "against" or "to") || link != Link.Adjacent || nodes.Count == 0 || nodes[^1] is not { IsLeaf: true, Type: LeafType.Measurement or LeafType.Biomarker, Entry: { } entry } || !IsIge(entry) || at + 1 >= end)
        {
            return false;
        }

        var noun = at + 1;
        while (noun + 1 < end && items[noun].Text is "a" or "an" or "the" or "any")
        {
            noun++;
        }

        var stop = PhraseEnd(noun);
        if (stop == noun || AllergenNamed(new TextSpan(items[noun].Start, items[stop - 1].End)) is null)
        {
            return false;
        }

        at = noun;
        return true;
    }

    // "HBsAg positive and HBV DNA > 500 IU/mL": who carries the virus, and how much of it.
    private bool CountsVirus(int index)
    {
        if (nodes[^1] is not { IsLeaf: true, Bounds: null, Type: LeafType.Biomarker } marker || VirusOf(marker.Concept.Name) is not { } virus)
        {
            return false;
        }

        for (var stop = Math.Min(end, index + FarthestCount); index < stop; index++)
        {
            if (items[index] is { Kind: ItemKind.Mention, Match.Entry.Name: var name } && (name.StartsWith($"{virus}.", StringComparison.Ordinal) || name.StartsWith($"{virus} ", StringComparison.Ordinal)) && (name.EndsWith("rna", StringComparison.Ordinal) || name.EndsWith("dna", StringComparison.Ordinal)))
            {
                return true;
            }
        }

        return false;
    }

    private const int FarthestCount = 5;

    private static string? VirusOf(string marker) =>
        marker.StartsWith("hepatitis b", StringComparison.Ordinal) || marker.StartsWith("hbv", StringComparison.Ordinal) || marker.StartsWith("anti-hb", StringComparison.Ordinal) ? "hbv"
        : marker.StartsWith("hepatitis c", StringComparison.Ordinal) || marker.StartsWith("hcv", StringComparison.Ordinal) || marker.StartsWith("anti-hcv", StringComparison.Ordinal) ? "hcv" : null;

    /// <summary>So many words may say at which dose somebody reacted.</summary>
    private const int LongestReaction = 12;

    // "positive food challenge at ≤ 300 mg of peanut protein", "with an eliciting dose of 100 mg": how much it took.
    private bool TryChallengeDose()
    {
        if (link != Link.Adjacent || nodes.Count == 0 || nodes[^1] is not { IsLeaf: true, Bounds: null, Entry.Name: "food challenge" or "double-blind placebo-controlled food challenge" } challenge || items[at].Of(text).ToLowerInvariant() is not ("at" or "to" or "to a" or "with" or "with a" or "with an" or "of" or "at a" or "at or below"))
        {
            return false;
        }

        var (stop, dosed) = (at + 1, false);
        while (stop < end && stop - at < LongestReaction && !items[stop].Is(Cue.If) && (items[stop].Kind is ItemKind.Number or ItemKind.Comparator || items[stop].Is(Cue.Compare) || items[stop].Is(Cue.CompareAfter) || items[stop].Text is "of" or "a" or "an" or "the" or "at" || (items[stop].Kind is ItemKind.Unknown && DoseWords.Contains(items[stop].Of(text))) || IsAllergen(items[stop])))
        {
            dosed |= items[stop].Kind == ItemKind.Number && stop + 1 < end && items[stop + 1].Of(text).ToLowerInvariant() is "mg" or "g" or "gram" or "grams" or "gm" or "milligram" or "milligrams" or "ml";
            stop++;
        }

        if (!dosed || stop < end && !(items[stop].Kind == ItemKind.Sign || items[stop].Cue is Cue.Or or Cue.And || items[stop].Is(Cue.Time)))
        {
            return false;
        }

        NarrowUpTo(stop, challenge);
        return true;
    }

    private static readonly HashSet<string> DoseWords = new(StringComparer.OrdinalIgnoreCase)
    {
        "dose", "eliciting", "cumulative", "mg", "g", "gram", "grams", "gm", "milligram", "milligrams", "ml", "protein", "proteins", "reactive", "total", "single",
    };

    private static bool IsAllergen(Item item)
    {
        if (item.Kind != ItemKind.Mention)
        {
            return false;
        }

        foreach (var entry in item.Match.Entries)
        {
            if (entry.Kind == EntryKind.Allergen)
            {
                return true;
            }
        }

        return false;
    }
}
