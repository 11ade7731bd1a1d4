namespace Trialist.Terminology;

/// <summary>Which table of the lexicon an entry comes from, and so what its words do in a criterion.</summary>
public enum EntryKind
{
    /// <summary>A laboratory value, vital sign, imaging or function value: a number with a unit.</summary>
    Analyte,

    /// <summary>A clinical score, grade or stage scale: a number without a unit.</summary>
    Score,

    /// <summary>A disease, finding, symptom or state.</summary>
    Condition,

    /// <summary>A drug, a class of drugs, radiation, a cell product or another treatment.</summary>
    Drug,

    /// <summary>An operation, examination, device or transplant.</summary>
    Procedure,

    /// <summary>A receptor, mutation, antigen, antibody or other marker.</summary>
    Biomarker,

    /// <summary>Something that people are allergic to.</summary>
    Allergen,

    /// <summary>Smoking, alcohol, drugs, exercise, diet and other behaviour.</summary>
    Behaviour,

    /// <summary>A natural language.</summary>
    Language,

    /// <summary>A word that narrows a concept: severity, status, route, result, role.</summary>
    Qualifier,

    /// <summary>A point of the study that time is counted from.</summary>
    Anchor,

    /// <summary>Words of the study itself: consent, pregnancy, contraception, participation, life expectancy, lines of treatment, healthy volunteers, judgement.</summary>
    Matter,

    /// <summary>Words that look like a term and are none, such as "ALL of the following"; they hide the term inside them.</summary>
    Idiom,
}
