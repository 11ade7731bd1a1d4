namespace Trialist.Registry.Import;

/// <summary>What an import takes from a file that may be hostile. The largest real study has 3.6 MB; the whole registry unpacks to 10 GB at about 4:1.</summary>
internal static class ImportLimits
{
    public const int MaxRecordBytes = 64 * 1024 * 1024;
    public const int MaxZipEntries = 2_000_000;          // the registry's download has 0.6 million
    public const int MaxCompressionLayers = 3;           // .json.gz inside a .zip.zst is three
    public const int MaxExpansion = 250;                 // times; studies reach 20 with zstd's best level
    public const long ExpansionGrace = 64L * 1024 * 1024; // a small repetitive file may expand more
    public const long MaxExpandedBytes = 200L * 1024 * 1024 * 1024;
    public const int MaxRejectsPerFile = 100_000;        // the list of rejects is kept in memory
}
