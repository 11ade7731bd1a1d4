using Trialist.Search.Eligibility;
using Trialist.Search.Queries;

namespace Trialist.Search.Expressions;

/// <summary>
/// An area that the registry's own language does not have: <c>AREA[CriteriaExcluded]"prior CAR-T"</c> finds the studies whose criteria,
/// as they were read, give this answer to the question in the text.
/// </summary>
/// <param name="Name">The name in an expression.</param>
/// <param name="Wanted">The answer that a study must give; null for any but silence.</param>
/// <param name="Meaning">In a few words, for lists of areas.</param>
public sealed record CriteriaArea(string Name, CriteriaAnswer? Wanted, string Meaning)
{
    /// <summary>The areas, in the order in which they are listed.</summary>
    public static ValueList<CriteriaArea> All { get; } =
    [
        new("CriteriaAllowed", CriteriaAnswer.Allowed, "criteria speak of it and let it in"),
        new("CriteriaExcluded", CriteriaAnswer.Excluded, "it alone keeps a person out"),
        new("CriteriaRequired", CriteriaAnswer.Required, "whoever lacks it is kept out"),
        new("CriteriaUnknown", CriteriaAnswer.Unknown, "criteria speak of it, and it cannot be told"),
        new("CriteriaMentioned", null, "criteria speak of it, whatever they say"),
    ];

    /// <summary>The area with the name; null when there is none.</summary>
    public static CriteriaArea? Find(string name)
    {
        foreach (var area in All)
        {
            if (area.Name.Equals(name, StringComparison.OrdinalIgnoreCase))
            {
                return area;
            }
        }

        return null;
    }

    /// <summary>The area of an answer; null stands for any but silence.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Silence has no area: it is the lack of a mention.</exception>
    public static CriteriaArea Of(CriteriaAnswer? wanted)
    {
        foreach (var area in All)
        {
            if (area.Wanted == wanted)
            {
                return area;
            }
        }

        throw new ArgumentOutOfRangeException(nameof(wanted), wanted, "No area stands for silence.");
    }

    /// <summary>True when the text of an expression may name one of these areas.</summary>
    public static bool MayBeIn(string text)
    {
        foreach (var area in All)
        {
            if (text.Contains(area.Name, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>True when an expression looks into one of these areas, so that it can only run with what the criteria say.</summary>
    public static bool IsIn(Expression expression) => expression.WithParts().Any(part => part is Expression.Area area && Find(area.Name) is not null);

    /// <summary>The question that the text asks in this area.</summary>
    /// <exception cref="ExpressionException">It is no question, or names an answer of its own.</exception>
    public CriteriaQuestion Ask(string text)
    {
        try
        {
            return CriteriaQuestionParser.Parse(text) is [var question] && question.Subject == question.Asked
                ? question with { Wanted = Wanted }
                : throw new ExpressionException($"`{Name}` takes one value or one name, such as \"creatinine 2 mg/dL\" or \"asthma\"; the answer is said by the area");
        }
        catch (QueryRefusedException refusal)
        {
            throw new ExpressionException(refusal.Message);
        }
    }
}
