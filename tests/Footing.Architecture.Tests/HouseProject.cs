using System.Xml.Linq;
using Footing.Testing;

namespace Footing.Architecture.Tests;

/// <summary>A project of the house, wherever it stands: its folder, and the code that was compiled from it.</summary>
/// <param name="Folder">Its folder from the root, such as <c>eng/Footing.Cells</c>.</param>
internal sealed record HouseProject(string Folder)
{
    /// <summary>The folders that projects stand in.</summary>
    public static readonly string[] Places = ["src", "tests", "eng", "bench"];

    /// <summary>Every project, in order.</summary>
    public static IReadOnlyList<HouseProject> All { get; } =
    [
        .. Places.SelectMany(place => Directory.EnumerateFiles(Repository.Find(place), "*.csproj", SearchOption.AllDirectories))
            .Select(file => new HouseProject(Path.GetRelativePath(Repository.Root, Path.GetDirectoryName(file)!).Replace('\\', '/')))
            .OrderBy(project => project.Folder, StringComparer.Ordinal),
    ];

    /// <summary>The name of its folder, which its root namespace and its project file bear as well.</summary>
    public string Name => Path.GetFileName(Folder);

    /// <summary>Its project file.</summary>
    public string File => Directory.EnumerateFiles(Repository.Find(Folder), "*.csproj").Single();

    /// <summary>The namespace of what is in its folder itself.</summary>
    public string RootNamespace => Property("RootNamespace") ?? Path.GetFileNameWithoutExtension(File);

    /// <summary>Its compiled code, built in the same configuration as these tests.</summary>
    public string Assembly => Path.Combine(
        Repository.Find(Folder), "bin", Configuration, "net10.0", (Property("AssemblyName") ?? Path.GetFileNameWithoutExtension(File)) + ".dll");

    private static string Configuration => Path.GetFileName(Path.GetDirectoryName(AppContext.BaseDirectory.TrimEnd(Path.DirectorySeparatorChar))!);

    /// <summary>Its sources, from the root; what is made by the build is not among them.</summary>
    /// <param name="pattern">Such as <c>*.cs</c>.</param>
    public IEnumerable<string> Sources(string pattern) =>
        Directory.EnumerateFiles(Repository.Find(Folder), pattern, SearchOption.AllDirectories)
            .Select(file => Path.GetRelativePath(Repository.Root, file).Replace('\\', '/'))
            .Where(file => !file.Contains("/obj/", StringComparison.Ordinal) && !file.Contains("/bin/", StringComparison.Ordinal));

    private string? Property(string name) => XDocument.Load(File).Descendants(name).SingleOrDefault()?.Value;
}
