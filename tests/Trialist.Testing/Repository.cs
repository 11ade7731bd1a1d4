namespace Trialist.Testing;

/// <summary>Finds the files of the checkout that the tests run in.</summary>
public static class Repository
{
    /// <summary>The folder that holds <c>Trialist.slnx</c>.</summary>
    public static string Root { get; } = FindRoot();

    /// <summary>A path inside the checkout.</summary>
    public static string PathOf(params string[] parts) => Path.Combine([Root, .. parts]);

    private static string FindRoot()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "Trialist.slnx")))
            {
                return folder.FullName;
            }
        }

        throw new DirectoryNotFoundException("Trialist.slnx was found in no folder above the tests.");
    }
}
