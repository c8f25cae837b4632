using System.Reflection;
using Footing.Testing;

namespace Footing.Architecture.Tests;

/// <summary>
/// A folder is its namespace. For C# the build holds it (IDE0130); Razor takes the namespace of its folder unless a file
/// says otherwise.
/// </summary>
public sealed class FolderNameTests
{
    [Fact]
    public void No_page_says_another_namespace_than_its_folder() =>
        Directory.EnumerateFiles(Repository.Find("src"), "*.razor", SearchOption.AllDirectories)
            .Where(file => File.ReadLines(file).Any(line => line.StartsWith("@namespace", StringComparison.Ordinal)))
            .ShouldBeEmpty();

    /// <summary>A type with its folder's name would hide the folder from its neighbours.</summary>
    [Fact]
    public void No_type_bears_the_name_of_a_folder_beside_it()
    {
        var types = Directory.EnumerateFiles(AppContext.BaseDirectory, "Footing*.dll")
            .Where(file => !file.EndsWith("Tests.dll", StringComparison.Ordinal))
            .SelectMany(file => Assembly.LoadFrom(file).GetTypes())
            .Where(type => type is { IsNested: false, Namespace: not null } && type.Namespace.StartsWith("Footing", StringComparison.Ordinal))
            .ToList();
        var folders = types.Select(type => type.Namespace!).ToHashSet();

        types.Count.ShouldBeGreaterThan(300);
        types.Where(type => folders.Contains($"{type.Namespace}.{type.Name}") || type.Namespace!.EndsWith("." + type.Name, StringComparison.Ordinal))
            .Select(type => type.FullName).ShouldBeEmpty();
    }
}
