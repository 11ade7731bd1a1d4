using System.Globalization;
using Trialist.Search.Areas;
using Trialist.Search.Eligibility;
using Trialist.Search.Facets;
using Trialist.Search.Filters;
using Trialist.Search.Queries;

namespace Trialist.Search.Expressions;

/// <summary>Says a search of the finder in the expression language: the expression finds the same studies, and in the same order where the finder's is that of relevance. Other orders have no words there.</summary>
public static class StudyQueryExpression
{
    /// <summary>The expression of a search; null for one that asks for nothing.</summary>
    /// <exception cref="QueryRefusedException">A text breaks a limit.</exception>
    public static Expression? Of(StudyQuery query)
    {
        var texts = FinderText.Of(query);
        var parts = new List<Expression>();
        var unnamed = texts.FirstOrDefault(text => text.Area == SearchArea.Basic);
        foreach (var text in texts)
        {
            var words = Of(text.Node);
            parts.AddRange(text != unnamed ? [In(text.Area.Name, words)] : words is Expression.And all ? all.Items : [words]);
        }

        // Beside numbers of studies only, the finder leaves its filters aside.
        if (!NamesStudiesOnly(texts))
        {
            parts.AddRange(OfFilters(query.Filters));
            if (query.Near is { RadiusKm: { } radius } near)
            {
                parts.Add(In("LocationGeoPoint", new Expression.Near(near.Latitude, near.Longitude, radius)));
            }
        }

        return parts.Count == 0 ? null : new Expression.Scope(SearchScope.Finder, query.UseSynonyms || texts.IsEmpty ? All(parts) : new Expression.Expanded(Expansion.Term, All(parts)));
    }

    private static bool NamesStudiesOnly(ValueList<FinderText> texts)
    {
        var items = texts.SelectMany(text => text.Node.Parts()).ToList();
        return items.Exists(item => item is QueryNode.Study) && items.TrueForAll(item => item switch
        {
            QueryNode.Study or QueryNode.Not => true,
            QueryNode.Word word => QueryWord.Of(word.Text).Count == 0, // signs only
            QueryNode.Phrase phrase => QueryWord.Of(phrase.Text).Count == 0,
            _ => false,
        });
    }

    private static Expression Of(QueryNode node) => node switch
    {
        QueryNode.Word word => new Expression.Term(word.Text),
        QueryNode.Study study => new Expression.Term(study.Id.ToString()),
        QueryNode.Phrase phrase => new Expression.Phrase(phrase.Text),
        QueryNode.Not not => new Expression.Not(Of(not.Item)),
        QueryNode.AnyOf any => Expression.AnyOf(any.Items.Select(Of)),
        QueryNode.AllOf all => All(Runs(all.Items)),
    };

    // Neighbouring words are one term.
    private static List<Expression> Runs(ValueList<QueryNode> items)
    {
        var parts = new List<Expression>();
        foreach (var item in items.Select(Of))
        {
            if (item is Expression.Term word && parts is [.., Expression.Term before])
            {
                parts[^1] = new Expression.Term($"{before.Text} {word.Text}");
            }
            else
            {
                parts.Add(item);
            }
        }

        return parts;
    }

    private static IEnumerable<Expression> OfFilters(StudyFilters filters)
    {
        (string Piece, ValueList<string> Values)[] lists =
            [("OverallStatus", filters.Statuses), ("Phase", filters.Phases), ("StudyType", filters.StudyTypes), (FinderArea.AgeGroup.Name, filters.AgeGroups), ("NCTId", filters.Ids.Select(id => id.ToString()).ToValueList())];
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
            yield return In(FinderArea.PersonAge.Name, new Expression.Term(years.ToString(CultureInfo.InvariantCulture)));
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

        if (filters.Inside is { } area)
        {
            yield return new Expression.Scope(SearchScope.Location, Place(new StudyFilters { Countries = [area.Country], Region = area.Region })!);
        }

        if (filters.HasResults is { } results)
        {
            var has = In("HasResults", new Expression.Term("true"));
            yield return results ? has : new Expression.Not(has);
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
            yield return Values(FinderArea.ConditionBranch.Name, filters.ConditionBranches);
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

    private static Expression.Area Whole(string piece, string value) => In(piece, new Expression.Covering(Coverage.FullMatch, new Expression.Expanded(Expansion.None, new Expression.Phrase(value))));

    private static Expression.Area In(string area, Expression item) => new(area, OfSize: false, item);

    private static Expression All(List<Expression> items) => items.Count == 1 ? items[0] : new Expression.And(items.ToValueList());
}
