using Trialist.Search.Areas;
using Trialist.Search.Pieces;
using Trialist.Search.Queries;

namespace Trialist.Search.Expressions.Running;

/// <summary>Turns what stands under SEARCH[Location] into a condition on one site. Other names are not looked for: the pieces of sites have none.</summary>
internal static class SiteConditions
{
    private static readonly Target Address = Target.Named("LocationSearch", ofSize: false);

    /// <param name="expression">What must hold at one site.</param>
    /// <param name="setting">What is set around it; the area of the study as a whole gives way to the address.</param>
    /// <exception cref="ExpressionException">It asks for what no site has.</exception>
    public static SiteCondition Of(Expression expression, Setting setting) =>
        Compile(expression, setting with { Target = setting.Target == Target.Basic ? Address : setting.Target.AtOneSite() });

    // The innermost part that is refused says where.
    private static SiteCondition Compile(Expression expression, Setting setting)
    {
        try
        {
            return ConditionOf(expression, setting);
        }
        catch (ExpressionException refusal) when (refusal.Column is null && expression.At.Number is not null)
        {
            throw refusal.At(expression.At.Number.Value);
        }
    }

    private static SiteCondition ConditionOf(Expression expression, Setting setting) => expression switch
    {
        Expression.And and => new SiteCondition.And(and.Items.Select(item => Compile(item, setting)).ToValueList()),
        Expression.Or or => new SiteCondition.Or(or.Items.Select(item => Compile(item, setting)).ToValueList()),
        Expression.Not not => new SiteCondition.Not(Compile(not.Item, setting)),
        Expression.Area area when CriteriaArea.Find(area.Name) is { } criteria => throw new ExpressionException($"`{criteria.Name}` is no part of Location"),
        Expression.Area area when FinderArea.Find(area.Name) is { } filter => throw new ExpressionException($"`{filter.Name}` is no part of Location"),
        Expression.Area area => Compile(area.Item, setting with { Target = Target.Named(area.Name, area.OfSize).AtOneSite() }),
        Expression.Scope { Of: SearchScope.Location } scope => Compile(scope.Item, setting),
        Expression.Scope scope => throw new ExpressionException($"SEARCH[{scope.Of}] cannot stand inside SEARCH[Location]"),
        Expression.Covering covering => Compile(covering.Item, setting with { Coverage = covering.Coverage }),
        Expression.Expanded expanded => Compile(expanded.Item, setting with { Expansion = expanded.Expansion }),
        Expression.Tilt tilt => Compile(tilt.Item, setting),
        Expression.All => new SiteCondition.Every(),
        Expression.Missing => new SiteCondition.Not(new SiteCondition.Or(setting.Target.Pieces.Select(piece => (SiteCondition)new SiteCondition.Values(new TokenSet(piece.Name, null, null))).ToValueList())),
        Expression.Range range => Any(setting.Target.Pieces.Where(piece => piece.IsOrdered).Select(piece => new SiteCondition.Values(ValueTokens.Between(piece, range))), setting, "a range"),
        Expression.Near near => Any(setting.Target.Pieces.Where(piece => piece.Kind == PieceKind.Point).Select(piece => new SiteCondition.Values(TokenSet.Within(piece, near))), setting, "a distance"),
        Expression.Term term => Text(term.Text, isPhrase: false, setting),
        Expression.Phrase phrase => Text(phrase.Text, isPhrase: true, setting),
    };

    private static SiteCondition.Or Any(IEnumerable<SiteCondition> conditions, Setting setting, string what) =>
        conditions.ToValueList() is { IsEmpty: false } some ? new SiteCondition.Or(some) : throw new ExpressionException($"`{setting.Target.Name}` cannot be asked for {what}");

    private static SiteCondition.Or Text(string text, bool isPhrase, Setting setting)
    {
        var expansion = setting.ExpansionFor(isPhrase);
        var alternatives = new List<SiteCondition>();
        var texts = setting.Target.Area.Parts.Where(part => PieceTable.Find(part.Piece)!.Kind is PieceKind.Text or PieceKind.Markup).ToList();
        var words = expansion >= Expansion.Relaxation && texts.Count > 0 ? TextQueries.Words(text).Select(word => Word(word, texts)).ToValueList<SiteCondition>() : [];
        if (!words.IsEmpty)
        {
            // Wherever the words stand at the site: the phrase is found with them.
            alternatives.Add(expansion == Expansion.Lossy ? new SiteCondition.Or(words) : new SiteCondition.And(words));
        }
        else
        {
            alternatives.AddRange(PhraseTerms.Of(text, expansion == Expansion.None, setting.Coverage ?? Coverage.Contains).SelectMany(phrase => texts.Select(part => new SiteCondition.Words(part.Piece, phrase))));
        }


        var values = setting.Target.Pieces.Select(piece => (Piece: piece, Tokens: ValueTokens.Of(piece, text))).Where(value => value.Tokens is not null).ToList();
        if (values.Count == 0 && texts.Count == 0)
        {
            throw ExpressionCompiler.NoValue(setting.Target, text);
        }

        alternatives.AddRange(values.Select(value => new SiteCondition.Values(value.Tokens!)));
        return new SiteCondition.Or(alternatives.ToValueList());
    }

    private static SiteCondition.Or Word(QueryWord word, List<AreaPart> texts) => new(
        texts.SelectMany(part => (word.Joined is null ? new[] { PhraseTerms.Of(word.Parts) } : [PhraseTerms.Of(word.Parts), PhraseTerms.Of([word.Joined])])
            .Select(phrase => (SiteCondition)new SiteCondition.Words(part.Piece, phrase))).ToValueList());
}
