namespace Trialist.Search.Queries;

/// <summary>Another name to search for.</summary>
/// <param name="Written">As the lexicon or a record writes it.</param>
/// <param name="Terms">Its words in the forms of the index.</param>
internal sealed record Synonym(string Written, string[] Terms);
