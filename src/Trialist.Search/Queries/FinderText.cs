using Trialist.Search.Areas;

namespace Trialist.Search.Queries;

/// <summary>One text of a search in the finder.</summary>
/// <param name="Area">Where its words are looked for.</param>
/// <param name="Node">The text as it was read.</param>
internal sealed record FinderText(SearchArea Area, QueryNode Node)
{
    /// <summary>The texts of a search, in the order in which they are looked for.</summary>
    /// <exception cref="QueryRefusedException">A text breaks a limit.</exception>
    public static ValueList<FinderText> Of(StudyQuery query)
    {
        (string Parameter, string? Text, SearchArea Area)[] texts =
        [
            ("q", query.Text, SearchArea.Basic), ("cond", query.Condition, SearchArea.Condition), ("intr", query.Intervention, SearchArea.Intervention),
            ("locn", query.Location, SearchArea.Location), ("titles", query.Title, SearchArea.Title), ("spons", query.Sponsor, SearchArea.Sponsor),
            ("outc", query.Outcome, SearchArea.Outcome), ("id", query.Id, SearchArea.Id), ("term", query.Terms, SearchArea.Basic), ("elig", query.Eligibility, SearchArea.Eligibility),
        ];
        return texts.Select(text => PlainQueryParser.Parse(text.Parameter, text.Text) is { } node ? new FinderText(text.Area, node) : null).OfType<FinderText>().ToValueList();
    }
}
