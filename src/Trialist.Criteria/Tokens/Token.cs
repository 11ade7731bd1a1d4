namespace Trialist.Criteria.Tokens;

/// <summary>A piece of text that no later stage looks inside. Blanks and escaping backslashes lie between tokens.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Start">Index of the first UTF-16 unit in the whole text.</param>
/// <param name="End">Index after the last.</param>
/// <param name="Text">Lower-case word from the vocabulary, comparison (<c>&lt;</c>, <c>&lt;=</c>, <c>&gt;</c>, <c>&gt;=</c>, <c>=</c>, <c>±</c>) or sign; null for words that the vocabulary does not hold.</param>
/// <param name="Value">The number; 0 for all else.</param>
/// <param name="Word">The number of the text in the vocabulary, or of the digit that the token is; -1 where the vocabulary does not hold it.</param>
internal readonly record struct Token(TokenKind Kind, int Start, int End, string? Text, decimal Value, int Word);
