using Trialist.Terminology.Packs;

namespace Trialist.Registry.Vocabulary;

/// <summary>A vocabulary's file that was installed.</summary>
/// <param name="Kind">The vocabulary.</param>
/// <param name="File">Name of the file that it came from; with the kind, its name here.</param>
/// <param name="Source">Path or address that it came from.</param>
/// <param name="Format">Its format, in words.</param>
/// <param name="Terms">Terms that are used.</param>
/// <param name="LeftOut">Why other terms of the file are not used, with their number.</param>
/// <param name="Added">When it was installed.</param>
public sealed record InstalledVocabulary(VocabularyKind Kind, string File, string Source, string Format, int Terms, IReadOnlyDictionary<string, int> LeftOut, DateTimeOffset Added)
{
    /// <summary>Its name, as <c>trialist vocabulary remove</c> takes it: <c>mesh/desc2026.xml</c>.</summary>
    public string Name => $"{PackReader.Name(Kind)}/{File}";
}
