namespace Trialist.Web.Finding;

/// <summary>One value that narrows a search, as a page shows it.</summary>
/// <param name="Name">What it is: "Status".</param>
/// <param name="Value">Its value in words: "Enrolling".</param>
/// <param name="WithoutIt">The address of the same search without it.</param>
internal sealed record ActiveChoice(string Name, string Value, string WithoutIt)
{
    public static IEnumerable<ActiveChoice> Of(SearchRequest asked) =>
        from name in SearchParameter.Narrowing
        from value in asked.All(name)
        where !asked.Errors.ContainsKey(name)
        select new ActiveChoice(FacetWords.Name(name), FacetWords.Value(name, value), asked.Without(name, value));
}
