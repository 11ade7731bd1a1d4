using System.Diagnostics.CodeAnalysis;

namespace Trialist.Registry.Locals;

/// <summary>The id of a team's own study: <c>LOCAL-</c> and a short name of small letters, digits and hyphens.</summary>
public readonly record struct LocalId : IParsable<LocalId>
{
    /// <summary>Longer names make poor ids and poor file names.</summary>
    public const int LongestName = 60;

    private const string Prefix = "LOCAL-";

    private readonly string? shortName;

    private LocalId(string name) => shortName = name;

    /// <summary>The short name, which is also the name of the file.</summary>
    public string Name => shortName ?? "";

    /// <summary>The id that a title gives: letters and digits stay, everything else becomes a hyphen.</summary>
    /// <exception cref="UsageException">The title has no letter or digit of the Latin alphabet.</exception>
    public static LocalId Of(string title)
    {
        var letters = title.Trim().ToLowerInvariant().Select(c => char.IsAsciiLetterOrDigit(c) ? c : '-').ToArray();
        var name = string.Join('-', new string(letters).Split('-', StringSplitOptions.RemoveEmptyEntries));
        name = name.Length <= LongestName ? name : name[..LongestName].TrimEnd('-');
        return name.Length > 0 ? new LocalId(name) : throw new UsageException($"'{title}' gives no name for a study: use letters or digits.");
    }

    /// <inheritdoc />
    public static LocalId Parse(string s, IFormatProvider? provider = null) =>
        TryParse(s, provider, out var id) ? id : throw new FormatException($"'{s}' is no id of a local study: expected LOCAL- and a name.");

    /// <summary>Reads an id in any case.</summary>
    public static bool TryParse([NotNullWhen(true)] string? s, out LocalId result) => TryParse(s, null, out result);

    /// <inheritdoc />
    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out LocalId result)
    {
        var written = s?.Trim() ?? "";
        var name = written.StartsWith(Prefix, StringComparison.OrdinalIgnoreCase) ? written[Prefix.Length..].ToLowerInvariant() : "";
        var good = name.Length is > 0 and <= LongestName && name.All(c => char.IsAsciiLetterOrDigit(c) || c == '-') && name[0] != '-' && name[^1] != '-';
        result = good ? new LocalId(name) : default;
        return good;
    }

    /// <inheritdoc />
    public override string ToString() => Prefix + Name;
}
