using System.Globalization;
using Lucene.Net.Index;
using Lucene.Net.Search;
using Trialist.Search.Eligibility;
using Trialist.Search.Filters;
using Trialist.Search.Indexing;
using Trialist.Search.Pieces;
using Trialist.Search.Queries;
using Trialist.Search.Searching;

namespace Trialist.Search.Expressions.Running;

/// <summary>Turns an expression into a query of the index.</summary>
internal sealed partial class ExpressionCompiler(Snapshot snapshot, CriteriaTable? criteria, bool isStrict)
{
    private readonly TextQueries texts = new(snapshot.Synonyms, snapshot.Words, snapshot.NameScores);
    private int criteriaQuestions;
    private int lookups;

    /// <summary>The query of an expression that looks into an area where it says nothing else.</summary>
    /// <exception cref="ExpressionException">It names what is not there, or asks a piece for what it cannot answer.</exception>
    public Query Compile(Expression expression, string area) => Compile(expression, new Setting(Target.Named(area, ofSize: false)));

    /// <summary>The refusal of a text that is no value of any piece of the target.</summary>
    public static ExpressionException NoValue(Target target, string text) =>
        target.Pieces.First() is { Kind: PieceKind.Enum } piece
            ? ExpressionException.NoValue(
                $"Allowed values for enum field `{piece.Path}` are {string.Join(", ", EnumType.Named(piece.Type).Values.Select(value => $"`{value.Value}`"))}", text, EnumType.Named(piece.Type).Values.Select(value => value.Value))
            : new ExpressionException($"'{text}' is not a value of `{target.Name}`, which holds {ValueTokens.Kind(target.Pieces.First())}{(text is "DISTANCE" or "RANGE" ? $"; `{text}` takes square brackets" : "")}");

    private Query Compile(Expression expression, Setting setting) => Placed(expression, () => QueryOf(expression, setting));

    // The innermost part that is refused says where.
    private static Query Placed(Expression expression, Func<Query> compile)
    {
        try
        {
            return compile();
        }
        catch (ExpressionException refusal) when (refusal.Column is null && expression.At.Number is not null)
        {
            throw refusal.At(expression.At.Number.Value);
        }
    }

    private Query QueryOf(Expression expression, Setting setting) => expression switch
    {
        Expression.Term term => Text(term.Text, isPhrase: false, setting),
        Expression.Phrase phrase => Text(phrase.Text, isPhrase: true, setting),
        Expression.Range range => setting.Target.OfSize is null ? Range(range, setting.Target) : Sizes(setting.Target.OfSize, range.From, range.To),
        Expression.Near near => Any(setting.Target, piece => piece.Kind == PieceKind.Point, piece => TokenSet.Within(piece, near), "a distance"),
        Expression.Missing => Without(Held(setting.Target)),
        Expression.All => new MatchAllDocsQuery(),
        Expression.And and => Both(and, setting),
        Expression.Or or => Either(or, setting),
        Expression.Not not => Without(Compile(not.Item, setting)),
        Expression.Area area when CriteriaArea.Find(area.Name) is { } answers => Criteria(area.Item, answers),
        Expression.Area area when FinderArea.Find(area.Name) is { } filter => Finder(area.Item, filter),
        Expression.Area area => Compile(area.Item, setting with { Target = Target.Named(area.Name, area.OfSize) }),
        Expression.Scope { Of: SearchScope.Location } scope => new ConstantScoreQuery(new SiteFilter(SiteConditions.Of(scope.Item, setting))),
        Expression.Scope { Of: SearchScope.Finder } scope => Finder(scope.Item, setting),
        Expression.Scope scope => Compile(scope.Item, setting),
        Expression.Covering covering => Compile(covering.Item, setting with { Coverage = covering.Coverage }),
        Expression.Expanded expanded => Compile(expanded.Item, setting with { Expansion = expanded.Expansion }),
        Expression.Tilt tilt => new TiltedQuery(Compile(tilt.Item, setting), Ordered(tilt.Piece), snapshot),
    };

    private Query Both(Expression.And and, Setting setting) => Both(and, item => Compile(item, setting));

    private Query Both(Expression.And and, Func<Expression, Query> compile)
    {
        if (and.Items.All(item => item is Expression.Not))
        {
            return Without(Either([.. and.Items.OfType<Expression.Not>().Select(not => not.Item)], compile));
        }

        var query = new BooleanQuery(disableCoord: true);
        foreach (var item in and.Items)
        {
            if (item is Expression.Not not)
            {
                query.Add(compile(not.Item), Occur.MUST_NOT);
            }
            else
            {
                query.Add(compile(item), Occur.MUST);
            }
        }

        return query;
    }

    private BooleanQuery Either(Expression.Or or, Setting setting) => Either(or.Items, item => Compile(item, setting));

    private static BooleanQuery Either(ValueList<Expression> items, Func<Expression, Query> compile)
    {
        var query = new BooleanQuery(disableCoord: true);
        foreach (var item in items)
        {
            query.Add(compile(item), Occur.SHOULD);
        }

        return query;
    }

    private ConstantScoreQuery Without(Query query) => new(new ComplementFilter(query, snapshot.Searcher));

    private static BooleanQuery Held(Target target)
    {
        var query = new BooleanQuery(disableCoord: true);
        foreach (var name in target.Held)
        {
            query.Add(new TermQuery(new Term(StudyFields.Held, name)), Occur.SHOULD);
        }

        return query;
    }

    private Query Criteria(Expression asked, CriteriaArea area) => Placed(asked, () => asked switch
    {
        Expression.Term term => Criteria(term.Text, area),
        Expression.Phrase phrase => Criteria(phrase.Text, area),
        Expression.And and => Both(and, item => Criteria(item, area)),
        Expression.Or or => Either(or.Items, item => Criteria(item, area)),
        Expression.Not not => Without(Criteria(not.Item, area)),
        _ => throw new ExpressionException($"`{area.Name}` takes values and names, such as \"creatinine 2 mg/dL\" or \"asthma\", and AND, OR and NOT between them"),
    });

    private ConstantScoreQuery Criteria(string text, CriteriaArea area)
    {
        if (++criteriaQuestions > ExpressionLimits.MostCriteriaQuestions)
        {
            throw new ExpressionException($"an expression asks the criteria at most {ExpressionLimits.MostCriteriaQuestions} questions");
        }

        if (criteria is null)
        {
            throw new ExpressionException($"`{area.Name}` cannot be asked here: what the criteria say is not at hand");
        }

        var question = area.Ask(text);
        if (isStrict && !criteria.Knows(question.Concept))
        {
            throw new ExpressionException(criteria.Nearest(question.Concept) is { } nearest
                ? $"no criteria speak of `{question.Concept.Name}`: did you mean `{nearest}`?"
                : $"no criteria speak of `{question.Concept.Name}`, and the lexicon does not know it");
        }

        return new ConstantScoreQuery(new CriteriaAnswerFilter(snapshot, CriteriaFilter.Ask(criteria, question)));
    }

    private Query Text(string text, bool isPhrase, Setting setting)
    {
        if (setting.Target.OfSize is { } list)
        {
            return Sizes(list, text, text);
        }

        // A number of a study is one word of a wide area's combined field, and long lists of them are asked for.
        var isOneLookup = AreaQueries.IsCombined(setting.Target.Area) && NctId.TryParse(text, out _);
        CountLookups(isOneLookup ? 1 : TextQueries.Words(text).Count * setting.Target.Area.Parts.Count);
        var expansion = setting.ExpansionFor(isPhrase);
        var values = new List<Query>();
        var holdsText = false;
        foreach (var part in setting.Target.Area.Parts)
        {
            var piece = PieceTable.Find(part.Piece)!;
            holdsText |= piece.Kind is PieceKind.Text or PieceKind.Markup;
            if (ValueTokens.Of(piece, text) is { } tokens)
            {
                values.Add(QueryOf(tokens, part.Weight));
            }
        }

        return texts.Of(text, setting.Target.Area, expansion, setting.Coverage ?? Coverage.Contains, values) is { } found ? found
            : holdsText ? new BooleanQuery() // words of signs only: nothing holds them
            : throw NoValue(setting.Target, text);
    }

    private void CountLookups(int more)
    {
        lookups += more;
        if (lookups > ExpressionLimits.MostLookups)
        {
            throw new ExpressionException($"the expression is too broad: it would look words up in more than {ExpressionLimits.MostLookups:N0} fields; narrow it with AREA[] or fewer terms");
        }
    }

    private static Query QueryOf(TokenSet tokens, float weight) => tokens.From is { } only && only == tokens.To
        ? new TermQuery(new Term(tokens.Field, only)) { Boost = weight }
        : new ConstantScoreQuery(new TokenSetFilter(tokens)) { Boost = weight };

    private Query Range(Expression.Range range, Target target) => Any(target, piece => piece.IsOrdered, piece =>
        ValueTokens.Between(piece, range) is var tokens && isStrict && tokens.IsEmpty ? throw new ExpressionException($"`{range}` ends before it begins") : tokens, "a range");

    private static Query Any(Target target, Func<Piece, bool> fits, Func<Piece, TokenSet> tokens, string what)
    {
        var queries = target.Pieces.Where(fits).Select(piece => (Query)new ConstantScoreQuery(new TokenSetFilter(tokens(piece)))).ToList();
        return queries.Count > 0 ? AreaQueries.Best(queries) : throw new ExpressionException($"`{target.Name}` cannot be asked for {what}: it holds {ValueTokens.Kind(target.Pieces.First())}");
    }

    private static ConstantScoreQuery Sizes(Piece list, string? from, string? to)
    {
        int? Read(string? written) => written is null ? null
            : int.TryParse(written, NumberStyles.None, CultureInfo.InvariantCulture, out var size) ? size : throw new ExpressionException($"'{written}' is not the size of a list");
        var (least, most) = (Read(from) ?? 0, Read(to) ?? int.MaxValue);
        var prefix = list.Name + ":";
        return new ConstantScoreQuery(new TokenSetFilter(new TokenSet(StudyFields.Sizes, prefix, prefix + PieceValues.AfterAll, token =>
            int.TryParse(token.Bytes.AsSpan(token.Offset + prefix.Length, token.Length - prefix.Length), NumberStyles.None, CultureInfo.InvariantCulture, out var size) && size >= least && size <= most)));
    }

    private static Piece Ordered(string name) => PieceTable.Find(name) switch
    {
        null => throw ExpressionException.Unknown(name),
        { IsOrdered: true } piece => piece,
        var piece => throw new ExpressionException($"TILT needs dates or numbers, `{name}` holds {ValueTokens.Kind(piece)}"),
    };
}
