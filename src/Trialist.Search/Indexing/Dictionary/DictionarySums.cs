namespace Trialist.Search.Indexing.Dictionary;

/// <summary>What the files say of a field.</summary>
/// <param name="Terms">How many terms it has.</param>
/// <param name="TotalTermFreq">How often they stand in all studies together.</param>
/// <param name="DocFreq">The sum of how many studies have each.</param>
/// <param name="Docs">How many studies have one.</param>
/// <param name="RootCode">Where the block of all terms is, as the file has it.</param>
/// <param name="IndexPlace">Where its index begins.</param>
/// <param name="NumbersOfTerm">How many numbers are kept of each term.</param>
internal sealed record DictionarySums(long Terms, long TotalTermFreq, long DocFreq, int Docs, byte[] RootCode, long IndexPlace, int NumbersOfTerm);
