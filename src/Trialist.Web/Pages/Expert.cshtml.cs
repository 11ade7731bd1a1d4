using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Trialist.Registry;
using Trialist.Search;
using Trialist.Search.Expressions;
using Trialist.Search.Filters;
using Trialist.Search.Pieces;
using Trialist.Search.Results;
using Trialist.Web.Api.V2;
using Trialist.Web.Finding;

namespace Trialist.Web.Pages;

/// <summary>Edits and runs an expression of the registry's language.</summary>
internal sealed class ExpertModel(StudyRegistry registry) : PageModel
{
    private const int PageSize = 20;

    /// <summary>Expressions to begin with.</summary>
    public static readonly (string Text, string Meaning)[] Examples =
    [
        ("AREA[ConditionSearch] asthma AND AREA[OverallStatus] RECRUITING", "asthma as a condition, taking participants now"),
        ("SEARCH[Location](AREA[LocationCity] Berlin AND AREA[LocationStatus] RECRUITING)", "one site that is in Berlin and takes participants"),
        ("AREA[StartDate] RANGE[2020, MAX] AND AREA[EnrollmentCount] RANGE[500, MAX]", "begun since 2020 with at least 500 participants"),
        ("AREA[ResultsFirstPostDate] MISSING AND AREA[CompletionDate] RANGE[MIN, 2019]", "completed by 2019 and no results posted"),
        ("AREA[CriteriaAllowed] \"ECOG 2\" AND NOT AREA[CriteriaExcluded] \"brain metastases\"", "criteria that let in ECOG 2, and do not keep out for brain metastases alone"),
        ("AREA[BriefTitle] COVERAGE[StartsWith] \"safety and efficacy\"", "a title that begins with these words"),
    ];

    /// <summary>The expression as typed.</summary>
    [BindProperty(SupportsGet = true, Name = "expr")]
    public string? Text { get; set; }

    /// <summary>Where the page begins; null for the first.</summary>
    [BindProperty(SupportsGet = true, Name = "pageToken")]
    public string? Token { get; set; }

    /// <summary>How the expression was read, with every parenthesis that it means; null when it was not.</summary>
    public string? ReadAs { get; private set; }

    /// <summary>What is wrong with it; null when nothing is.</summary>
    public string? Error { get; private set; }

    /// <summary>The line on which it went wrong up to the place and from there on; null where no place can be named.</summary>
    public (string Before, string After)? WrongAt { get; private set; }

    public int Total { get; private set; }

    public IReadOnlyList<SearchHit> Hits { get; private set; } = [];

    /// <summary>The address of the next page; null on the last.</summary>
    public string? Next { get; private set; }

    public async Task OnGetAsync(CancellationToken cancellation)
    {
        if (string.IsNullOrWhiteSpace(Text))
        {
            return;
        }

        var index = await registry.IndexAsync(cancellation);
        try
        {
            await FindAsync(index, Text, cancellation);
        }
        catch (ExpressionException refusal)
        {
            Error = refusal.UnknownName is { } name ? $"{refusal.Message}; {NearestName.Sentence(name, StudiesRequest.KnownNames(refusal))}" : refusal.Message;
            WrongAt = refusal.Column is { } column && column <= Text.Length + 1 ? (Text[..(column - 1)], Text[(column - 1)..]) : null;
            Response.StatusCode = StatusCodes.Status400BadRequest;
        }
        catch (ApiRefusal refusal)
        {
            Error = refusal.Message;
            Response.StatusCode = StatusCodes.Status400BadRequest;
        }
    }

    private async Task FindAsync(StudyIndex index, string text, CancellationToken cancellation)
    {
        var expression = Expression.Parse(text)!;
        var fingerprint = PageToken.FingerprintOf([("expr", text)]);
        var search = new ExpressionSearch
        {
            Queries = [new RankedExpression("BasicSearch", expression)],
            Limit = PageSize,
            After = Token is null ? null : PageToken.Read(Token, fingerprint),
        };
        var page = index.Find(await search.WithCriteriaAsync(registry, cancellation));
        (ReadAs, Total) = (expression.ToString(), page.Total);
        if (!page.Studies.IsEmpty)
        {
            var rows = index.Search(new StudyQuery { Filters = new StudyFilters { Ids = page.Studies }, Limit = PageSize }).Hits.ToDictionary(hit => hit.NctId);
            Hits = [.. page.Studies.Where(rows.ContainsKey).Select(id => rows[id])];
        }

        Next = page.Next is null ? null : Address.Of("/expert", [("expr", text), ("pageToken", PageToken.Write(page.Next, fingerprint))]);
    }
}
