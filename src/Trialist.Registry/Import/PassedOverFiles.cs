namespace Trialist.Registry.Import;

/// <summary>Files beside the studies that an import did not read.</summary>
/// <param name="Count">How many.</param>
/// <param name="First">The names of the first few.</param>
public sealed record PassedOverFiles(long Count, ValueList<string> First)
{
    private const int Shown = 5;

    /// <summary>No file was passed over.</summary>
    public static PassedOverFiles None { get; } = new(0, []);

    internal PassedOverFiles And(string name) => new(Count + 1, Count < Shown ? [.. First, name] : First);
}
