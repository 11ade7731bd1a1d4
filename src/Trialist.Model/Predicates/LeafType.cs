namespace Trialist.Model.Predicates;

/// <summary>What kind of fact a leaf of a predicate asks about. The names are those of the criteria document, in camel case there.</summary>
public enum LeafType
{
    /// <summary>Age.</summary>
    Age,

    /// <summary>Sex.</summary>
    Sex,

    /// <summary>A laboratory value, vital sign, imaging or function value.</summary>
    Measurement,

    /// <summary>A clinical score or grade, such as ECOG.</summary>
    Score,

    /// <summary>A disease, finding or symptom.</summary>
    Condition,

    /// <summary>A drug, radiation, cell therapy or other treatment.</summary>
    Treatment,

    /// <summary>An operation, examination or other procedure.</summary>
    Procedure,

    /// <summary>A marker, receptor, mutation or serology without a number.</summary>
    Biomarker,

    /// <summary>An allergy, hypersensitivity or intolerance.</summary>
    Allergy,

    /// <summary>Pregnancy.</summary>
    Pregnancy,

    /// <summary>Breast-feeding.</summary>
    Lactation,

    /// <summary>Contraception, childbearing potential.</summary>
    Contraception,

    /// <summary>Informed consent and the ability to give it.</summary>
    Consent,

    /// <summary>Expected survival.</summary>
    LifeExpectancy,

    /// <summary>Number of prior lines of treatment.</summary>
    Lines,

    /// <summary>A number of events: relapses, exacerbations, falls.</summary>
    Count,

    /// <summary>Being a healthy volunteer.</summary>
    HealthyVolunteer,

    /// <summary>A language spoken or read.</summary>
    Language,

    /// <summary>Smoking, alcohol, drugs, exercise, diet.</summary>
    Behaviour,

    /// <summary>Taking part in other studies.</summary>
    Participation,

    /// <summary>A matter that only a person can judge.</summary>
    Judgement,

    /// <summary>Words that bear meaning and were not understood.</summary>
    Unread,
}
