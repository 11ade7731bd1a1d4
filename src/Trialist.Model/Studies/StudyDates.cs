using Trialist.Model.Time;

namespace Trialist.Model.Studies;

/// <summary>The dates of a study, each as far as given.</summary>
public sealed record StudyDates
{
    /// <summary>First participant, or when it is expected.</summary>
    public PartialDate? Start { get; init; }

    /// <summary>True when <see cref="Start"/> is an estimate.</summary>
    public bool StartEstimated { get; init; }

    /// <summary>Last measurement of the primary outcome.</summary>
    public PartialDate? PrimaryCompletion { get; init; }

    /// <summary>True when <see cref="PrimaryCompletion"/> is an estimate.</summary>
    public bool PrimaryCompletionEstimated { get; init; }

    /// <summary>Last visit of the last participant.</summary>
    public PartialDate? Completion { get; init; }

    /// <summary>True when <see cref="Completion"/> is an estimate.</summary>
    public bool CompletionEstimated { get; init; }

    /// <summary>When the study first stood in the registry.</summary>
    public PartialDate? FirstPosted { get; init; }

    /// <summary>When results were first posted.</summary>
    public PartialDate? ResultsFirstPosted { get; init; }

    /// <summary>When the record was last changed in the registry.</summary>
    public PartialDate? LastUpdatePosted { get; init; }

    /// <summary>When the sponsor last confirmed the status.</summary>
    public PartialDate? StatusVerified { get; init; }
}
