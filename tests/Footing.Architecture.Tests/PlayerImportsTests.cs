using System.Text.Json;
using System.Text.RegularExpressions;
using Footing.Testing;

namespace Footing.Architecture.Tests;

/// <summary>The player knows the contract and its own packages, and nothing else.</summary>
public sealed partial class PlayerImportsTests
{
    public static TheoryData<string> PlayerModules =>
    [
        .. Directory.EnumerateFiles(Repository.Find("player", "src"), "*.ts", SearchOption.AllDirectories)
            .Select(file => Path.GetRelativePath(Repository.Root, file)),
    ];

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

    [GeneratedRegex(@"(?:^\s*(?:import|export)\b[^""';]*?\bfrom\s*|^\s*import\s*|\bimport\s*\(\s*)[""'](?<from>[^""'\n]+)[""']", RegexOptions.Multiline)]
    private static partial Regex Import();
}
