namespace Trialist.Registry.Import;

/// <summary>How far an import is.</summary>
/// <param name="Records">Records done.</param>
/// <param name="Rejected">Of these, rejected.</param>
/// <param name="BytesRead">Bytes of the source files read.</param>
/// <param name="BytesTotal">Bytes of all source files.</param>
public readonly record struct ImportProgress(long Records, long Rejected, long BytesRead, long BytesTotal);
