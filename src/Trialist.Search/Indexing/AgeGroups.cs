namespace Trialist.Search.Indexing;

/// <summary>The registry's standard age groups.</summary>
[Flags]
internal enum AgeGroups : byte
{
    None = 0,
    Child = 1,
    Adult = 2,
    OlderAdult = 4,
}
