namespace Trialist.Search.Queries;

/// <summary>Knows other names of things.</summary>
internal interface ISynonymSource
{
    /// <summary>Other names of what the words mean, each as written; none when the words are unknown here.</summary>
    /// <param name="key">The words in the forms of the index, joined by spaces.</param>
    /// <param name="written">The words as typed.</param>
    IEnumerable<string> SynonymsOf(string key, string written);
}
