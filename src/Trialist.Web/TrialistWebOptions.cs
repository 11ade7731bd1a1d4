namespace Trialist.Web;

/// <summary>How the site runs.</summary>
public sealed record TrialistWebOptions
{
    /// <summary>The data folder with the registry.</summary>
    public required string DataFolder { get; init; }

    /// <summary>Addresses to listen on, separated by semicolons, such as <c>http://127.0.0.1:5080</c>.</summary>
    public string Urls { get; init; } = DefaultUrls;

    /// <summary>The address under which people reach the site, such as <c>https://trials.example.org</c>, where a proxy stands in front; null for the one that is listened on.</summary>
    public string? PublicUrl { get; init; }

    /// <summary>Where the log goes as compact JSON, one event a line; null for none.</summary>
    public TextWriter? Log { get; init; }

    /// <summary>The clock that says how stale a record is.</summary>
    public TimeProvider Clock { get; init; } = TimeProvider.System;

    /// <summary>The loopback address that a first run listens on.</summary>
    public const string DefaultUrls = "http://127.0.0.1:5080";
}
