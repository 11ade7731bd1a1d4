using System.Text.Json;

namespace Trialist.Fhir.Json;

/// <summary>Cuts a stream of JSON values (one bundle, NDJSON of bundles, NDJSON of resources) into entries without ever holding more than one of them.</summary>
internal sealed class EntryFeed
{
    private const int FirstBuffer = 128 * 1024;

    private static readonly JsonReaderOptions Options = new() { MaxDepth = FhirLimits.Depth, AllowMultipleValues = true };

    private readonly Stream? source;
    private byte[] buffer = [];
    private ReadOnlyMemory<byte> window;
    private bool ended;
    private long consumed;
    private JsonReaderState state = new(Options);
    private Place place = Place.Outside;
    private int entries;
    private int values;

    public EntryFeed(Stream source)
    {
        this.source = source;
        buffer = new byte[FirstBuffer];
        Refill();
        SkipByteOrderMark();
    }

    public EntryFeed(ReadOnlyMemory<byte> bytes)
    {
        window = bytes;
        ended = true;
        SkipByteOrderMark();
    }

    private enum Place
    {
        Outside,
        Bundle,
        Entries,
    }

    /// <summary>The bytes of the entry or resource met last; valid until the next call.</summary>
    public ReadOnlyMemory<byte> Current { get; private set; }

    public FeedItem Next()
    {
        while (true)
        {
            try
            {
                if (TryNext() is { } item)
                {
                    return item;
                }
            }
            catch (JsonException damage)
            {
                throw new FhirFormatException($"{Where()}: the JSON is damaged near byte {consumed + (damage.LineNumber is 0 or null ? damage.BytePositionInLine ?? 0 : 0):N0}, or nested deeper than {FhirLimits.Depth} levels.");
            }

            if (ended)
            {
                throw new FhirFormatException($"{Where()}: the file ends in the middle of a value.");
            }

            Refill();
        }
    }

    /// <summary>Null asks for more bytes.</summary>
    private FeedItem? TryNext()
    {
        while (true)
        {
            if (place != Place.Bundle)
            {
                SkipBetweenValues();
                if (window.IsEmpty)
                {
                    return ended && place == Place.Outside ? FeedItem.End : null;
                }

                if (place == Place.Outside)
                {
                    return AtValue();
                }

                if (window.Span[0] != (byte)']')
                {
                    return AtEntry();
                }
            }

            var reader = new Utf8JsonReader(window.Span, ended, state);
            if (!reader.Read())
            {
                return null;
            }

            switch (reader.TokenType)
            {
                case JsonTokenType.EndArray:
                    Commit(in reader);
                    place = Place.Bundle;
                    break;
                case JsonTokenType.EndObject:
                    Commit(in reader);
                    place = Place.Outside;
                    return FeedItem.BundleEnd;
                default:
                    if (!AtBundleProperty(ref reader))
                    {
                        return null;
                    }

                    break;
            }
        }
    }

    // White space, and the commas between entries.
    private void SkipBetweenValues()
    {
        var skipped = window.Span.IndexOfAnyExcept(place == Place.Entries ? " \t\r\n,"u8 : " \t\r\n"u8);
        skipped = skipped < 0 ? window.Length : skipped;
        consumed += skipped;
        window = window[skipped..];
    }

    private FeedItem? AtValue()
    {
        var reader = new Utf8JsonReader(window.Span, ended, new JsonReaderState(Options));
        if (!reader.Read())
        {
            return null;
        }

        if (reader.TokenType != JsonTokenType.StartObject)
        {
            throw new FhirFormatException($"{Where()}: expected a JSON object (a Bundle or a resource).");
        }

        var inside = reader;
        if (IsBundle(ref inside) is not { } bundle)
        {
            return null;
        }

        if (!bundle)
        {
            return Cut() ? FeedItem.Resource : null;
        }

        values++;
        Commit(in reader);
        place = Place.Bundle;
        entries = 0;
        return FeedItem.BundleStart;
    }

    // `resourceType` stands first in practice, but JSON does not promise it.
    private static bool? IsBundle(ref Utf8JsonReader reader)
    {
        while (reader.Read())
        {
            if (reader.TokenType == JsonTokenType.EndObject)
            {
                return false;
            }

            if (reader.ValueTextEquals("resourceType"u8))
            {
                return reader.Read() ? reader.TokenType == JsonTokenType.String && reader.ValueTextEquals("Bundle"u8) : null;
            }

            if (!reader.TrySkip())
            {
                return null;
            }
        }

        return null;
    }

    private bool AtBundleProperty(ref Utf8JsonReader reader)
    {
        if (!reader.ValueTextEquals("entry"u8))
        {
            if (!reader.TrySkip())
            {
                return false;
            }

            Commit(in reader);
            return true;
        }

        if (!reader.Read())
        {
            return false;
        }

        if (reader.TokenType != JsonTokenType.StartArray)
        {
            throw new FhirFormatException("Bundle.entry: expected an array.");
        }

        Commit(in reader);
        place = Place.Entries;
        return true;
    }

    private FeedItem? AtEntry()
    {
        if (window.Span[0] != (byte)'{')
        {
            throw new FhirFormatException($"Bundle.entry[{entries}]: expected an object.");
        }

        if (entries >= FhirLimits.EntriesPerBundle)
        {
            throw new FhirFormatException($"Bundle.entry: more than {FhirLimits.EntriesPerBundle:N0} entries.");
        }

        return Cut() ? FeedItem.Entry : null;
    }

    private bool Cut()
    {
        var length = JsonObjectCut.LengthOf(window.Span);
        if (length < 0)
        {
            return false;
        }

        if (length > FhirLimits.LargestEntry)
        {
            throw TooLarge();
        }

        Current = window[..length];
        consumed += length;
        window = window[length..];
        if (place == Place.Entries)
        {
            entries++;
        }
        else
        {
            values++;
        }

        return true;
    }

    /// <summary>The error for an entry whose inside is no JSON.</summary>
    public FhirFormatException Damaged() =>
        new($"{(place == Place.Entries ? $"Bundle.entry[{entries - 1}]" : $"Value {values}")}: the JSON is damaged, or nested deeper than {FhirLimits.Depth} levels.");

    private void Commit(in Utf8JsonReader reader)
    {
        state = reader.CurrentState;
        consumed += reader.BytesConsumed;
        window = window[(int)reader.BytesConsumed..];
    }

    private void Refill()
    {
        var kept = window.Length;
        if (kept > FhirLimits.LargestEntry)
        {
            throw TooLarge();
        }

        // A larger buffer only when more than half is still needed, so that a long value costs linear time.
        var target = kept > buffer.Length / 2 ? new byte[buffer.Length * 2] : buffer;
        window.Span.CopyTo(target);
        buffer = target;
        var read = source!.ReadAtLeast(buffer.AsSpan(kept), 1, throwOnEndOfStream: false);
        ended = read == 0;
        window = buffer.AsMemory(0, kept + read);
    }

    private void SkipByteOrderMark()
    {
        while (!ended && window.Length < 3)
        {
            Refill();
        }

        if (window.Span.StartsWith("\uFEFF"u8))
        {
            window = window[3..];
            consumed = 3;
        }
    }

    private FhirFormatException TooLarge() => new($"{Where()}: longer than {FhirLimits.LargestEntry / (1024 * 1024)} MiB.");

    private string Where() => place == Place.Entries ? $"Bundle.entry[{entries}]" : place == Place.Bundle ? "Bundle" : $"Value {values + 1}";
}
