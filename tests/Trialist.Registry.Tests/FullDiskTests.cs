namespace Trialist.Registry.Tests;

/// <summary>A full disk is told from other troubles.</summary>
public sealed class FullDiskTests
{
    [Theory]
    [InlineData("No space left on device : '/data/index/_1.fdt'", 28, true)]
    [InlineData("Auf dem Gerät ist kein Speicherplatz mehr verfügbar", 28, true)]
    [InlineData("There is not enough space on the disk.", unchecked((int)0x80070070), true)]
    [InlineData("No space left on device", 0, true)]
    [InlineData("Read-only file system", 30, false)]
    [InlineData("Input/output error", 5, false)]
    public void AFullDiskIsKnownByItsCodeOrItsWords(string message, int code, bool full) =>
        Assert.Equal(full, FullDisk.IsReasonOf(new IOException(message, code)));
}
