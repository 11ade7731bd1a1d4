using System.Text.Json;
using Trialist.Criteria;
using Trialist.Evaluation.Criteria;

namespace Trialist.Evaluation.Readings;

/// <summary>Flattens a predicate into the shape of the hand readings: connectives gone, negation and exceptions as marks, exempted cases left out.</summary>
internal static class FlatLeaves
{
    public static List<FlatLeaf> Of(Predicate? predicate)
    {
        var leaves = new List<FlatLeaf>();
        if (predicate is not null)
        {
            Add(AsCut.Of(predicate), negated: false, leaves);
        }

        // "as determined by the investigator", "significant" and "children" say who judges, how, and whom the study takes: they are leaves only where nothing else is.
        if (leaves.Exists(leaf => !NamesNoFact(leaf)))
        {
            leaves.RemoveAll(NamesNoFact);
        }

        return leaves;
    }

    /// <summary>True where a person judges something in it, named as a leaf or not.</summary>
    public static bool HoldsJudgement(Predicate predicate) => predicate switch
    {
        Predicate.Judgement => true,
        Predicate.All all => all.Items.Any(HoldsJudgement),
        Predicate.Any any => any.Items.Any(HoldsJudgement),
        Predicate.AtLeast some => some.Items.Any(HoldsJudgement),
        Predicate.Not not => HoldsJudgement(not.Item),
        Predicate.Leaf or Predicate.Unread => false,
    };

    private static bool NamesNoFact(FlatLeaf leaf) =>
        leaf is { Type: "age", Name: "child" or "adult", Min: null, Max: null } || (leaf.Type == "judgement" && IsAdjective(leaf.Name));

    // One word, or how relevant; also a judgement whose words were not kept.
    private static bool IsAdjective(string name) => name.IndexOf(' ', StringComparison.Ordinal) is var cut && (cut < 0 || (name.LastIndexOf(' ') == cut && name.StartsWith("clinical", StringComparison.Ordinal)));

    private const string Unnamed = "judgement";

    /// <summary>How the leaves join at the top, in the hand readings' words: "no A or B" denies all of them.</summary>
    public static string? LogicOf(Predicate? predicate) => predicate is null || Of(predicate).Count < 2 ? null : LogicOf(AsCut.Of(predicate), denied: false);

    private static string? LogicOf(Predicate predicate, bool denied) => predicate switch
    {
        _ when LeafCount(predicate) < 2 => null,
        Predicate.Not(var item) => LogicOf(item, !denied),
        Predicate.All(var items) when WithoutAdjective(items) is [var only] => LogicOf(only, denied),
        Predicate.All(var items) => items.Any(item => Joins(item, any: true, denied: false)) ? "mixed" : "all",
        Predicate.Any(var items) => items.Any(item => Joins(item, any: false, denied: false)) ? "mixed" : denied ? "all" : "any",
        Predicate.AtLeast or Predicate.Leaf or Predicate.Judgement or Predicate.Unread => "mixed",
    };

    private static int LeafCount(Predicate predicate)
    {
        var leaves = new List<FlatLeaf>();
        Add(predicate, negated: false, leaves);
        return leaves.Count;
    }

    // Whom a rule is asked of is named, not denied: "not a woman of childbearing potential, or uses contraception".
    private static bool Joins(Predicate predicate, bool any, bool denied) => predicate switch
    {
        Predicate.All(var items) when WithoutAdjective(items) is [var only] => Joins(only, any, denied),
        Predicate.All(var items) => any == denied || items.Any(item => Joins(item, any, denied)),
        Predicate.Any(var items) => any != denied || items.Any(item => Joins(item, any, denied)),
        Predicate.Not(var item) => Joins(item, any, item.Leaves().All(NamesGroup) ? denied : !denied),
        Predicate.AtLeast or Predicate.Leaf or Predicate.Judgement or Predicate.Unread => false,
    };

    private static void Add(Predicate predicate, bool negated, List<FlatLeaf> leaves)
    {
        switch (predicate)
        {
            case Predicate.All(var items): AddEach(WithoutAdjective(items), negated, leaves); break;
            case Predicate.Any(var items): AddChoices(items, negated, leaves); break;
            case Predicate.AtLeast(_, var items): AddEach(items, negated, leaves); break;
            case Predicate.Not(var item): Add(item, !negated, leaves); break;
            case Predicate.Leaf leaf:
                leaves.Add(new(JsonNamingPolicy.CamelCase.ConvertName(TypeOf(leaf).ToString()), LeafName.Of(leaf),
                    leaf.Bounds?.Min, leaf.Bounds?.Max, leaf.Bounds?.Unit, negated, leaf.Except is not null));
                break;
            case Predicate.Judgement judgement:
                // A judgement whose examples stand under it is one leaf, however often the tree names it.
                var judged = new FlatLeaf("judgement", judgement.Wording ?? Unnamed, null, null, null, negated, false);
                if (!leaves.Contains(judged))
                {
                    leaves.Add(judged);
                }

                break;
        }
    }

    // A named analyte without a number is a biomarker, with a number a measurement.
    private static LeafType TypeOf(Predicate.Leaf leaf) => leaf is { Type: LeafType.Measurement, Bounds: null } ? LeafType.Biomarker : leaf.Type;

    // "clinically significant hypoglycemia" is one leaf, which bears the adjective in its name; that it is judged, the reading tells.
    private static ValueList<Predicate> WithoutAdjective(ValueList<Predicate> items) =>
        items.Where((item, at) => item is not Predicate.Judgement { Wording: { } adjective } || at + 1 >= items.Count || !items[at + 1].Leaves().Any(leaf => LeafName.Of(leaf).Contains(adjective, StringComparison.Ordinal))).ToValueList();

    // "Women must use contraception" reads "not a woman, or uses contraception". The words do not deny that she is one: they say who is asked. A denial that is written has words of its own.
    private static void AddChoices(ValueList<Predicate> items, bool negated, List<FlatLeaf> leaves)
    {
        foreach (var item in items)
        {
            Add(item is Predicate.Not(var group) && items.Count > 1 && (item.Span == group.Span || group.Leaves().All(NamesGroup)) ? group : item, negated, leaves);
        }
    }

    private static bool NamesGroup(Predicate.Leaf leaf) =>
        leaf.Type is LeafType.Sex or LeafType.Age || leaf.Concept.Name is "childbearing potential" or "sexually active";

    private static void AddEach(ValueList<Predicate> items, bool negated, List<FlatLeaf> leaves)
    {
        foreach (var item in items)
        {
            Add(item, negated, leaves);
        }
    }
}
