namespace Trialist.Model;

/// <summary>Work that could not be done for a reason that the user can act on. The message is one clear sentence without patient data.</summary>
public class TrialistException : Exception
{
    /// <summary>Fails with one clear sentence that names the thing, where it is and what was expected.</summary>
    public TrialistException(string message) : base(message) { }

    /// <summary>As above, keeping the cause for the log.</summary>
    public TrialistException(string message, Exception cause) : base(message, cause) { }
}
