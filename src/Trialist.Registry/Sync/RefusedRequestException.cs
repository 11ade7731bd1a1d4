namespace Trialist.Registry.Sync;

/// <summary>The source says that a request is wrong; asking again will not help.</summary>
internal sealed class RefusedRequestException(string message) : TrialistException(message);
