namespace Footing.Testing;

/// <summary>Files of the repository, wherever the tests run.</summary>
public static class Repository
{
    public static string Root { get; } = FindRoot();

    public static string Find(params string[] path) => Path.Combine([Root, .. path]);

    private static string FindRoot()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "Footing.slnx")))
            {
                return folder.FullName;
            }
        }

        throw new DirectoryNotFoundException("Footing.slnx is in no folder above the tests.");
    }
}
