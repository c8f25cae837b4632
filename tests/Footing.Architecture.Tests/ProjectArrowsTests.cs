using System.Xml.Linq;
using Footing.Testing;

namespace Footing.Architecture.Tests;

/// <summary>The arrows between projects point one way.</summary>
public sealed class ProjectArrowsTests
{
    /// <summary>Each project of <c>src/</c> with those that it may know.</summary>
    private static readonly Dictionary<string, string[]> Projects = new()
    {
        ["Footing"] = [],
        ["Footing.Content"] = ["Footing"],
        ["Footing.Storage"] = ["Footing"],
        ["Footing.Web"] = ["Footing", "Footing.Content", "Footing.Storage"],
        ["Footing.Simulation"] = ["Footing"],
        ["Footing.Cli"] = ["Footing", "Footing.Content", "Footing.Storage", "Footing.Web", "Footing.Simulation"],
    };

    public static TheoryData<string> ProjectFolders =>
        [.. Directory.EnumerateDirectories(Repository.Find("src")).Select(folder => Path.GetFileName(folder)!)];

    [Theory]
    [MemberData(nameof(ProjectFolders))]
    public void Project_references_only_those_that_its_arrows_point_to(string project)
    {
        Projects.ShouldContainKey(project, "a new project says here whom it may know");
        var xml = XDocument.Load(Repository.Find("src", project, project + ".csproj"));
        var references = xml.Descendants("ProjectReference")
            .Select(reference => Path.GetFileNameWithoutExtension(reference.Attribute("Include")!.Value.Replace('\\', '/')));

        references.Except(Projects[project]).ShouldBeEmpty($"{project} must not know these");
    }

    [Fact]
    public void Domain_stands_on_the_base_library_alone() =>
        XDocument.Load(Repository.Find("src", "Footing", "Footing.csproj")).Descendants("PackageReference")
            .Where(package => package.Attribute("PrivateAssets")?.Value != "all")
            .ShouldBeEmpty();
}
