namespace Trialist.Web.Words;

/// <summary>What a value of the registry is called on pages.</summary>
/// <param name="Value">The registry's own value, such as <c>NOT_YET_RECRUITING</c>.</param>
/// <param name="Label">The words for people, such as "Not yet enrolling".</param>
/// <param name="Meaning">One sentence that explains it; empty when the label says it all.</param>
internal sealed record RegistryWord(string Value, string Label, string Meaning);
