namespace Trialist.Model.Predicates;

/// <summary>What a qualifier says about the concept of its leaf.</summary>
public enum QualifierKind
{
    /// <summary>Active, uncontrolled, stable, refractory, relapsed, metastatic, in remission …</summary>
    Status,

    /// <summary>Mild, moderate, severe.</summary>
    Severity,

    /// <summary>A stage of disease.</summary>
    Stage,

    /// <summary>A grade on a named scale.</summary>
    Grade,

    /// <summary>The score in whose classes the bounds of a disease are given: <c>nyha</c> of "heart failure, NYHA class III". <see cref="GradedDisease"/> takes the two apart.</summary>
    Scale,

    /// <summary>Body site.</summary>
    Site,

    /// <summary>Route of a drug: systemic, inhaled, topical …</summary>
    Route,

    /// <summary>Result of a test or marker: positive, negative, mutated, wild type …</summary>
    Result,

    /// <summary>Method or specimen: by flow cytometry, in bone marrow …</summary>
    Method,

    /// <summary>Role of a treatment: adjuvant, first-line, maintenance …</summary>
    Role,

    /// <summary>What a treatment is for, where the words say so of the class that it is an example of: "therapy for psoriasis, such as methotrexate".</summary>
    Purpose,

    /// <summary>Whose fact it is when not the person's: mother, father, sibling …</summary>
    Subject,
}
