using System.Reflection;

namespace Trialist.Web;

/// <summary>What every page knows: the program's version and the day.</summary>
internal sealed class Site(TimeProvider clock)
{
    public static string Version { get; } =
        typeof(Site).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "unknown";

    public DateOnly Today { get; } = DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);
}
