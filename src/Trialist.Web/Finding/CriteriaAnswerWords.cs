using Trialist.Search.Eligibility;

namespace Trialist.Web.Finding;

/// <summary>What studies answer to a question about their criteria: the word that asks for it, and how a page says it.</summary>
internal static class CriteriaAnswerWords
{
    public static readonly (CriteriaAnswer Answer, string Word, string Label)[] All =
    [
        (CriteriaAnswer.Allowed, "allowed", "allow it"),
        (CriteriaAnswer.Required, "required", "ask for it"),
        (CriteriaAnswer.Excluded, "excluded", "keep such a person out"),
        (CriteriaAnswer.Unknown, "unknown", "cannot be told"),
        (CriteriaAnswer.Silent, "not mentioned", "do not speak of it"),
    ];
}
