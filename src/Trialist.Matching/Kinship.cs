namespace Trialist.Matching;

/// <summary>How a recorded concept stands to the concept that is asked for.</summary>
public enum Kinship
{
    /// <summary>They are not related, as far as the vocabulary knows.</summary>
    None,

    /// <summary>The same concept, by name, synonym or code.</summary>
    Same,

    /// <summary>What is recorded is a kind of what is asked: pneumonia for infection.</summary>
    Narrower,

    /// <summary>What is recorded is more general than what is asked: infection for pneumonia.</summary>
    Broader,
}
