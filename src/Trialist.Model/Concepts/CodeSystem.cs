namespace Trialist.Model.Concepts;

/// <summary>The code systems that concepts are linked to.</summary>
public enum CodeSystem
{
    /// <summary>LOINC: observations.</summary>
    Loinc,

    /// <summary>SNOMED CT: codes only, its terms are never shipped.</summary>
    Snomed,

    /// <summary>RxNorm: drugs.</summary>
    RxNorm,

    /// <summary>ICD-10-CM: diagnoses.</summary>
    Icd10Cm,

    /// <summary>MeSH: descriptors and supplementary concepts.</summary>
    Mesh,

    /// <summary>Disease Ontology.</summary>
    Doid,

    /// <summary>NCI Thesaurus.</summary>
    Ncit,

    /// <summary>ATC: drug classes.</summary>
    Atc,

    /// <summary>HGNC: genes, by symbol.</summary>
    Hgnc,

    /// <summary>CVX: vaccines.</summary>
    Cvx,

    /// <summary>CPT or another procedure code that is only carried through.</summary>
    Other,
}
