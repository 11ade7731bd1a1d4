using CsCheck;
using Trialist.Search.Expressions;

namespace Trialist.Search.Tests.Expressions;

/// <summary>Random expressions that ask each piece for what it can answer.</summary>
internal static class GeneratedExpressions
{
    private static readonly Gen<string[]> Words = Gen.OneOf(GeneratedRecords.Words).Array[1, 3];

    private static readonly Gen<Expression> Text = Gen.Select(Words, Gen.OneOf(GeneratedRecords.Joints), Gen.Bool, (words, joint, quoted) => quoted ? (Expression)new Expression.Phrase(string.Join(joint, words)) : new Expression.Term(string.Join(joint.Replace("  ", " ", StringComparison.Ordinal), words)));

    private static readonly Gen<Expression> Expanded = Gen.OneOf(
        Text,
        Gen.Select(Gen.OneOf(Enum.GetValues<Expansion>()), Text, (expansion, text) => (Expression)new Expression.Expanded(expansion, text)),
        Gen.Select(Gen.OneOf(Enum.GetValues<Coverage>()), Text, (coverage, text) => (Expression)new Expression.Covering(coverage, text)),
        Gen.Select(Gen.OneOf(Enum.GetValues<Coverage>()), Gen.OneOf(Expansion.None, Expansion.Term, Expansion.Concept), Text, (coverage, expansion, text) => (Expression)new Expression.Covering(coverage, new Expression.Expanded(expansion, text))));

    private static readonly Gen<Expression> OfStudy = Gen.OneOf(
        Gen.Select(Gen.OneOf("BriefTitle", "Condition", "Keyword", "ConditionSearch", "TitleSearch", "LocationCity", "LocationSearch", "LocationFacility"), Expanded, In),
        Gen.Select(Gen.OneOf("BriefTitle", "Condition", "StartDate", "Phase", "MinimumAge", "LocationState", "Location", "ConditionsModule", "DesignModule", "ConditionSearch"), name => In(name, new Expression.Missing())),
        Gen.Select(Gen.OneOf(GeneratedRecords.Phases), phase => In("Phase", new Expression.Term(phase))),
        Gen.Select(Gen.OneOf(GeneratedRecords.Statuses), status => In("OverallStatus", new Expression.Phrase(status))),
        Gen.Select(Gen.OneOf("true", "false"), flag => In("HealthyVolunteers", new Expression.Term(flag))),
        Gen.Select(Gen.OneOf(GeneratedRecords.Dates), date => In("StartDate", new Expression.Term(date))),
        Between("StartDate", Gen.OneOf(GeneratedRecords.Dates)),
        Between("MinimumAge", Gen.OneOf(GeneratedRecords.Ages)),
        Between("EnrollmentCount", Gen.OneOf("0", "1", "2", "3")),
        Gen.Select(Gen.OneOf("0", "1", "2"), count => In("EnrollmentCount", new Expression.Term(count))),
        Gen.Select(Gen.OneOf("Phase", "Condition", "Location"), Gen.OneOf("1", "2", "3"), (list, size) => (Expression)new Expression.Area(list, OfSize: true, new Expression.Term(size))),
        Gen.Select(Gen.OneOf("Phase", "Condition"), Gen.OneOf("1", "2"), (list, size) => (Expression)new Expression.Area(list, OfSize: true, new Expression.Range(size, null))),
        Points(),
        Gen.Const((Expression)new Expression.All()));

    private static readonly Gen<Expression> OfSite = Gen.OneOf(
        Gen.Select(Gen.OneOf("LocationCity", "LocationState", "LocationFacility", "LocationSearch"), Expanded, In),
        Gen.Select(Gen.OneOf("LocationCity", "LocationState", "LocationFacility", "LocationStatus", "LocationGeoPoint"), name => In(name, new Expression.Missing())),
        Gen.Select(Gen.OneOf(GeneratedRecords.Statuses), status => In("LocationStatus", new Expression.Term(status))),
        Points(),
        Gen.Const((Expression)new Expression.All()));

    /// <summary>Whole expressions.</summary>
    public static readonly Gen<Expression> All = Tree(Gen.OneOf(OfStudy, OfStudy, Tree(OfSite, 2).Select(item => (Expression)new Expression.Scope(SearchScope.Location, item))), 3);

    private static Gen<Expression> Tree(Gen<Expression> leaf, int depth) => depth == 0 ? leaf : Gen.OneOf(
        leaf,
        Tree(leaf, depth - 1).Array[2, 3].Select(items => (Expression)new Expression.And(items.ToValueList())),
        Tree(leaf, depth - 1).Array[2, 3].Select(items => (Expression)new Expression.Or(items.ToValueList())),
        Tree(leaf, depth - 1).Select(item => (Expression)new Expression.Not(item)));

    private static Gen<Expression> Between(string piece, Gen<string> value) => Gen.Select(value, value, Gen.Int[0, 3], (from, to, open) => In(piece, new Expression.Range((open & 1) == 0 ? from : null, (open & 2) == 0 ? to : null)));

    private static Gen<Expression> Points() => Gen.Select(Gen.OneOf((42.35, -71.05), (48.0, 11.0), (0.0, 0.0)), Gen.OneOf(10.0, 100, 5000), (point, km) => In("LocationGeoPoint", new Expression.Near(point.Item1, point.Item2, km)));

    private static Expression In(string name, Expression item) => new Expression.Area(name, OfSize: false, item);
}
