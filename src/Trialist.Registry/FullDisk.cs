namespace Trialist.Registry;

/// <summary>Tells a full disk from other troubles with files.</summary>
public static class FullDisk
{
    private const int UnixCode = 28; // ENOSPC, which .NET keeps as it is
    private const int WindowsCode = unchecked((int)0x80070070); // ERROR_DISK_FULL as a result code

    /// <summary>True when a file could not be written because there is no room, in whatever language the system says so.</summary>
    public static bool IsReasonOf(IOException failure) => failure.HResult is UnixCode or WindowsCode || failure.Message.Contains("No space left", StringComparison.Ordinal);
}
