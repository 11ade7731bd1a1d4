namespace Trialist.Terminology.Packs;

/// <summary>A public vocabulary that a user may install.</summary>
public enum VocabularyKind
{
    /// <summary>Medical Subject Headings of the US National Library of Medicine.</summary>
    Mesh,

    /// <summary>The Disease Ontology.</summary>
    Doid,

    /// <summary>NCI Thesaurus.</summary>
    Ncit,

    /// <summary>RxNorm, or the product list of Drugs@FDA: brand and ingredient names.</summary>
    RxNorm,
}
