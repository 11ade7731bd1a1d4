namespace Trialist.Search.Results;

/// <summary>Words of a query and what was searched for beside them.</summary>
/// <param name="Words">The words as typed.</param>
/// <param name="Synonyms">What was searched for as well.</param>
public sealed record SynonymUse(string Words, ValueList<string> Synonyms);
