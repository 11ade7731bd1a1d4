using Trialist.Registry.Reading;

namespace Trialist.Registry.Import;

/// <summary>What reading a raw record came to.</summary>
internal abstract record ReadRecord
{
    private ReadRecord() { }

    /// <summary>A study, ready for the store, and what is odd about it.</summary>
    public sealed record Good(IncomingStudy Incoming, RecordPlace Place, ValueList<FieldWarning> Warnings) : ReadRecord;

    /// <summary>No study.</summary>
    public sealed record Bad(ImportReject Reject) : ReadRecord;

    /// <summary>A file beside the studies, such as a note in an archive.</summary>
    public sealed record PassedOver(string Name) : ReadRecord;
}
