using System.Buffers;
using Trialist.Matching.Leaves;

namespace Trialist.Matching;

/// <summary>What an inclusion asks of one sex only: "men with a partner must …", "a negative test in women of childbearing potential". It does not shut the other sex out.</summary>
/// <remarks>
/// Where everything that is asked beside the sex is about having children, whoever is of the other sex meets it. Where more is asked and the record
/// says that all sexes may take part, nobody can say from the words whether the other sex is meant: it is not known. Otherwise the words stand as
/// they are: "women with breast cancer" asks for women.
/// </remarks>
internal static class SexConditions
{
    private static readonly SearchValues<string> AboutChildren = SearchValues.Create(
        ["childbearing", "child-bearing", "partner", "pregnan", "contracept", "vasectom", "hysterectom", "oophorectom", "menopaus", "sperm", "birth control", "steril", "breastfe", "breast-fe", "lactat", "intercourse", "condom"],
        StringComparison.OrdinalIgnoreCase);

    /// <summary>The criterion with what it asks of one sex made conditional on that sex.</summary>
    /// <param name="criterion">The criterion.</param>
    /// <param name="admitted">The sex that may take part by the record; null when it does not say.</param>
    public static Criterion Of(Criterion criterion, Sex? admitted)
    {
        if (criterion is not { Kind: CriterionKind.Inclusion, Predicate: { } predicate })
        {
            return criterion;
        }

        var conditional = Of(predicate, admitted);
        return ReferenceEquals(conditional, predicate) ? criterion : criterion with { Predicate = conditional };
    }

    private static Predicate Of(Predicate predicate, Sex? admitted) => predicate switch
    {
        Predicate.All all => OfAll(all, admitted),
        Predicate.Any any => any.Items.Any(item => !ReferenceEquals(Of(item, admitted), item)) ? any with { Items = any.Items.Select(item => Of(item, admitted)).ToValueList() } : any,
        Predicate.Leaf leaf => admitted == Sex.All && SexRule.IsOfWomen(leaf) && !SexRule.AsksForAbsence(leaf) ? Either(leaf, OfSex(Sex.Male, leaf.Span)) : leaf,
        Predicate.AtLeast or Predicate.Not or Predicate.Judgement or Predicate.Unread => predicate,
    };

    private static Predicate OfAll(Predicate.All all, Sex? admitted)
    {
        var sexes = all.Items.OfType<Predicate.Leaf>().Where(leaf => leaf.Type == LeafType.Sex && SexRule.Asked(leaf.Concept.Name) is Sex.Female or Sex.Male).ToList();
        if (all.Items.All(item => IsAboutChildren(item) || sexes.Contains(item)) && all.Items.Count > sexes.Count)
        {
            return sexes switch
            {
                [] when all.Items.OfType<Predicate.Leaf>().Any(SexRule.IsOfWomen) => Either(all, OfSex(Sex.Male, all.Span)),
                [var one] => Either(all, OfSex(SexRule.Asked(one.Concept.Name) == Sex.Female ? Sex.Male : Sex.Female, one.Span)),
                _ => all,
            };
        }

        if (admitted != Sex.All)
        {
            return all;
        }

        return all with
        {
            Items = all.Items.Select(item => sexes is [var only] && ReferenceEquals(item, only) ? Either(item, new Predicate.Judgement { Span = item.Span }) : Of(item, admitted)).ToValueList(),
        };
    }

    private static bool IsAboutChildren(Predicate predicate) => predicate switch
    {
        Predicate.Leaf leaf => leaf.Type is LeafType.Pregnancy or LeafType.Lactation or LeafType.Contraception || leaf.Concept.Name.AsSpan().ContainsAny(AboutChildren) ||
            leaf.Qualifiers.Any(one => one.Value.AsSpan().ContainsAny(AboutChildren)),
        Predicate.All all => all.Items.All(IsAboutChildren),
        Predicate.Any any => any.Items.All(IsAboutChildren),
        Predicate.AtLeast some => some.Items.All(IsAboutChildren),
        Predicate.Not not => IsAboutChildren(not.Item),
        Predicate.Judgement or Predicate.Unread => false,
    };

    private static Predicate.Any Either(Predicate left, Predicate right) => new([left, right]) { Span = left.Span };

    private static Predicate.Leaf OfSex(Sex sex, TextSpan span) => new(LeafType.Sex, new Concept(sex == Sex.Female ? "female" : "male")) { Span = span };
}
