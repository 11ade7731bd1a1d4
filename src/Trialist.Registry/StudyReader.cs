using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using Trialist.Registry.Reading;

namespace Trialist.Registry;

/// <summary>Reads the fields that the product uses out of a ClinicalTrials.gov v2 record.</summary>
/// <remarks>
/// A part that is missing or has the wrong type reads as "not given"; only what makes the whole record unusable rejects it.
/// Names and nesting: the registry's OpenAPI description 2.0.5.
/// </remarks>
public static class StudyReader
{
    /// <summary>Deepest nesting that is read; real records stay under 20.</summary>
    public const int MaxDepth = 64;

    /// <summary>What is said of a record that is nested deeper, as a clause.</summary>
    internal static string TooDeep { get; } = $"it has parts within parts more than {MaxDepth} deep, which no real record has";

    internal static readonly JsonDocumentOptions Options = new() { MaxDepth = MaxDepth };

    /// <summary>Reads a record that is known to be good, such as one that the store kept.</summary>
    /// <exception cref="TrialistException">The bytes are no study record after all.</exception>
    public static Study Read(ReadOnlyMemory<byte> json) =>
        TryRead(json, out var study, out var reason) ? study : throw new TrialistException($"A study record cannot be read: {reason}.");

    /// <summary>Reads a record that may be anything. Never throws on what the bytes hold.</summary>
    /// <param name="json">UTF-8 JSON of one study object.</param>
    /// <param name="study">The fields.</param>
    /// <param name="reason">Why it is not a usable record, as a clause without full stop.</param>
    public static bool TryRead(ReadOnlyMemory<byte> json, [NotNullWhen(true)] out Study? study, [NotNullWhen(false)] out string? reason)
    {
        study = null;
        try
        {
            using var document = JsonDocument.Parse(json, Options);
            return TryRead(document.RootElement, out study, out reason);
        }
        catch (Exception e) when (ReasonOf(e) is { } failure)
        {
            reason = failure;
            return false;
        }
    }

    /// <summary>What a failure of the JSON parser says about a record; null for a failure of another kind.</summary>
    internal static string? ReasonOf(Exception failure) => failure switch
    {
        // A record on a line of its own has one line, whose number the place of the record tells already.
        JsonException { LineNumber: 0 } e => $"it is not valid JSON (byte {e.BytePositionInLine + 1})",
        JsonException e => $"it is not valid JSON (line {e.LineNumber + 1}, byte {e.BytePositionInLine + 1})",
        // JsonElement refuses to hand out text with half a surrogate pair or bad UTF-8; dropping that text silently could drop a criterion.
        InvalidOperationException => "it holds text that is not valid Unicode",
        _ => null,
    };

    /// <summary>As above, for JSON that is parsed already; the caller catches what half surrogate pairs throw.</summary>
    internal static bool TryRead(JsonElement root, [NotNullWhen(true)] out Study? study, [NotNullWhen(false)] out string? reason)
    {
        study = null;
        if (root.ValueKind != JsonValueKind.Object)
        {
            reason = "it is not a JSON object";
            return false;
        }

        var id = root.Part("protocolSection").Part("identificationModule").Part("nctId");
        if (id.ValueKind == JsonValueKind.Undefined)
        {
            reason = "it has no protocolSection.identificationModule.nctId";
            return false;
        }

        if (id.ValueKind != JsonValueKind.String || !NctId.TryParse(id.GetString(), out var nctId))
        {
            reason = "its nctId is not NCT and eight digits";
            return false;
        }

        study = StudyParts.Read(nctId, root);
        reason = null;
        return true;
    }
}
