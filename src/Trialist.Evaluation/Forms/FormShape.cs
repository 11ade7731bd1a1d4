using System.Globalization;

namespace Trialist.Evaluation.Forms;

/// <summary>The shape of a logical form. The mapping stands in docs/reference/logical-forms.md.</summary>
internal static class FormShape
{
    private static readonly Dictionary<string, string> Kinds = new(StringComparer.Ordinal)
    {
        ["cond"] = "finding", ["observ"] = "finding", ["contraind"] = "finding", ["risk"] = "finding", ["death"] = "finding", ["birth"] = "finding",
        ["drug"] = "treated", ["proc"] = "treated", ["immune"] = "treated",
        ["lab"] = "value", ["vital"] = "value", ["measurement"] = "value", ["clinical_score"] = "score", ["survey_or_questionnaire"] = "score",
        ["age"] = "age", ["adult"] = "age", ["child"] = "age", ["infant"] = "age", ["elderly"] = "age", ["male"] = "sex", ["female"] = "sex",
        ["lang"] = "language", ["allergy"] = "allergy", ["social_habit"] = "behaviour", ["study"] = "participation",
        ["inpatient"] = "other", ["outpatient"] = "other", ["enc"] = "other", ["ethnic"] = "other", ["parent"] = "other", ["mother"] = "other", ["father"] = "other", ["sibling"] = "other", ["insur"] = "other",
    };

    private static readonly Dictionary<string, string> Operators = new(StringComparer.Ordinal) { ["GT"] = ">", ["GTEQ"] = ">=", ["LT"] = "<", ["LTEQ"] = "<=", ["EQ"] = "=" };

    /// <summary>The shape of a chain of calls.</summary>
    public static CriterionShape Of(IReadOnlyList<FormCall> form)
    {
        var numbers = new List<string>();
        return CriterionShape.Of(Tree(form, numbers), numbers);
    }

    private static CriterionShape.Node? Tree(IReadOnlyList<FormCall> chain, List<string> numbers)
    {
        var facts = new List<CriterionShape.Node?>();
        var denied = false;
        foreach (var call in chain)
        {
            switch (call.Name)
            {
                case "or" or "union":
                    facts.Add(CriterionShape.Join("any", call.Chains.Select(part => Tree(part, numbers))));
                    break;
                case "intersect":
                    facts.Add(CriterionShape.Join("all", call.Chains.Select(part => Tree(part, numbers))));
                    break;
                case "neg":
                    denied = true;
                    break;
                case "num_filter":
                    call.Chains.ToList().ForEach(part => AddNumbers(part, numbers));
                    break;
                case "eq":
                    AddNumbers(chain, numbers);
                    break;
                default:
                    // What stands in other calls says when, with what, or the same again in other words.
                    if (Kinds.TryGetValue(call.Name, out var kind))
                    {
                        facts.Add(new CriterionShape.Node.Fact(kind));
                    }

                    break;
            }
        }

        var tree = CriterionShape.Join("any", facts);
        return denied && tree is not null ? CriterionShape.Join("not", [tree]) : tree;
    }

    // eq().op(GTEQ).val('18'), eq().op(BETWEEN).val('18').val('60')
    private static void AddNumbers(IReadOnlyList<FormCall> comparison, List<string> numbers)
    {
        var word = comparison.FirstOrDefault(call => call.Name == "op")?.Words is [var first, ..] ? first : null;
        var values = comparison.Where(call => call.Name == "val").SelectMany(call => call.Words).Select(Number).OfType<decimal>().ToList();
        switch (word, values)
        {
            case ("BETWEEN", [var low, var high]):
                numbers.Add(Say(">=", Math.Min(low, high)));
                numbers.Add(Say("<=", Math.Max(low, high)));
                break;
            case ({ } known, [var value]) when Operators.TryGetValue(known, out var sign):
                numbers.Add(Say(sign, value));
                break;
            case (null, [var value]):
                numbers.Add(Say("=", value));
                break;
        }
    }

    /// <summary>A bound as the shapes write it.</summary>
    public static string Say(string sign, decimal value) => sign + value.ToString("G29", CultureInfo.InvariantCulture);

    private static decimal? Number(string written) =>
        Criteria.NumberWords.Of(written.Replace(" ", "", StringComparison.Ordinal));
}
