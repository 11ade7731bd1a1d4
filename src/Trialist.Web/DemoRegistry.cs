using Trialist.Registry;

namespace Trialist.Web;

/// <summary>The hand-written studies that a first run shows, carried in the program.</summary>
internal static class DemoRegistry
{
    private const string Prefix = "demo/";

    public static int Count { get; } = Names().Count();

    /// <summary>Loads the demo registry into an empty registry. Returns how many studies came in: 0 when there were studies already.</summary>
    public static async Task<int> LoadIfEmptyAsync(StudyRegistry registry, DateTimeOffset now, CancellationToken cancellation)
    {
        // An import that runs or was interrupted is not an empty registry.
        if (await registry.Store.CountAsync(cancellation) > 0 || await registry.Store.UnpublishedAsync(cancellation) > 0)
        {
            return 0;
        }

        var outcomes = await registry.AddAsync(Names().Select(Read), StudyOrigin.Demo, now, cancellation);
        return outcomes.Count;
    }

    private static IEnumerable<string> Names() =>
        typeof(DemoRegistry).Assembly.GetManifestResourceNames().Where(name => name.StartsWith(Prefix, StringComparison.Ordinal)).Order(StringComparer.Ordinal);

    private static ReadOnlyMemory<byte> Read(string name)
    {
        using var stream = typeof(DemoRegistry).Assembly.GetManifestResourceStream(name)!;
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return bytes;
    }
}
