namespace Trialist.Search.Queries;

/// <summary>A query that is not run because it is malformed or would cost too much. The message is one sentence for the person who typed it.</summary>
public sealed class QueryRefusedException : TrialistException
{
    /// <summary>Refuses the value of one parameter.</summary>
    /// <param name="parameter">The parameter, such as <c>cond</c>.</param>
    /// <param name="message">What is wrong and what to do instead.</param>
    public QueryRefusedException(string parameter, string message) : base(message) => Parameter = parameter;

    /// <summary>The parameter whose value is refused.</summary>
    public string Parameter { get; }
}
