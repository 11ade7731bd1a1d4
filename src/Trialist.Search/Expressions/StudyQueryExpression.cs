using System.Globalization;
using Trialist.Search.Areas;
using Trialist.Search.Eligibility;
using Trialist.Search.Facets;
using Trialist.Search.Filters;
using Trialist.Search.Queries;

namespace Trialist.Search.Expressions;

/// <summary>Says a search of the finder in the registry's expression language. Ranking and relaxing are the finder's own and have no words there; questions to criteria have areas of our own (<see cref="CriteriaArea"/>).</summary>
public static class StudyQueryExpression
{
    /// <summary>The expression of a search; null for one that asks for nothing.</summary>
    /// <exception cref="QueryRefusedException">A text breaks a limit.</exception>
    public static Expression? Of(StudyQuery query)
    {
        (string Parameter, string? Text, SearchArea? Area)[] texts =
        [
            ("q", query.Text, null), ("term", query.Terms, null), ("cond", query.Condition, SearchArea.Condition), ("intr", query.Intervention, SearchArea.Intervention),
            ("locn", query.Location, SearchArea.Location), ("titles", query.Title, SearchArea.Title), ("spons", query.Sponsor, SearchArea.Sponsor),
            ("outc", query.Outcome, SearchArea.Outcome), ("id", query.Id, SearchArea.Id), ("elig", query.Eligibility, SearchArea.Eligibility),
        ];
        var parts = new List<Expression>();
        foreach (var (parameter, text, area) in texts)
        {
            if (PlainQueryParser.Parse(parameter, text) is { } node && Of(node, query.UseSynonyms) is { } words)
            {
                parts.AddRange(area is not null ? [In(area.Name, words)] : words is Expression.And all ? all.Items : [words]);
            }
        }

        parts.AddRange(OfFilters(query.Filters));
        if (query.Near is { RadiusKm: { } radius } near)
        {
            parts.Add(In("LocationGeoPoint", new Expression.Near(near.Latitude, near.Longitude, radius)));
        }

        return parts.Count == 0 ? null : All(parts);
    }

    private static Expression? Of(QueryNode node, bool withSynonyms) => node switch
    {
        QueryNode.Word word => Word(word.Text, withSynonyms),
        QueryNode.Phrase phrase => new Expression.Phrase(phrase.Text),
        QueryNode.Study study => In("NCTIdSearch", new Expression.Phrase(study.Id.ToString())),
        QueryNode.Not not => Of(not.Item, withSynonyms) is { } item ? new Expression.Not(item) : null,
        QueryNode.AnyOf any => Expression.AnyOf([.. any.Items.Select(item => Of(item, withSynonyms)).OfType<Expression>()]),
        QueryNode.AllOf all => All(Runs(all.Items, withSynonyms)),
        _ => null,
    };

    // Neighbouring words are one term, so that a name of several words is found with its synonyms.
    private static List<Expression> Runs(ValueList<QueryNode> items, bool withSynonyms)
    {
        var parts = new List<Expression>();
        foreach (var item in items)
        {
            if (withSynonyms && item is QueryNode.Word word && parts is [.., Expression.Term before])
            {
                parts[^1] = new Expression.Term($"{before.Text} {word.Text}");
            }
            else if (Of(item, withSynonyms) is { } part)
            {
                parts.Add(part);
            }
        }

        return parts;
    }

    private static Expression Word(string text, bool withSynonyms) => withSynonyms ? new Expression.Term(text) : new Expression.Expanded(Expansion.Term, new Expression.Term(text));

    private static IEnumerable<Expression> OfFilters(StudyFilters filters)
    {
        (string Piece, ValueList<string> Values)[] lists =
            [("OverallStatus", filters.Statuses), ("Phase", filters.Phases), ("StudyType", filters.StudyTypes), ("StdAge", filters.AgeGroups), ("NCTIdSearch", filters.Ids.Select(id => id.ToString()).ToValueList())];
        foreach (var (piece, values) in lists.Where(list => !list.Values.IsEmpty))
        {
            yield return Values(piece, values);
        }

        if (filters.Sex is { } sex && sex != Sex.All)
        {
            yield return new Expression.Not(In("Sex", new Expression.Phrase(sex == Sex.Female ? "MALE" : "FEMALE")));
        }

        if (filters.AgeYears is { } years)
        {
            var age = string.Create(CultureInfo.InvariantCulture, $"{years} years");
            yield return OrMissing("MinimumAge", new Expression.Range(null, age));
            yield return OrMissing("MaximumAge", new Expression.Range(age, null));
        }

        if (filters.HealthyVolunteers is { } healthy)
        {
            yield return In("HealthyVolunteers", new Expression.Term(healthy ? "true" : "false"));
        }

        if (!filters.FunderClasses.IsEmpty)
        {
            yield return Expression.AnyOf([Values("LeadSponsorClass", filters.FunderClasses), Values("CollaboratorClass", filters.FunderClasses)]);
        }

        if (Place(filters) is { } place)
        {
            yield return new Expression.Scope(SearchScope.Location, place);
        }

        if (filters.HasResults is { } results)
        {
            yield return In("HasResults", new Expression.Term(results ? "true" : "false"));
        }

        foreach (var dates in Dates(filters))
        {
            yield return dates;
        }

        foreach (var criteria in filters.Criteria.AsEnumerable())
        {
            yield return Asked(criteria.Question);
        }

        if (!filters.ConditionBranches.IsEmpty)
        {
            yield return Expression.AnyOf([.. filters.ConditionBranches.SelectMany(heading => new[] { Whole("ConditionMeshTerm", heading), Whole("ConditionAncestorTerm", heading) })]);
        }
    }

    private static Expression Asked(CriteriaQuestion question)
    {
        var subject = new Expression.Phrase(question.Subject);
        return question.Wanted == CriteriaAnswer.Silent
            ? new Expression.Not(In(CriteriaArea.Of(null).Name, subject))
            : In(CriteriaArea.Of(question.Wanted).Name, subject);
    }

    private static Expression? Place(StudyFilters filters)
    {
        var parts = new List<Expression>();
        if (!filters.Countries.IsEmpty)
        {
            parts.Add(Expression.AnyOf([.. filters.Countries.Select(country => Whole("LocationCountry", country))]));
        }

        if (filters.Region is { } region)
        {
            parts.Add(Whole("LocationState", region));
        }

        if (filters.City is { } city)
        {
            parts.Add(Whole("LocationCity", city));
        }

        return parts.Count == 0 ? null : All(parts);
    }

    private static IEnumerable<Expression> Dates(StudyFilters filters)
    {
        static string? Year(int? year) => year?.ToString("0000", CultureInfo.InvariantCulture);
        static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        if (filters.StartFrom is not null || filters.StartTo is not null)
        {
            yield return In("StartDate", new Expression.Range(Year(filters.StartFrom), Year(filters.StartTo)));
        }

        if (!filters.StartYears.IsEmpty)
        {
            yield return In("StartDate", Expression.AnyOf([.. filters.StartYears.Select(year => new Expression.Range(Year(year), Year(year)))]));
        }

        if (filters.UpdatedSince is { } updated)
        {
            yield return In("LastUpdatePostDate", new Expression.Range(Day(updated), null));
        }

        if (filters.PostedSince is { } posted)
        {
            yield return In("StudyFirstPostDate", new Expression.Range(Day(posted), null));
        }
    }

    private static Expression.Area Values(string piece, ValueList<string> values) =>
        In(piece, Expression.AnyOf([.. values.Select(Expression (value) => value == FacetName.NotStated ? new Expression.Missing() : new Expression.Phrase(value))]));

    private static Expression.Area Whole(string piece, string value) => In(piece, new Expression.Covering(Coverage.FullMatch, new Expression.Expanded(Expansion.Term, new Expression.Phrase(value))));

    private static Expression.Area OrMissing(string piece, Expression.Range range) => In(piece, Expression.AnyOf([range, new Expression.Missing()]));

    private static Expression.Area In(string area, Expression item) => new(area, OfSize: false, item);

    private static Expression All(List<Expression> items) => items.Count == 1 ? items[0] : new Expression.And(items.ToValueList());
}
