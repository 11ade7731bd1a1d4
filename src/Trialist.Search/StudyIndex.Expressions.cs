using Trialist.Search.Expressions;
using Trialist.Search.Expressions.Running;

namespace Trialist.Search;

/// <summary>Searches in the registry's expression language.</summary>
public sealed partial class StudyIndex
{
    /// <summary>One page of the studies that an expression finds.</summary>
    /// <exception cref="ExpressionException">It names what is not there, or would cost too much.</exception>
    public ExpressionPage Find(ExpressionSearch search) => Hold(search, SearchRun.Run);
}
