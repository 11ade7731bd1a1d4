namespace Trialist.Cli.Commands;

/// <summary>How to start this program once more.</summary>
internal static class ThisProgram
{
    /// <summary>The program file, and where the runtime is one, the assembly that it runs.</summary>
    public static IReadOnlyList<string> Command { get; } =
        [Environment.ProcessPath!, .. Path.GetFileNameWithoutExtension(Environment.ProcessPath!) == "dotnet" ? new[] { typeof(ThisProgram).Assembly.Location } : []];
}
