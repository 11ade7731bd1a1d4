namespace Trialist.Evaluation.Criteria;

/// <summary>What kinds of mention a leaf is in the terms of the annotated corpora, which know four: Condition, Drug, Procedure, Measurement.</summary>
internal static class CorpusEntity
{
    // Annotators take a drug by its name for a drug, and a course of treatment for a procedure.
    private static readonly HashSet<string> Courses = new(StringComparer.Ordinal)
    {
        "therapy", "therapies", "treatment", "treatments", "radiotherapy", "radiation", "irradiation", "chemotherapy", "immunotherapy", "radiochemotherapy", "chemoradiation", "chemoradiotherapy", "brachytherapy", "phototherapy", "psychotherapy", "physiotherapy",
        "vaccination", "vaccinations", "immunization", "immunizations", "transfusion", "transfusions", "anesthesia", "anaesthesia", "sedation", "dialysis", "hemodialysis", "haemodialysis", "regimen", "regimens", "treated", "infusion", "infusions", "rehabilitation", "counseling", "acupuncture",
    };

    // What an allergy leaf begins with when its words name the allergy and not only the substance.
    private static readonly string[] AllergyWords = ["allerg", "hypersens", "intoleran", "sensitiv", "anaphyla", "reaction", "idiosyncr"];

    /// <summary>The kinds of mention.</summary>
    /// <param name="leaf">A leaf of a criterion.</param>
    /// <param name="words">Its words.</param>
    public static IEnumerable<string> TypesOf(Predicate.Leaf leaf, string words) => leaf.Type switch
    {
        LeafType.Condition or LeafType.Lactation or LeafType.HealthyVolunteer => ["Condition"],
        LeafType.Pregnancy => [leaf.Concept.Name.Contains("test", StringComparison.Ordinal) ? "Measurement" : "Condition"],
        LeafType.Contraception => [leaf.Concept.Name.Contains("potential", StringComparison.Ordinal) ? "Condition" : "Procedure"],
        LeafType.Behaviour when leaf.Concept.Name.Contains("smoking", StringComparison.Ordinal) => ["Condition"],
        LeafType.Treatment => [Courses.Contains(LastWord(leaf.Wording ?? leaf.Concept.Name)) ? "Procedure" : "Drug"],
        LeafType.Allergy when Array.Exists(AllergyWords, word => words.Contains(word, StringComparison.OrdinalIgnoreCase)) => ["Drug", "Condition"],
        LeafType.Allergy => ["Drug"],
        LeafType.Procedure => ["Procedure"],
        LeafType.Measurement or LeafType.Score or LeafType.Biomarker => ["Measurement"],
        _ => [],
    };

    private static string LastWord(string name) => name[(name.LastIndexOf(' ') + 1)..];
}
