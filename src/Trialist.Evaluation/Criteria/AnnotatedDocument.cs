namespace Trialist.Evaluation.Criteria;

/// <summary>One document of an annotated corpus. The annotations are parsed only when asked for, after the predictions have been written.</summary>
/// <param name="Corpus"><c>leaf</c> or <c>chia</c>.</param>
/// <param name="Name">Its name in the corpus.</param>
/// <param name="Text">The criteria text.</param>
/// <param name="Annotations">The standoff annotations; null when the file has none.</param>
internal sealed record AnnotatedDocument(string Corpus, string Name, string Text, string? Annotations);
