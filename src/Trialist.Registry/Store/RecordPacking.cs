using System.Buffers.Binary;
using System.Collections.Concurrent;
using ZstdSharp;
using ZstdSharp.Unsafe;

namespace Trialist.Registry.Store;

/// <summary>
/// Compresses raw records with zstd, with a dictionary that was trained on records of the same store: docs/adr/0005 has the reasons.
/// Every packed record names its dictionary, so that old records stay readable when a newer dictionary takes over. Thread-safe.
/// </summary>
/// <param name="find">Fetches a dictionary that the store keeps; null when it has none of this number.</param>
internal sealed class RecordPacking(Func<uint, byte[]?> find)
{
    /// <summary>Largest record that is unpacked; the import's limit for one record.</summary>
    public const int MaxUnpacked = 64 * 1024 * 1024;

    private const int DictionaryBytes = 112 * 1024; // zstd's own default; twice as much gains little
    private const int MaxSample = 16 * 1024;        // what records have in common stands in their first parts

    // Given at once, for zstd would train five times to find the length of segments: that holds up an import and gains little.
    private static readonly ZDICT_fastCover_params_t Training = new() { k = 1024, d = 8, f = 20, accel = 4, splitPoint = 1, steps = 1, nbThreads = 1, zParams = new() { compressionLevel = ZstdCodec.Level } };

    private readonly ConcurrentDictionary<uint, ZstdCodec> codecs = new();
    private volatile ZstdCodec current = new(null);

    /// <summary>Makes a dictionary from records.</summary>
    /// <param name="records">The records; each is asked for once, and only a part of it kept.</param>
    /// <returns>Null when the records are too few or too much alike for one.</returns>
    public static byte[]? Train(IEnumerable<byte[]> records)
    {
        var samples = records.Select(record => record.Length > MaxSample ? record[..MaxSample] : record).ToList();
        try
        {
            return DictBuilder.TrainFromBufferFastCover(samples, Training, DictionaryBytes).ToArray();
        }
        catch (ZstdException)
        {
            return null;
        }
    }

    /// <summary>The number that is written into everything packed with a dictionary. Layout: RFC 8878, section 5.</summary>
    public static uint NumberOf(ReadOnlySpan<byte> dictionary) => BinaryPrimitives.ReadUInt32LittleEndian(dictionary[sizeof(uint)..]);

    /// <summary>Packs from now on with this dictionary; null: with none.</summary>
    public void Use(byte[]? dictionary)
    {
        codecs.Clear();
        current = new ZstdCodec(dictionary);
        codecs[dictionary is null ? 0 : NumberOf(dictionary)] = current;
    }

    public byte[] Pack(ReadOnlySpan<byte> json) => current.Pack(json);

    /// <exception cref="TrialistException">The store lacks the dictionary: it is damaged.</exception>
    public byte[] Unpack(ReadOnlySpan<byte> packed)
    {
        var number = ZstdFrameHead.Dictionary(packed);
        if (!codecs.TryGetValue(number, out var codec))
        {
            var dictionary = number == 0 ? null : find(number) ?? throw new TrialistException($"The store lacks the dictionary {number} of one of its records: restore a backup with 'trialist restore FILE'.");
            codec = codecs.GetOrAdd(number, new ZstdCodec(dictionary));
        }

        return codec.Unpack(packed, MaxUnpacked);
    }
}
