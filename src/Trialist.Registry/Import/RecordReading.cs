using System.Runtime.InteropServices;
using System.Text.Json;
using Trialist.Registry.Import.Legacy;
using Trialist.Registry.Import.Sources;
using Trialist.Registry.Reading;

namespace Trialist.Registry.Import;

/// <summary>Reads one raw record, whatever shape it has: a v2 study, a version of one (<c>{nctId, observedAt, study}</c>), legacy XML (<c>{nctId, xml}</c>) or a page on one line.</summary>
internal sealed class RecordReading(IStudyStore store, StudyOrigin origin, DateTimeOffset now)
{
    private const string DemoMark = "demoRegistry"; // a member of the demo registry's restatement of a real study

    public IEnumerable<ReadRecord> Read(RawSlice slice)
    {
        if (slice.IsPassedOver)
        {
            return [new ReadRecord.PassedOver(slice.Place.Entry ?? slice.Place.File)];
        }

        var records = new List<ReadRecord>(1);
        var problem = slice.Problem ?? (slice.IsXml ? ReadXml(slice, records) : ReadJson(slice, records));
        if (problem is not null)
        {
            records.Add(Bad(slice, problem));
        }

        return records;
    }

    private string? ReadJson(RawSlice slice, List<ReadRecord> records)
    {
        try
        {
            using var document = JsonDocument.Parse(slice.Bytes, StudyReader.Options);
            return ReadShape(document.RootElement, slice, records);
        }
        catch (JsonException) when (IsTooDeep(slice.Bytes.Span))
        {
            return StudyReader.TooDeep;
        }
        catch (Exception e) when (StudyReader.ReasonOf(e) is { } reason)
        {
            return reason;
        }
    }

    private string? ReadShape(JsonElement root, RawSlice slice, List<ReadRecord> records)
    {
        if (root.ValueKind == JsonValueKind.Object && !root.TryGetProperty("protocolSection", out _))
        {
            if (root.TryGetProperty("study", out var study))
            {
                var seenAt = root.TryGetProperty("observedAt", out var observed) && observed.ValueKind == JsonValueKind.String && observed.TryGetDateTimeOffset(out var time) ? time : now;
                return ReadStudy(study, RawOf(study), seenAt, slice, records);
            }

            if (root.TryGetProperty("xml", out var xml) && xml.ValueKind == JsonValueKind.String)
            {
                return ReadConverted(LegacyStudy.TryConvert(xml.GetString()!, out var converted, out var reason), converted, reason, slice, records);
            }

            if (root.TryGetProperty("studies", out var studies) && studies.ValueKind == JsonValueKind.Array)
            {
                ReadPage(studies, slice, records);
                return null;
            }
        }

        return ReadStudy(root, slice.Bytes, now, slice, records);
    }

    private void ReadPage(JsonElement studies, RawSlice slice, List<ReadRecord> records)
    {
        foreach (var study in studies.EnumerateArray())
        {
            if (ReadStudy(study, RawOf(study), now, slice, records) is { } problem)
            {
                records.Add(Bad(slice, problem));
            }
        }
    }

    private string? ReadXml(RawSlice slice, List<ReadRecord> records) =>
        ReadConverted(LegacyStudy.TryConvert(slice.Bytes, out var json, out var reason), json, reason, slice, records);

    private string? ReadConverted(bool done, byte[]? json, string? reason, RawSlice slice, List<ReadRecord> records)
    {
        if (!done)
        {
            return reason;
        }

        using var document = JsonDocument.Parse(json, StudyReader.Options);
        return ReadStudy(document.RootElement, json, now, slice, records);
    }

    private string? ReadStudy(JsonElement element, ReadOnlyMemory<byte> json, DateTimeOffset seenAt, RawSlice slice, List<ReadRecord> records)
    {
        if (!StudyReader.TryRead(element, out var study, out var reason))
        {
            return reason;
        }

        // A demo record stays a demo record, whichever way it comes in.
        var from = study.NctId.IsFictional || element.TryGetProperty(DemoMark, out _) ? StudyOrigin.Demo : origin;
        records.Add(new ReadRecord.Good(IncomingStudy.Of(new StudyRecord(json, study), from, seenAt, store), slice.Place, RecordCheck.Of(element)));
        return null;
    }

    private static ReadRecord.Bad Bad(RawSlice slice, string problem) => new(new ImportReject(slice.Place.File, slice.Place.At, problem));

    private static byte[] RawOf(JsonElement element) => JsonMarshal.GetRawUtf8Value(element).ToArray();

    private static bool IsTooDeep(ReadOnlySpan<byte> json)
    {
        var scanner = default(JsonValueScanner);
        for (var at = json.IndexOfAny("{["u8); at >= 0 && at < json.Length;)
        {
            at += scanner.Scan(json[at..]);
            if (scanner.Depth == 0)
            {
                break;
            }
        }

        return scanner.Deepest > StudyReader.MaxDepth;
    }
}
