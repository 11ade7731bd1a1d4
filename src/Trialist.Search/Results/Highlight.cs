namespace Trialist.Search.Results;

/// <summary>A text of a study with the words of the query marked.</summary>
/// <param name="Field">Which text: <c>title</c>, <c>condition</c>, <c>intervention</c>, <c>otherName</c>, <c>summary</c>.</param>
/// <param name="Text">The text, for a summary the part around the words.</param>
/// <param name="Marks">The words to mark, in order, without overlap.</param>
public sealed record Highlight(string Field, string Text, ValueList<TextSpan> Marks);
