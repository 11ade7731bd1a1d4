namespace Trialist.Criteria;

/// <content>Names that a reader turns round: "birch specific IgE", "food allergy treatment study", "study drug excipient".</content>
public static partial class LeafName
{
    // "birch" of "specific IgE to birch", where nothing else narrows it.
    private static string? AntibodyTo(Predicate.Leaf leaf)
    {
        string? what = null;
        foreach (var qualifier in leaf.Qualifiers)
        {
            if (Silent(qualifier, omitPositive: true))
            {
                continue;
            }

            if (what is not null || qualifier.Kind != QualifierKind.Role || !(qualifier.Value.StartsWith("to ", StringComparison.Ordinal) || qualifier.Value.StartsWith("against ", StringComparison.Ordinal)))
            {
                return null;
            }

            what = qualifier.Value[(qualifier.Value.IndexOf(' ', StringComparison.Ordinal) + 1)..];
        }

        return what;
    }

    // "study drug excipient" of "excipients of the study drug", "KIT mutation" of "mutation in the KIT gene", where nothing else narrows it.
    private static string? TurnedName(LeafType type, string own, Predicate.Leaf leaf)
    {
        if (leaf.Qualifiers is not [{ Kind: QualifierKind.Role, Value: var role }] || role.Contains(" or ", StringComparison.Ordinal) || role.Contains(" and ", StringComparison.Ordinal))
        {
            return null;
        }

        var of = role.StartsWith("of ", StringComparison.Ordinal);
        if (!of && !role.StartsWith("in ", StringComparison.Ordinal) && !role.StartsWith("to ", StringComparison.Ordinal))
        {
            return null;
        }

        var what = role[3..];
        what = what.StartsWith("the ", StringComparison.Ordinal) ? what[4..] : what;
        return type switch
        {
            LeafType.Allergy when Islands.IslandParser.IsPart(own) => Islands.IslandParser.OfStudyDrug($"{(of ? what : Islands.Singulars.Of(what))} {own}"),
            LeafType.Biomarker when own is "mutation" or "gene mutation" && what.EndsWith(" gene", StringComparison.Ordinal) => $"{what[..^" gene".Length]} mutation",
            _ => null,
        };
    }

    private static readonly string[] Allergens = ["allergen", "pollen", "mite", "venom", "tree", "grass", "grasses", "weed", "food"];

    // "cat" of "immunotherapy to cat allergens", "food" of "immunotherapy for any food", where nothing else narrows it.
    private static string? Allergen(Predicate.Leaf leaf)
    {
        if (leaf.Qualifiers is not [{ Kind: QualifierKind.Role, Value: var role }] || role.IndexOf(' ', StringComparison.Ordinal) is not (> 0 and var blank) || !(role.AsSpan(0, blank) is "to" or "with" or "for" or "against"))
        {
            return null;
        }

        var what = Islands.Singulars.Of(role[(blank + 1)..]);
        what = what.StartsWith("any ", StringComparison.Ordinal) || what.StartsWith("the ", StringComparison.Ordinal) ? what[4..] : what;
        return what.Count(c => c == ' ') > 2 || what.Contains(" or ", StringComparison.Ordinal) || what.Contains(" and ", StringComparison.Ordinal) || !Array.Exists(Allergens, noun => what == noun || what.EndsWith($" {noun}", StringComparison.Ordinal)) ? null
            : what == "grasses" ? "grass" : what.EndsWith(" allergen", StringComparison.Ordinal) ? what[..^" allergen".Length] : what == "allergen" ? null : what;
    }

    // "food allergy treatment" of "a study for the treatment of food allergy", where nothing else narrows it.
    private static string? Studied(Predicate.Leaf leaf)
    {
        if (leaf.Qualifiers is not [{ Kind: QualifierKind.Role, Value: var role }])
        {
            return null;
        }

        foreach (var (opening, purpose) in (ReadOnlySpan<(string, string)>)[("for the treatment of ", " treatment"), ("for treatment of ", " treatment"), ("for the prevention of ", " prevention"), ("for prevention of ", " prevention"), ("of an ", ""), ("of a ", ""), ("of ", ""), ("with an ", ""), ("with a ", ""), ("involving an ", ""), ("using an ", ""), ("testing an ", ""), ("evaluating an ", "")])
        {
            if (role.StartsWith(opening, StringComparison.Ordinal))
            {
                return role[opening.Length..] + purpose;
            }
        }

        return null;
    }
}
