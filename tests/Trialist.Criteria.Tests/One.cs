using Trialist.Criteria.English;

namespace Trialist.Criteria.Tests;

/// <summary>One criterion read by itself, for tables of rows.</summary>
internal static class One
{
    public static Criterion Inclusion(string words) => CriteriaReader.Default.Read($"Inclusion Criteria:\n\n* {words}").Criteria[1];

    public static Criterion Exclusion(string words) => CriteriaReader.Default.Read($"Exclusion Criteria:\n\n* {words}").Criteria[1];

    public static string English(Criterion criterion) => criterion.Predicate is { } predicate ? PredicateEnglish.Say(predicate) : "nothing";
}
