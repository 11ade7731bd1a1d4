using Trialist.Search.Areas;
using Trialist.Search.Queries;

namespace Trialist.Search.Expressions.Running;

/// <summary>What stands in <c>SEARCH[Finder]</c>: texts as the finder's fields take them, and conditions that narrow as its filters do.</summary>
/// <param name="Texts">Words, each text in its area.</param>
/// <param name="UseSynonyms">False under <c>EXPANSION[Term]</c>: for the words as typed.</param>
/// <param name="Conditions">All else.</param>
internal sealed record FinderScope(ValueList<FinderText> Texts, bool UseSynonyms, ValueList<Expression> Conditions)
{
    /// <summary>Reads it.</summary>
    /// <param name="item">What stands in it.</param>
    /// <param name="area">Where words look that name no area.</param>
    /// <exception cref="ExpressionException">It sets an expansion that the finder does not have.</exception>
    public static FinderScope Of(Expression item, SearchArea area)
    {
        if (item is Expression.Expanded expanded)
        {
            return expanded.Expansion == Expansion.Term
                ? Of(expanded.Item, area) with { UseSynonyms = false }
                : throw new ExpressionException("SEARCH[Finder] takes EXPANSION[Term] only, for words without other names");
        }

        var own = new List<QueryNode>();
        var texts = new List<FinderText>();
        var place = 0; // of the text that names no area among those that do
        var conditions = new List<Expression>();
        foreach (var part in item is Expression.And all ? all.Items : [item])
        {
            if (part is Expression.Area { OfSize: false } named && SearchArea.Find(named.Name) is { } asked && NodeOf(named.Item) is { } text)
            {
                texts.Add(new FinderText(asked, text));
            }
            else if (NodeOf(part) is { } node)
            {
                place = own.Count == 0 ? texts.Count : place;
                own.AddRange(node.Parts());
            }
            else
            {
                conditions.Add(part);
            }
        }

        if (own.Count > 0)
        {
            texts.Insert(place, new FinderText(area, AllOf(own)));
        }

        return new FinderScope(texts.ToValueList(), UseSynonyms: true, conditions.ToValueList());
    }

    // Null for what is more than words.
    private static QueryNode? NodeOf(Expression expression)
    {
        switch (expression)
        {
            case Expression.Term term:
                return AllOf([.. term.Text.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(PlainQueryParser.WordOrStudy)]);
            case Expression.Phrase phrase:
                return new QueryNode.Phrase(phrase.Text);
            case Expression.Not not:
                return NodeOf(not.Item) is { } item ? new QueryNode.Not(item) : null;
            case Expression.And and:
                return NodesOf(and.Items) is { } all ? AllOf([.. all.SelectMany(node => node.Parts())]) : null;
            case Expression.Or or:
                return NodesOf(or.Items) is { } any ? new QueryNode.AnyOf(any.ToValueList()) : null;
            default:
                return null;
        }
    }

    private static List<QueryNode>? NodesOf(ValueList<Expression> items)
    {
        var nodes = items.Select(NodeOf).OfType<QueryNode>().ToList();
        return nodes.Count == items.Count ? nodes : null;
    }

    private static QueryNode AllOf(List<QueryNode> items) => items.Count == 1 ? items[0] : new QueryNode.AllOf(items.ToValueList());
}
