using System.Text.Json;
using System.Text.RegularExpressions;
using Footing.Testing;

namespace Footing.Architecture.Tests;

/// <summary>The player knows the contract and its own packages, and nothing else; none of its parts knows one that knows it.</summary>
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

    /// <summary>Imports of types count: they too say which of two is known by the other.</summary>
    [Fact]
    public void No_file_and_no_folder_of_the_player_knows_one_that_knows_it()
    {
        var imports = new List<(string From, string To)>();
        foreach (var file in Directory.EnumerateFiles(Repository.Find("player", "src"), "*.ts", SearchOption.AllDirectories))
        {
            foreach (Match import in Import().Matches(File.ReadAllText(file)))
            {
                if (import.Groups["from"].Value is ['.', ..] from)
                {
                    imports.Add((file, Path.GetFullPath(Path.Combine(Path.GetDirectoryName(file)!, $"{from}.ts"))));
                }
            }
        }

        imports.Count.ShouldBeGreaterThan(100);
        imports.Where(import => !File.Exists(import.To)).ShouldBeEmpty();
        Cycles(imports).ShouldBeEmpty("move what both need below both");
        Cycles(imports.Select(import => (Path.GetDirectoryName(import.From)!, Path.GetDirectoryName(import.To)!)).Where(import => import.Item1 != import.Item2))
            .ShouldBeEmpty("move what both need below both");
    }

    [Fact]
    public void Planted_cycle_is_seen()
    {
        Cycles([("a", "b"), ("b", "c"), ("c", "d")]).ShouldBeEmpty();
        Cycles([("a", "b"), ("b", "c"), ("c", "b"), ("c", "d")]).ShouldBe(["b", "c"]);
        Cycles([("a", "a")]).ShouldBe(["a"]);
    }

    /// <summary>All that are reached again from themselves, by name.</summary>
    private static IEnumerable<string> Cycles(IEnumerable<(string From, string To)> imports)
    {
        var known = imports.ToLookup(import => import.From, import => import.To);
        return known.Select(from => from.Key).Where(from => Reached(from).Contains(from)).Order(StringComparer.Ordinal);

        HashSet<string> Reached(string from)
        {
            var reached = new HashSet<string>(StringComparer.Ordinal);
            var open = new Stack<string>(known[from]);
            while (open.TryPop(out var next))
            {
                if (reached.Add(next))
                {
                    foreach (var further in known[next])
                    {
                        open.Push(further);
                    }
                }
            }

            return reached;
        }
    }

    [GeneratedRegex(@"(?:^\s*(?:import|export)\b[^""';]*?\bfrom\s*|^\s*import\s*|\bimport\s*\(\s*)[""'](?<from>[^""'\n]+)[""']", RegexOptions.Multiline)]
    private static partial Regex Import();
}
