namespace Trialist.Matching;

/// <summary>What the matcher has to know about words and units.</summary>
public interface IVocabulary
{
    /// <summary>How what is recorded stands to what is asked.</summary>
    Kinship Relate(Concept asked, Concept recorded);

    /// <summary>The keys under which the concept finds what it is related to, and is found.</summary>
    ConceptKeys KeysOf(Concept concept);

    /// <summary>The analytes of which an asked one is the common name, such as ALT and AST of transaminases; empty for most.</summary>
    IReadOnlyList<Concept> KindsOf(Concept analyte);

    /// <summary>The value in another unit of the same quantity of this analyte, exactly; null when there is no factor between the units.</summary>
    decimal? Convert(Concept analyte, decimal value, string from, string to);

    /// <summary>The lowest and the highest upper limit of normal that laboratories use for the analyte; null when not known.</summary>
    PlausibleLimit? UpperLimit(Concept analyte);

    /// <summary>The lowest and the highest lower limit of normal that laboratories use for the analyte; null when not known.</summary>
    PlausibleLimit? LowerLimit(Concept analyte);
}
