namespace Trialist.Registry.Import.Sources;

/// <summary>What the paths of an import name.</summary>
/// <param name="Files">Files to read, each once, in a stable order.</param>
/// <param name="PassedOver">Files in named folders that are no files of studies by their names.</param>
internal sealed record SourceSet(IReadOnlyList<string> Files, PassedOverFiles PassedOver);
