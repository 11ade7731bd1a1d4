using Trialist.Fhir.Resources;

namespace Trialist.Fhir.People;

/// <content>What mCODE says through observations: stage groups and genetic variants.</content>
internal sealed partial class FactMaker
{
    // LOINC: stage group clinical, pathologic, other; T, N, M clinical and pathologic.
    private static readonly string[] StageCodes =
        ["21908-9", "21902-2", "21914-7", "21905-5", "21906-3", "21907-1", "21899-0", "21900-6", "21901-4"];

    private const string GeneticVariant = "69548-6";
    private const string GeneStudied = "48018-6";
    private const string AminoAcidChange = "48005-3";

    private static Qualifier? StageOf(ResourceFields fields, FhirConcept code, ObservedValue observed) =>
        observed.Concept is { } value && (IsStage(code) || fields.HasProfile("stage-group")) ? CancerStage.Of(value) : null;

    /// <summary>The stage group that an observation gives to the conditions in its focus; null when it is none.</summary>
    public static Qualifier? StageGroupOf(ResourceFields fields) =>
        fields.Type == "Observation" && fields.Code is { } code && fields.Status is not ("entered-in-error" or "cancelled" or "registered")
            && (code.Has(CodeSystem.Loinc, "21908-9") || code.Has(CodeSystem.Loinc, "21902-2") || code.Has(CodeSystem.Loinc, "21914-7") || fields.HasProfile("stage-group"))
            && fields.Value.Concept is { } value
            ? CancerStage.Of(value)
            : null;

    private static bool IsStage(FhirConcept code) => Array.Exists(StageCodes, stage => code.Has(CodeSystem.Loinc, stage));

    private static bool IsVariant(ResourceFields fields) =>
        (fields.Code?.Has(CodeSystem.Loinc, GeneticVariant) ?? false) || fields.HasProfile("genetic-variant") || fields.HasProfile("genomic-variant");

    // One fact named after the gene, and one named after the change where the report gives it: "braf" and "braf v600e".
    private void MakeVariant(ResourceFields fields, FactSink sink)
    {
        var gene = ComponentConcept(fields, GeneStudied);
        var name = gene is null ? null : Symbol(gene);
        if (name is null)
        {
            sink.Remark(fields.Where, "component", "a variant without the gene studied; left out.");
            return;
        }

        var presence = AnswerOf(fields.Value)?.Presence ?? Presence.Uncertain;
        var term = terms.OfMarker(name, [new Code(CodeSystem.Hgnc, name.ToUpperInvariant())]);
        var fact = new Fact(LeafType.Biomarker, term, fields.Where)
        {
            Presence = presence,
            Date = fields.When?.Start ?? fields.Recorded,
            Qualifiers = presence == Presence.Present ? [new Qualifier(QualifierKind.Result, "mutated")] : [],
        };
        sink.Add(fact);
        if (ComponentConcept(fields, AminoAcidChange)?.Words is { } change && AminoAcid.Short(change) is { } shortForm)
        {
            sink.Add(fact with { Concept = terms.OfMarker($"{name} {shortForm}", []) });
        }
    }

    private static FhirConcept? ComponentConcept(ResourceFields fields, string loinc) =>
        fields.Components.Find(component => component.Code?.Has(CodeSystem.Loinc, loinc) ?? false)?.Concept;

    private static string? Symbol(FhirConcept gene)
    {
        foreach (var coding in gene.Codings)
        {
            if (coding.Display is { Length: > 0 } display)
            {
                return display.Trim().ToLowerInvariant();
            }
        }

        return gene.Text?.Trim().ToLowerInvariant();
    }
}
