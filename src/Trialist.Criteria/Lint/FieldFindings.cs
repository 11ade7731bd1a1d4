using System.Globalization;
using Trialist.Terminology;

namespace Trialist.Criteria.Lint;

/// <summary>Findings where the text says otherwise than the structured fields of the same record.</summary>
internal static class FieldFindings
{
    public static void Check(List<LimitFact> limits, IReadOnlyList<Criterion> criteria, EligibilityRules? rules, List<Diagnostic> found)
    {
        if (rules is null)
        {
            return;
        }

        var ages = limits.Where(limit => limit is { Leaf.Type: LeafType.Age, Criterion.Kind: CriterionKind.Inclusion }).ToList();
        if (ages is [var only])
        {
            CheckEnd(only, only.Low, rules.MinimumAge, found);
            CheckEnd(only, only.High, rules.MaximumAge, found);
        }

        CheckSex(criteria, rules.Sex, found);
    }

    private static void CheckEnd(LimitFact limit, Bound? written, string? field, List<Diagnostic> found)
    {
        if (written is not { } bound || field is null || InDays(field) is not { } days)
        {
            return;
        }

        // "> 17 years" and "18 Years" mean the same; a year's difference is within the ways of counting.
        if (Math.Abs(bound.Value - days) > 366)
        {
            found.Add(Finding.AgeAtOdds.About(field, [limit.Criterion.Id], [limit.Leaf.Span]));
        }
    }

    private static decimal? InDays(string age)
    {
        var blank = age.IndexOf(' ', StringComparison.Ordinal);
        return blank > 0 && decimal.TryParse(age.AsSpan(0, blank), NumberStyles.Number, CultureInfo.InvariantCulture, out var value)
            ? Units.Convert(new Quantity(value, age[(blank + 1)..].ToLowerInvariant()), "d")?.Quantity.Value
            : null;
    }

    private static void CheckSex(IReadOnlyList<Criterion> criteria, Sex? sex, List<Diagnostic> found)
    {
        foreach (var criterion in criteria)
        {
            if (sex is Sex.Male or Sex.Female && criterion is { Kind: CriterionKind.Inclusion, Parent: null, Predicate: Predicate.Leaf { Type: LeafType.Sex, Concept.Name: "male" or "female" } leaf }
                && !leaf.Concept.Name.Equals(sex.ToString(), StringComparison.OrdinalIgnoreCase))
            {
                found.Add(Finding.SexAtOdds.About(sex.Value.ToString(), [criterion.Id], [leaf.Span]));
            }
        }
    }
}
