using System.Globalization;

namespace Trialist.Registry.Import;

/// <summary>Where a record stands, for people: the file, the entry of an archive, the 1-based line or the 0-based byte.</summary>
internal readonly record struct RecordPlace(string File, string? Entry, long? Line, long? Offset)
{
    public string At => string.Join(' ', new[] { Entry, Position }.OfType<string>()) is { Length: > 0 } at ? at : "whole file";

    private string? Position =>
        Line is { } line ? string.Create(CultureInfo.InvariantCulture, $"line {line}")
        : Offset is { } offset ? string.Create(CultureInfo.InvariantCulture, $"byte {offset}")
        : null;
}
