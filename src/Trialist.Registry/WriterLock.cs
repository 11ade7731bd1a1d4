using System.Globalization;

namespace Trialist.Registry;

/// <summary>The right to write to a data folder, which one process has at a time. Readers never wait for it, and a killed process loses it.</summary>
internal sealed class WriterLock : IDisposable
{
    private const string LockFile = "writer.lock";
    private const string HolderFile = "writer.pid"; // beside the lock: the locked file itself cannot be read by others

    private readonly FileStream held;

    private WriterLock(FileStream held) => this.held = held;

    /// <exception cref="TrialistException">Another process has it, or the folder cannot be written.</exception>
    public static WriterLock Take(string folder) =>
        TryTake(folder) ?? throw new TrialistException($"Another program{HolderOf(folder)} is writing to '{folder}': wait until it is done.");

    /// <summary>Null when another process has it.</summary>
    /// <exception cref="TrialistException">The folder cannot be written.</exception>
    public static WriterLock? TryTake(string folder)
    {
        var path = Path.Combine(folder, LockFile);
        try
        {
            // The system's own lock on the open file, so that it ends with the process.
            var opened = new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            File.WriteAllText(Path.Combine(folder, HolderFile), Environment.ProcessId.ToString(CultureInfo.InvariantCulture));
            return new WriterLock(opened);
        }
        catch (UnauthorizedAccessException e)
        {
            throw new TrialistException($"The data folder '{folder}' is not writable.", e);
        }
        catch (IOException e)
        {
            // The system says only that it failed; a lock file that is there and can be written by us fails for no other reason.
            return FullDisk.IsReasonOf(e) || !File.Exists(path) ? throw new TrialistException($"The data folder '{folder}' cannot be written: {e.Message}", e) : null;
        }
    }

    public void Dispose() => held.Dispose();

    private static string HolderOf(string folder)
    {
        try
        {
            return $" (process {File.ReadAllText(Path.Combine(folder, HolderFile)).Trim()})";
        }
        catch (IOException)
        {
            return "";
        }
    }
}
