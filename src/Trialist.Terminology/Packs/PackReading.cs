namespace Trialist.Terminology.Packs;

/// <summary>What was read from a vocabulary's file.</summary>
/// <param name="Format">The format that was recognised, in words.</param>
/// <param name="Terms">The terms that are kept.</param>
/// <param name="LeftOut">Why terms of the file are not among them, with their number.</param>
public sealed record PackReading(string Format, IReadOnlyList<PackTerm> Terms, IReadOnlyDictionary<string, int> LeftOut);
