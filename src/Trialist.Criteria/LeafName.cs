using System.Text;
using Trialist.Criteria.Vocabulary;

namespace Trialist.Criteria;

/// <summary>The name of a leaf, in the words of the text where it has its own, with the words that narrow it: "recurrent neuroblastoma", "chemotherapy for breast cancer".</summary>
public static partial class LeafName
{
    private static readonly string[] Following = ["for ", "of ", "who ", "require ", "warranting ", "necessitating ", "in ", "to ", "due to ", "because of ", "with ", "without ", "requiring ", "from ", "by ", "on ", "other than ", "caused by ", "after ", "against ", "involving ", "per ", "at ", "that ", "not ", "as ", "targeting ", "despite ", "during ", "causing ", "needing ", "affecting ", "resulting ", "leading ", "induced ", "under ", "through ", "originating ", "arising ", "which ", "attributable ", "(", "secondary to ", "consistent with ", "compatible with ", "suggestive ", "indicative of ", "associated ", "related to ", "greater than ", "larger than ", "more than ", "above ", "over ", "bigger than ", "alone"];

    /// <summary>As <see cref="Of(Predicate.Leaf)"/>, with a positive result said too: a marker that is asked for is asked for as present.</summary>
    internal static string InFull(Predicate.Leaf leaf) => Of(leaf, omitPositive: false);

    /// <summary>Narrowing words before the concept, the concept, narrowing phrases after it. How severe an allergy is says nothing of its allergen.</summary>
    public static string Of(Predicate.Leaf leaf)
    {
        var name = Of(OwnWords(WithoutDose(leaf)), omitPositive: leaf.Type is LeafType.Biomarker or LeafType.Condition);
        return name.EndsWith(Required, StringComparison.Ordinal) ? StandardWords.Default.Of(leaf.Type, name[..^Required.Length]) + Required : StandardWords.Default.Of(leaf.Type, name);
    }

    /// <summary>Behind the name of a treatment that is needed, and not said to be given.</summary>
    internal const string Required = " required";

    // "(≥ 500 µg a day)" behind a drug: how much of it is no part of its name. An example goes by its own name too; what its class is for, the name of the class says.
    private static Predicate.Leaf WithoutDose(Predicate.Leaf leaf) =>
        leaf.Type is LeafType.Treatment or LeafType.Procedure && leaf.Qualifiers.Any(SaysMore) ? leaf with { Qualifiers = leaf.Qualifiers.Where(one => !SaysMore(one)).ToValueList() } : leaf;

    private static bool SaysMore(Qualifier qualifier) => qualifier.Kind == QualifierKind.Purpose || IsDose(qualifier);

    // What narrows a class narrows its examples, and does not name them.
    private static Predicate.Leaf OwnWords(Predicate.Leaf leaf) =>
        leaf.Qualifiers.Any(one => one.OfClass) ? leaf with { Qualifiers = leaf.Qualifiers.Where(one => !one.OfClass).ToValueList() } : leaf;

    private static bool IsDose(Qualifier qualifier) => qualifier is { Kind: QualifierKind.Role, Value: ['(', ..] } && qualifier.Value.Any(char.IsDigit);

    private static string Of(Predicate.Leaf leaf, bool omitPositive)
    {
        var own = leaf.Wording ?? leaf.Concept.Name;
        own = omitPositive && leaf.Type == LeafType.Biomarker && own.EndsWith(" positive", StringComparison.Ordinal) ? own[..^" positive".Length] : own;
        if (leaf.Type == LeafType.Allergy && leaf.Qualifiers.Any(SaysHowSevere))
        {
            leaf = leaf with { Qualifiers = leaf.Qualifiers.Where(one => !SaysHowSevere(one)).ToValueList() };
        }

        if (leaf.Qualifiers.IsEmpty)
        {
            // "hypersensitivity to any of the excipients": of the drug that is studied.
            return leaf.Type == LeafType.Allergy && own is "excipient" or "component" or "ingredient" or "constituent" or "inactive ingredient" or "active ingredient" ? $"study drug {own}" : own;
        }

        if (own == "specific ige" && AntibodyTo(leaf) is { } allergen)
        {
            return $"{allergen} specific ige";
        }

        if (leaf.Type == LeafType.Treatment && own is "immunotherapy" or "allergen immunotherapy" && Allergen(leaf) is { } treated)
        {
            return treated == "food" ? "food immunotherapy" : $"{treated} allergen immunotherapy";
        }

        if (leaf.Type is LeafType.Allergy or LeafType.Biomarker && TurnedName(leaf.Type, own, leaf) is { } turned)
        {
            return turned;
        }

        if (leaf.Type == LeafType.Participation && own is "study" or "trial" or "clinical study" or "clinical trial" && Studied(leaf) is { } studied)
        {
            return $"{studied} {own}";
        }

        if (omitPositive && own == "childbearing potential" && leaf.Qualifiers is [{ Kind: QualifierKind.Subject, Value: "partner" }])
        {
            return "partner of childbearing potential";
        }

        var judged = JudgedPart(own);
        var name = new StringBuilder();
        foreach (var qualifier in leaf.Qualifiers)
        {
            if (IsFurther(qualifier))
            {
                name.Append(qualifier.Value).Append(' ');
            }
        }

        name.Append(own, 0, judged);
        own = own[judged..];
        foreach (var qualifier in leaf.Qualifiers)
        {
            if (!Follows(qualifier, leaf.Type) && !IsOfOther(qualifier) && !Silent(qualifier, omitPositive) && !IsFurther(qualifier) && !(omitPositive && TellsWhen(qualifier, leaf)))
            {
                name.Append(Said(qualifier)).Append(' ');
            }
        }

        name.Append(own);
        foreach (var qualifier in leaf.Qualifiers)
        {
            if (IsOfOther(qualifier))
            {
                name.Append(" of ").Append(qualifier.Value);
            }
        }

        foreach (var qualifier in leaf.Qualifiers)
        {
            if (Follows(qualifier, leaf.Type) && !Silent(qualifier, omitPositive))
            {
                name.Append(' ').Append(qualifier.Value);
            }
        }

        return name.ToString();
    }

    private static bool SaysHowSevere(Qualifier qualifier) => qualifier.Kind is QualifierKind.Severity or QualifierKind.Grade;

    // "other severe clinically significant disease": it stands before every other word.
    private static bool IsFurther(Qualifier qualifier) => qualifier.Value is "other" or "another";

    // "clinically significant" of "clinically significant uncontrolled disease", "other" of "other active malignancy": it stands before every other word.
    private static int JudgedPart(string own)
    {
        foreach (var adjective in Judged)
        {
            if (own.StartsWith(adjective, StringComparison.Ordinal))
            {
                return adjective.Length;
            }
        }

        return 0;
    }

    private static readonly string[] Judged = ["clinically significant ", "clinically relevant ", "clinically important ", "medically significant ", "significant ", "relevant ", "important ", "other "];

    // "stage iiib", "grade 3", "early stage": what the lexicon keeps as the bare value.
    private static string Said(Qualifier qualifier) => qualifier switch
    {
        { Kind: QualifierKind.Stage, Value: "early" or "limited" or "extensive" } => $"{qualifier.Value} stage",
        { Kind: QualifierKind.Stage } => $"stage {qualifier.Value.ToLowerInvariant()}",
        { Kind: QualifierKind.Grade, Value: [>= '0' and <= '9' or '<' or '>' or '=', ..] or ['i' or 'v' or 'I' or 'V', ..] and not "intermediate" and not "intermediate risk" } => $"grade {qualifier.Value.ToLowerInvariant()}",
        { Kind: QualifierKind.Grade, Value: "high" or "low" or "intermediate" } => $"{qualifier.Value} grade",
        { Kind: QualifierKind.Subject, Value: "family" } => "family history of",
        _ => qualifier.Value,
    };

    // "recent stroke", "active hepatitis B": since when, or that it is there now; of an infection that stays, the name says no more.
    private static bool TellsWhen(Qualifier qualifier, Predicate.Leaf leaf) =>
        qualifier.Kind == QualifierKind.Status && (qualifier.Value == "recent" || (qualifier.Value == "active" && leaf.Concept.Name is "hepatitis b" or "hepatitis c" or "hiv infection"));

    private static bool IsOfOther(Qualifier qualifier) => qualifier is { Kind: QualifierKind.Subject, Value: "partner" or "mother" or "father" };

    private static bool Silent(Qualifier qualifier, bool omitPositive) => qualifier.Kind == QualifierKind.Scale || (omitPositive && qualifier is { Kind: QualifierKind.Result, Value: "positive" });

    // "HER2 positive", "positive food challenge with cod"
    private static bool Follows(Qualifier qualifier, LeafType type) => (type != LeafType.Procedure && qualifier is { Kind: QualifierKind.Result, Value: "positive" or "negative" or "wild type" or "seropositive" }) || Array.Exists(Following, word => qualifier.Value.StartsWith(word, StringComparison.Ordinal));
}
