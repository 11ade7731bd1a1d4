namespace Trialist.Evaluation.Retrieval;

/// <summary>A patient as free text.</summary>
/// <param name="Id">Its id in the collection.</param>
/// <param name="Text">The note.</param>
public sealed record RetrievalTopic(string Id, string Text);
