using Trialist.Terminology;

namespace Trialist.Criteria.Islands;

/// <content>Tests and treatments that name the allergen they are made with: "positive skin prick test to walnut", "immunotherapy with birch pollen".</content>
internal sealed partial class IslandParser
{
    private static readonly HashSet<string> WithAllergen = new(StringComparer.Ordinal)
    {
        "skin prick test", "skin test", "intradermal test", "patch test", "food challenge", "double-blind placebo-controlled food challenge",
        "provocation test", "nasal provocation test", "conjunctival provocation test", "bronchial provocation test", "immunotherapy",
        "allergen immunotherapy", "subcutaneous immunotherapy", "sublingual immunotherapy", "oral immunotherapy", "desensitization",
    };

    private static readonly HashSet<string> Allergens = new(StringComparer.OrdinalIgnoreCase) { "allergen", "allergens", "aeroallergen", "aeroallergens" };

    /// <summary>The allergen is no fact of its own beside such a test; further ones of a list are tests of their own.</summary>
    private bool TakesAllergen(Node node) => node is { IsLeaf: true, Type: LeafType.Count or LeafType.Allergy } && TakesNamedAllergen(node);

    private bool TakesNamedAllergen(Node node)
    {
        if (node is { IsLeaf: true, Type: LeafType.Count, Bounds: not null } && Allergens.Contains(LastWord(node.Span)) && nodes.Count > 0 && nodes[^1] is { IsLeaf: true, Type: LeafType.Biomarker, Bounds: null, Except: null } scratched && WithAllergen.Contains(scratched.Concept.Name) && link is Link.Adjacent or Link.With && !(at < end && items[at].Kind == ItemKind.Sign && items[at].Text is "(" or ":") && Preposition(node.Span.Start) is { } to && !scratched.Qualifiers.Exists(IsAllergenOf))
        {
            // "a positive skin test to one or more allergens"
            scratched.Qualifiers.Add(new Qualifier(QualifierKind.Role, $"{to} {SpelledWords.Plainly(text.AsSpan(node.Span.Start, node.Span.Length))}"));
            passed.Add(node.Span);
            link = Link.Adjacent;
            return true;
        }

        if (node is not { IsLeaf: true, Type: LeafType.Allergy, Bounds: null, Entry.Kind: EntryKind.Allergen, Qualifiers.Count: 0 } || nodes.Count == 0 || pendingHead == Vocabulary.Cue.Allergy)
        {
            return false;
        }

        if (TakesAntibody(node))
        {
            return true;
        }

        if (nodes[^1].Whole is Predicate.All { Items: [Predicate.Leaf { Bounds: null, Except: null } pricked, Predicate.Leaf { Type: LeafType.Measurement, Bounds: not null } size] } && WithAllergen.Contains(pricked.Concept.Name) && size.Concept.Name.Contains("wheal", StringComparison.OrdinalIgnoreCase) && link is Link.Adjacent or Link.With && Preposition(node.Span.Start) is { } with && !pricked.Qualifiers.Any(IsAllergenOf))
        {
            // "positive skin prick test (wheal ≥ 3 mm) to peanut": both are of the allergen.
            var tested = nodes[^1];
            var allergen = new Qualifier(QualifierKind.Role, $"{with} {Spelled(node.Span)}");
            tested.Span = tested.Span.Union(node.Span);
            tested.Whole = new Predicate.All([pricked with { Qualifiers = [.. pricked.Qualifiers, allergen] }, size with { Span = size.Span.Union(node.Span) }]) { Span = tested.Span };
            link = Link.Adjacent;
            return true;
        }

        if (nodes[^1].Whole is Predicate.All { Items: [Predicate.Leaf { Bounds: null, Except: null } first, Predicate.Leaf { Type: LeafType.Measurement, Bounds: not null } wide] } && WithAllergen.Contains(first.Concept.Name) && wide.Concept.Name.Contains("wheal", StringComparison.OrdinalIgnoreCase) && link is Link.Or or Link.And or Link.Comma && first.Qualifiers.Any(IsAllergenOf))
        {
            // "… to peanut or cashew": the same of another allergen.
            ValueList<Qualifier> other = [.. first.Qualifiers.Where(one => !IsAllergenOf(one)), new Qualifier(QualifierKind.Role, $"{first.Qualifiers.First(IsAllergenOf).Value.Split(' ')[0]} {Spelled(node.Span)}")];
            Add(Node.Of(new Predicate.All([first with { Qualifiers = other, Span = node.Span }, wide with { Span = node.Span }]) { Span = node.Span }, link));
            return true;
        }

        var place = nodes.Count - 1;
        if (place > 0 && nodes[place] is { Span.Start: > 0 } behind && text.AsSpan(0, behind.Span.Start).TrimEnd(" ≥>=\\") is [.., '('] && behind.ToPredicate() is Predicate.Leaf { Type: LeafType.Measurement, Bounds: not null } wheal && wheal.Concept.Name.Contains("wheal", StringComparison.OrdinalIgnoreCase))
        {
            // "positive skin prick test (wheal ≥ 3 mm) to peanut"
            place--;
        }

        var test = nodes[place];
        if (test is not { IsLeaf: true, Bounds: null, Except: null } || !WithAllergen.Contains(test.Concept.Name))
        {
            return false;
        }

        var named = test.Qualifiers.FindIndex(IsAllergenOf);
        if (named < 0 && link is Link.Adjacent or Link.With && Preposition(node.Span.Start) is { } word)
        {
            if (test.Concept.Name.EndsWith("immunotherapy", StringComparison.Ordinal))
            {
                // "birch pollen allergen immunotherapy" is no immunotherapy of another kind.
                var name = test.Concept.Name == "immunotherapy" ? "allergen immunotherapy" : test.Wording ?? test.Concept.Name;
                (test.Concept, test.Entry, test.Wording) = (new Concept(TherapyWith(Spelled(node.Span), name)), null, null);
                test.Span = test.Span.Union(node.Span);
                link = Link.Adjacent;
                return true;
            }

            test.Qualifiers.Add(new Qualifier(QualifierKind.Role, $"{word} {Spelled(node.Span)}"));
            passed.Add(node.Span);
            link = Link.Adjacent;
            return true;
        }

        if (named >= 0 && place == nodes.Count - 1 && link is Link.Or or Link.And or Link.Comma)
        {
            var copy = test.Copy();
            copy.Qualifiers.AddRange(test.Qualifiers.Where((_, index) => index != named));
            copy.Qualifiers.Add(new Qualifier(QualifierKind.Role, $"{test.Qualifiers[named].Value.Split(' ')[0]} {Spelled(node.Span)}"));
            copy.Span = node.Span;
            Add(copy);
            return true;
        }

        return false;
    }

    // "grass allergen immunotherapy" of "immunotherapy with grass allergens"; foods are no allergens of the air.
    private static string TherapyWith(string allergen, string therapy)
    {
        var named = Singulars.Of(allergen);
        named = named.EndsWith(" allergen", StringComparison.Ordinal) ? named[..^" allergen".Length] : named;
        return named == "food" && therapy == AllergenImmunotherapy ? "food immunotherapy" : $"{named} {therapy}";
    }

    private static bool IsAllergenOf(Qualifier qualifier) => qualifier.Kind == QualifierKind.Role && (qualifier.Value.StartsWith("to ", StringComparison.Ordinal) || qualifier.Value.StartsWith("with ", StringComparison.Ordinal) || qualifier.Value.StartsWith("for ", StringComparison.Ordinal));

    private string? Preposition(int start)
    {
        var before = text.AsSpan(0, start).TrimEnd();
        return before.EndsWith(" to", StringComparison.OrdinalIgnoreCase) || before.EndsWith(" to the", StringComparison.OrdinalIgnoreCase) ? "to"
            : before.EndsWith(" with", StringComparison.OrdinalIgnoreCase) || before.EndsWith(" against", StringComparison.OrdinalIgnoreCase) || before.EndsWith(" for", StringComparison.OrdinalIgnoreCase) ? "with" : null;
    }
}
