using System.Text.Json;

namespace Trialist.Web.Tests.Pages;

/// <summary>The expression that the finder shows finds what the finder finds: the same total, and the same studies first.</summary>
public sealed class FinderExpressionTests(WebSite site)
{
    private static readonly string[] Texts =
    [
        "q=heart+failure", "q=heart+failure&synonyms=off", "q=asthma", "q=lung+cancer", "q=covid-19", "q=asthma+OR+%22heart+failure%22+-children", "q=(heart+OR+lung)+AND+(failure+OR+transplant)",
        "q=%22quality+of+life%22", "q=heart+zzyzx+failure", "q=heart+zzyzx+failure+qqxq&synonyms=off", "q=NCT04599543+asthma", "q=NCT04599543", "q=the", "q=%2b%2b", "q=HIV/AIDS",
        "cond=diabetes", "cond=asthma&intr=budesonide", "cond=asthma&intr=zzyzx&term=children", "term=asthma&q=heart+OR+lung", "titles=study", "locn=Berlin", "spons=university", "outc=survival", "elig=pregnant", "id=2020",
        "q=NOT+asthma",
    ];

    private static readonly string[] Filters =
    [
        "status=RECRUITING", "status=RECRUITING,COMPLETED,NOT_STATED", "phase=PHASE2,PHASE3", "studyType=OBSERVATIONAL", "sex=FEMALE", "sex=MALE&age=70", "age=0", "age=1", "age=12", "age=54", "ageGroup=CHILD", "ageGroup=ADULT",
        "healthyVolunteers=true", "healthyVolunteers=false", "funder=INDUSTRY", "country=Germany", "country=Germany&country=France", "country=Germany&region=Bavaria", "country=Norway&city=Oslo", "results=true", "results=false",
        "startFrom=2021&startTo=2023", "startYear=2022,2024", "updatedSince=2024-01", "near=Munich&within=300km", "conditionBranch=Neoplasms", "criteria=pregnancy", "ids=NCT99000001,NCT04599543,NCT99000007",
    ];

    public static TheoryData<string> Searches => [.. Texts, .. Filters, .. Texts.SelectMany((text, i) => Filters.Where((_, j) => (i + j) % 4 == 0).Select(filter => $"{text}&{filter}"))];

    [Theory]
    [MemberData(nameof(Searches))]
    public async Task Expression_FindsTheFindersStudies_InItsOrder(string search)
    {
        using var finder = JsonDocument.Parse(await site.Client.GetStringAsync($"/api/v1/search?{search}&sort=relevance&limit=10"));
        var expression = (await site.PageAsync($"/search?{search}")).QuerySelector(".as-expression code")!.TextContent;

        using var found = JsonDocument.Parse(await site.Client.GetStringAsync($"/api/v2/studies?query.term={Uri.EscapeDataString(expression)}&countTotal=true&fields=NCTId"));

        Assert.Equal(finder.RootElement.GetProperty("total").GetInt32(), found.RootElement.GetProperty("totalCount").GetInt32());
        Assert.Equal(
            finder.RootElement.GetProperty("hits").EnumerateArray().Select(hit => hit.GetProperty("nctId").GetString()),
            found.RootElement.GetProperty("studies").EnumerateArray().Select(study => study.GetProperty("protocolSection").GetProperty("identificationModule").GetProperty("nctId").GetString()));
    }
}
