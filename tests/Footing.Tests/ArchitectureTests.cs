using System.Text.Json;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using Footing.Testing;

namespace Footing.Tests;

/// <summary>The arrows of the house point one way: between projects, between the domain's folders, out of the player.</summary>
public sealed partial class ArchitectureTests
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

    /// <summary>The domain's folders, left to right in the order of the loop, with their namespaces.</summary>
    private static readonly (string Folder, string Namespace)[] Folders =
    [
        ("Quantities", "Footing.Quantities"),
        ("Journal", "Footing.Journal"),
        ("Screening", "Footing.Screening"),
        ("Programmes", "Footing.Programmes"),
        ("Movement", "Footing.Movements"),
        ("Plans", "Footing.Plans"),
        ("Sessions", "Footing.Sessions"),
        ("Outcomes", "Footing.Outcomes"),
    ];

    public static TheoryData<string> ProjectFolders =>
        [.. Directory.EnumerateDirectories(Repository.Find("src")).Select(folder => Path.GetFileName(folder)!)];

    public static TheoryData<string> DomainFolders =>
    [
        .. Directory.EnumerateDirectories(Repository.Find("src", "Footing"))
            .Select(folder => Path.GetFileName(folder)!)
            .Where(folder => folder is not "bin" and not "obj"),
    ];

    public static TheoryData<string> PlayerModules =>
    [
        .. Directory.EnumerateFiles(Repository.Find("player", "src"), "*.ts", SearchOption.AllDirectories)
            .Select(file => Path.GetRelativePath(Repository.Root, file)),
    ];

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

    [Theory]
    [MemberData(nameof(DomainFolders))]
    public void Folder_of_the_domain_knows_only_those_to_its_left(string folder)
    {
        var place = Array.FindIndex(Folders, known => known.Folder == folder);
        place.ShouldBeGreaterThanOrEqualTo(0, $"a new folder ({folder}) says here between which others it stands");
        foreach (var file in Directory.EnumerateFiles(Repository.Find("src", "Footing", folder), "*.cs", SearchOption.AllDirectories))
        {
            var code = WithoutCommentsAndTexts(File.ReadAllText(file));
            Name().Match(code).Groups[1].Value.ShouldBe(Folders[place].Namespace, file);
            foreach (var other in Folders[(place + 1)..])
            {
                Names(code, other.Namespace).ShouldBeFalse($"{Path.GetRelativePath(Repository.Root, file)} names {other.Namespace}");
            }
        }
    }

    [Theory]
    [InlineData("using Footing.Plans;", true)]
    [InlineData("using static Footing.Plans.Planner;", true)]
    [InlineData("var plan = Plans.Planner.PlanFor(entries);", true)]
    [InlineData("global::Footing.Plans.Plan? plan = null;", true)]
    [InlineData("var n = person.Plans.Count;", false)]
    [InlineData("// see Footing.Plans.Planner", false)]
    [InlineData("/// <see cref=\"Footing.Plans.Planner\"/>", false)]
    [InlineData("var text = \"Footing.Plans.\";", false)]
    public void Name_of_a_folder_to_the_right_is_seen(string code, bool seen) =>
        Names(WithoutCommentsAndTexts(code), "Footing.Plans").ShouldBe(seen);

    [Theory]
    [MemberData(nameof(PlayerModules))]
    public void Player_imports_nothing_from_outside_but_the_contract(string module)
    {
        using var package = JsonDocument.Parse(File.ReadAllText(Repository.Find("player", "package.json")));
        var packages = package.RootElement.GetProperty("dependencies").EnumerateObject().Select(member => member.Name).ToList();
        var folder = Path.GetDirectoryName(Repository.Find(module))!;
        foreach (Match import in Import().Matches(File.ReadAllText(Repository.Find(module))))
        {
            var from = import.Groups["from"].Value;
            if (!from.StartsWith('.'))
            {
                packages.ShouldContain(from, $"{module} imports a package that the player does not depend on");
                continue;
            }

            var target = Path.GetRelativePath(Repository.Root, Path.GetFullPath(Path.Combine(folder, from))).Replace('\\', '/');
            (target.StartsWith("player/src/", StringComparison.Ordinal) || target.StartsWith("contract/", StringComparison.Ordinal))
                .ShouldBeTrue($"{module} imports {from}");
        }
    }

    [Fact]
    public void Player_s_imports_are_seen() =>
        Directory.EnumerateFiles(Repository.Find("player", "src"), "*.ts", SearchOption.AllDirectories)
            .Sum(file => Import().Count(File.ReadAllText(file))).ShouldBeGreaterThan(20);

    /// <summary>By its whole name, or by its last part, which is in sight throughout <c>Footing</c>.</summary>
    private static bool Names(string code, string space) =>
        Regex.IsMatch(code, $@"\b{Regex.Escape(space)}\b|(?<![\w.]){space.Split('.')[1]}\.[A-Z]");

    private static string WithoutCommentsAndTexts(string code) => Unread().Replace(code, " ");

    [GeneratedRegex(@"//[^\n]*|/\*.*?\*/|""""""[\s\S]*?""""""|""(\\.|[^""\\\n])*""", RegexOptions.Singleline)]
    private static partial Regex Unread();

    [GeneratedRegex(@"^namespace ([\w.]+);", RegexOptions.Multiline)]
    private static partial Regex Name();

    [GeneratedRegex(@"(?:^\s*(?:import|export)\b[^""';]*?\bfrom\s*|^\s*import\s*|\bimport\s*\(\s*)[""'](?<from>[^""'\n]+)[""']", RegexOptions.Multiline)]
    private static partial Regex Import();
}
