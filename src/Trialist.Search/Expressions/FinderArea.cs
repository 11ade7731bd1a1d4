using System.Globalization;
using Trialist.Search.Filters;
using Trialist.Search.Pieces;

namespace Trialist.Search.Expressions;

/// <summary>An area that the registry's own language does not have: what a filter of the finder asks, where no piece of a record says it.</summary>
/// <param name="Name">The name in an expression.</param>
/// <param name="Meaning">In a few words, for lists of areas.</param>
public sealed record FinderArea(string Name, string Meaning)
{
    private const int OldestYears = 120;

    /// <summary>Studies that take a person of an age in completed years.</summary>
    public static FinderArea PersonAge { get; } = new("PersonAge", "takes a person of this age in completed years, or says nothing of age");

    /// <summary>Studies that take some of an age group, by what they say or by their limits of age.</summary>
    public static FinderArea AgeGroup { get; } = new("AgeGroup", "takes some of CHILD, ADULT or OLDER_ADULT, by its own words or its limits of age");

    /// <summary>Studies in a branch of conditions.</summary>
    public static FinderArea ConditionBranch { get; } = new("ConditionBranch", "has a condition in this branch, such as Neoplasms, by MeSH or by what is known of its names");

    /// <summary>The areas, in the order in which they are listed.</summary>
    public static ValueList<FinderArea> All { get; } = [PersonAge, AgeGroup, ConditionBranch];

    /// <summary>The area with the name; null when there is none.</summary>
    public static FinderArea? Find(string name) => All.FirstOrDefault(area => area.Name.Equals(name, StringComparison.OrdinalIgnoreCase));

    /// <summary>The filter that a value stands for.</summary>
    /// <exception cref="ExpressionException">It is no value of this area.</exception>
    public StudyFilters FilterOf(string value)
    {
        if (this == PersonAge)
        {
            return int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var years) && years <= OldestYears
                ? new StudyFilters { AgeYears = years }
                : throw new ExpressionException($"'{value}' is not a value of `{Name}`, which takes whole years from 0 to {OldestYears}");
        }

        if (this == AgeGroup)
        {
            var groups = EnumType.Named("StandardAge").Values.Select(group => group.Value).ToList();
            return groups.FirstOrDefault(group => group.Equals(value.Replace(' ', '_'), StringComparison.OrdinalIgnoreCase)) is { } found
                ? new StudyFilters { AgeGroups = [found] }
                : throw new ExpressionException($"Allowed values for `{Name}` are {string.Join(", ", groups.Select(group => $"`{group}`"))}");
        }

        return Facets.ConditionBranch.Find(value) is { } branch
            ? new StudyFilters { ConditionBranches = [branch.Heading] }
            : throw new ExpressionException($"'{value}' is not a value of `{Name}`: {NearestName.Sentence(value, Facets.ConditionBranch.All.Select(known => known.Heading))}");
    }
}
