namespace Trialist.Evaluation.Brat;

/// <summary>A relation between two annotations.</summary>
/// <param name="Type">Its type, such as <c>Has_value</c>.</param>
/// <param name="From">Id of its first argument.</param>
/// <param name="To">Id of its second argument.</param>
internal readonly record struct BratRelation(string Type, string From, string To);
