namespace Trialist.Model;

/// <summary>A command or request that was called wrongly: exit code 2, HTTP status 400.</summary>
public sealed class UsageException : TrialistException
{
    /// <summary>Fails with one clear sentence that says what was expected.</summary>
    public UsageException(string message) : base(message) { }
}
