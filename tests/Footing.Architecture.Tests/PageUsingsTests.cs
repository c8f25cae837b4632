using System.Text.RegularExpressions;
using Footing.Testing;
using Mono.Cecil;

namespace Footing.Architecture.Tests;

/// <summary>
/// A page's <c>@using</c> is an arrow that a reader sees first: it names only a folder that the page uses. The compiler does
/// not look at those of Razor.
/// </summary>
public sealed partial class PageUsingsTests
{
    /// <summary>What can be named of each namespace: its types, and the methods that extend others.</summary>
    private static readonly Lazy<ILookup<string, string>> Names = new(() => HouseProject.All
        .Where(project => project.Folder.StartsWith("src/", StringComparison.Ordinal))
        .SelectMany(project => NamesOf(project.Assembly))
        .ToLookup(name => name.Namespace, name => name.Name));

    private static readonly string[] All = [.. new HouseProject("src/Footing.Web").Sources("*.razor")];

    public static TheoryData<string> Pages => [.. All];

    [Theory]
    [MemberData(nameof(Pages))]
    public void Page_uses_each_folder_that_it_says_it_uses(string file)
    {
        // What _Imports.razor says is for all pages at and below its folder.
        var isForAll = Path.GetFileName(file) == "_Imports.razor";
        var folder = Path.GetDirectoryName(file)!.Replace('\\', '/') + "/";
        var code = string.Concat(All
            .Where(page => isForAll ? page.StartsWith(folder, StringComparison.Ordinal) : page == file)
            .Select(page => CodeOf(File.ReadAllText(Repository.Find(page)))));

        Unused(File.ReadAllText(Repository.Find(file)), code).ShouldBeEmpty(file);
    }

    /// <summary>The hosting knows all pages: none of them knows it.</summary>
    [Fact]
    public void No_page_uses_the_hosting() =>
        All.Where(file => UsingLines().Matches(File.ReadAllText(Repository.Find(file))).Any(said => said.Groups["name"].Value == "Footing.Web.Hosting")).ShouldBeEmpty();

    [Fact]
    public void Unused_line_is_seen()
    {
        const string page = "@using Footing.Plans\n@using Footing.Web.Plans\n@* A PlanView is not used. *@\n<p>@Plan.On</p>";

        Unused(page, CodeOf(page)).ShouldBe(["Footing.Web.Plans"]);
    }

    private static IEnumerable<string> Unused(string source, string code) => UsingLines().Matches(source)
        .Select(said => said.Groups["name"].Value)
        .Where(used => !Words().Matches(code).Select(word => word.Value).ToHashSet().Overlaps(Names.Value[used]));

    private static string CodeOf(string source) => UsingLines().Replace(Comments().Replace(source, " "), " ");

    private static IEnumerable<(string Namespace, string Name)> NamesOf(string assembly)
    {
        using var module = ModuleDefinition.ReadModule(assembly);
        return
        [
            .. module.Types.Select(type => (type.Namespace, type.Name.Split('`')[0])),
            .. module.Types.SelectMany(type => type.Methods
                .Where(method => method.CustomAttributes.Any(attribute => attribute.AttributeType.Name == "ExtensionAttribute"))
                .Select(method => (type.Namespace, method.Name))),
        ];
    }

    [GeneratedRegex(@"^@using[ \t]+(?<name>Footing[\w.]*)[ \t]*\r?$", RegexOptions.Multiline)]
    private static partial Regex UsingLines();

    [GeneratedRegex(@"@\*[\s\S]*?\*@")]
    private static partial Regex Comments();

    [GeneratedRegex(@"\b[A-Z]\w*")]
    private static partial Regex Words();
}
