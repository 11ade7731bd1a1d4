using Trialist.Registry.Readings;

namespace Trialist.Registry;

/// <content>Criteria documents: one for each version of a study and version of the reader.</content>
public partial interface IStudyStore
{
    /// <summary>The document of one version as JSON; empty for a study without criteria text, null when none is kept.</summary>
    ValueTask<ReadOnlyMemory<byte>?> FindCriteriaAsync(NctId id, int version, string engine, CancellationToken cancellation);

    /// <summary>The current version of every study, by id, with its document where one is kept.</summary>
    IAsyncEnumerable<StoredReading> ReadingsAsync(string engine, CancellationToken cancellation);

    /// <summary>The current version of every study that lacks a document.</summary>
    IAsyncEnumerable<StoredStudy> UnreadAsync(string engine, CancellationToken cancellation);

    /// <summary>How many studies lack a document.</summary>
    ValueTask<int> CountUnreadAsync(string engine, CancellationToken cancellation);

    /// <summary>Keeps documents, in one transaction; one that is kept already is replaced.</summary>
    ValueTask KeepCriteriaAsync(IReadOnlyList<KeptCriteria> batch, string engine, CancellationToken cancellation);

    /// <summary>What searching needs of every kept document of a current version.</summary>
    IAsyncEnumerable<(NctId Id, ReadOnlyMemory<byte> Terms)> CriteriaTermsAsync(string engine, CancellationToken cancellation);

    /// <summary>Changes whenever a document is kept or another version of a study is published.</summary>
    ValueTask<string> CriteriaStateAsync(string engine, CancellationToken cancellation);

    /// <summary>Lets go of the documents of all other versions of the reader.</summary>
    ValueTask ForgetCriteriaExceptAsync(string engine, CancellationToken cancellation);
}
