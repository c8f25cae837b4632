using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Diagnostics;
using System.Text.Json;
using Footing.Cells;

// eng/cells [FILE...]: alters each number of the deciding files and runs the tests against it; see eng/cells.
// In a copy of this folder: `run FILTER [COVERAGE [ID]]` runs the tests once, with the cell of the environment active.
const int failed = 3;
if (args is ["run", var filter, .. var rest])
{
    return RunTests(filter, rest);
}

var root = Path.GetFullPath(args[0]);
var only = args[1..];
var (patterns, testFilter) = Settings(Path.Combine(root, "tests", "Footing.Tests", "stryker-config.json"));
var output = Path.Combine(root, "artifacts", "cells");
var bin = Path.Combine(output, "bin");
Copy(AppContext.BaseDirectory, bin);

var sources = Sources(Path.Combine(root, "src", "Footing"), patterns);
var (cells, escaped) = Instrumentation.Rewrite(Path.Combine(bin, "Footing.Domain.dll"), sources);
File.WriteAllLines(Path.Combine(output, "cells.txt"), cells.Select(cell => $"{cell.Id} {cell.File}:{cell.Number.Line} {cell.Number.Text} {cell.Source}"));
// The first run shows that all tests pass while no cell is active, and which tests read which cells.
var coverage = Path.Combine(output, "coverage");
File.Delete(coverage);
var watch = Stopwatch.StartNew();
var patience = Timeout.InfiniteTimeSpan;
var (first, what) = Start(null);
if (first != Outcome.Passed)
{
    Console.Error.WriteLine($"The tests do not pass with nothing altered: {what}");
    return 2;
}

patience = TimeSpan.FromSeconds(30) + (4 * watch.Elapsed);
var touched = File.ReadLines(coverage).SelectMany(line => line.Split(' ')[1..]).Select(int.Parse).ToHashSet();
var alterations = cells
    .Where(cell => only.Length == 0 || only.Contains(cell.File))
    .SelectMany(cell => new[] { new Alteration(cell, 1), new Alteration(cell, -1) })
    .ToList();
var outcomes = new ConcurrentDictionary<Alteration, Outcome>();
var progress = Path.Combine(output, "outcomes.txt");
File.Delete(progress);
Parallel.ForEach(alterations, new() { MaxDegreeOfParallelism = 2 }, alteration =>
{
    var (outcome, why) = touched.Contains(alteration.Cell.Id) ? Start(alteration) : (Outcome.Untouched, "");
    outcomes[alteration] = outcome;
    Tell($"{outcome} {alteration.Cell.File}:{alteration.Cell.Number.Line} {alteration.Key} {why}");
});

var known = KnownSurvivors.Read(File.ReadLines(Path.Combine(root, "eng", "cells.survivors")));
var survivors = alterations.Where(alteration => outcomes[alteration] is Outcome.Passed or Outcome.Untouched).ToList();
var unlisted = survivors.Where(alteration => !known.ContainsKey(alteration.Key)).ToList();
// A number that the compiler replaced has no cell; the list says what tests it instead.
var unaltered = escaped
    .Where(number => only.Length == 0 || only.Contains(number.File))
    .ToDictionary(
        number => number,
        number => string.Join(KnownSurvivors.Separator, number.File, sources[number.File].Lines[number.Number.Line - 1].Trim(), number.Number.Text, KnownSurvivors.Unaltered));
var unheld = unaltered.Where(number => !known.ContainsKey(number.Value)).ToList();
// An outdated line of the list would hide the next alteration that looks like it.
var stale = only.Length > 0 ? [] : known.Keys.Except(survivors.Select(alteration => alteration.Key)).Except(unaltered.Values).ToList();
foreach (var alteration in unlisted)
{
    Console.WriteLine($"{alteration.Cell.File}:{alteration.Cell.Number.Line} {(outcomes[alteration] == Outcome.Untouched ? "(no test asks for it) " : "")}{alteration.Key}");
}

foreach (var ((file, number), key) in unheld)
{
    Console.WriteLine($"{file}:{number.Line} (no constant was found for it) {key}");
}

foreach (var key in stale)
{
    Console.WriteLine($"eng/cells.survivors: this one is noticed now, or is no more: {key}");
}

Console.WriteLine(
    $"{cells.Length} cells, {alterations.Count} alterations, {alterations.Count - survivors.Count} noticed, {survivors.Count} not, {unlisted.Count} of those not listed");
return unlisted.Count + unheld.Count + stale.Count == 0 ? 0 : 1;

void Tell(string line)
{
    lock (outcomes)
    {
        File.AppendAllLines(progress, [line]);
    }
}

int RunTests(string filter, string[] rest)
{
    using var run = new TestRun(Path.Combine(AppContext.BaseDirectory, "Footing.Tests.dll"), filter);
    if (run.Count == 0)
    {
        throw new InvalidOperationException("There are no tests.");
    }

    // Tests that read the active cell come first, and of those the ones that read few cells: they are about it.
    var asking = new Dictionary<string, int>(StringComparer.Ordinal);
    var lines = new List<string>();
    if (rest is [var from, var id])
    {
        foreach (var parts in File.ReadLines(from).Select(line => line.Split(' ')).Where(parts => parts.AsSpan(1).Contains(id)))
        {
            asking[parts[0]] = parts.Length;
        }
    }

    var culprit = run.Run(asking, test =>
    {
        var touched = Probe.TakeTouched();
        if (rest.Length == 1 && touched.Length > 0)
        {
            lines.Add($"{test.UniqueID} {string.Join(' ', touched)}");
        }
    });
    if (culprit is not null)
    {
        Console.WriteLine(culprit);
        return failed;
    }

    if (rest is [var to])
    {
        File.WriteAllLines(to, lines);
    }

    return 0;
}

(Outcome, string) Start(Alteration? alteration)
{
    var start = new ProcessStartInfo(Environment.ProcessPath!) { RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = bin };
    // The path of the program is that of `dotnet`, or of the program's own starter, which is in the copy too.
    if (Path.GetFileNameWithoutExtension(start.FileName) == "dotnet")
    {
        start.ArgumentList.Add(Path.Combine(bin, "Footing.Cells.dll"));
    }
    else
    {
        start.FileName = Path.Combine(bin, Path.GetFileName(start.FileName));
    }

    string[] arguments = alteration is null ? ["run", testFilter, coverage] : ["run", testFilter, coverage, $"{alteration.Cell.Id}"];
    foreach (var argument in arguments)
    {
        start.ArgumentList.Add(argument);
    }

    start.Environment[Probe.Variable] = alteration?.Variable ?? "";
    // An altered rule may run for ever or fill all memory: both count as noticed.
    start.Environment["DOTNET_GCHeapHardLimit"] = "0x60000000";
    start.Environment["DOTNET_TieredPGO"] = "0";
    using var process = Process.Start(start)!;
    var told = process.StandardOutput.ReadToEndAsync();
    var errors = process.StandardError.ReadToEndAsync();
    if (!process.WaitForExit(patience))
    {
        process.Kill(true);
        return (Outcome.Broke, "did not end");
    }

    process.WaitForExit();
    return process.ExitCode switch
    {
        0 => (Outcome.Passed, ""),
        failed => (Outcome.Failed, told.Result.Trim()),
        _ => (Outcome.Broke, errors.Result.ReplaceLineEndings(" ").Trim()),
    };
}

static (string[] Patterns, string Filter) Settings(string path)
{
    using var json = JsonDocument.Parse(File.ReadAllText(path));
    var settings = json.RootElement.GetProperty("stryker-config");
    return (
        [.. settings.GetProperty("mutate").EnumerateArray().Select(pattern => pattern.GetString()!)],
        settings.GetProperty("test-case-filter").GetString()!);
}

static ImmutableSortedDictionary<string, SourceNumbers> Sources(string folder, string[] patterns)
{
    const string whole = "/**/*.cs";
    const string flat = "/*.cs";
    var files = patterns
        .SelectMany(pattern => pattern.EndsWith(whole, StringComparison.Ordinal)
            ? Directory.EnumerateFiles(Path.Combine(folder, pattern[..^whole.Length]), "*.cs", SearchOption.AllDirectories)
            : pattern.EndsWith(flat, StringComparison.Ordinal)
            ? Directory.EnumerateFiles(Path.Combine(folder, pattern[..^flat.Length]), "*.cs")
            : [Path.Combine(folder, pattern)])
        .ToDictionary(file => Path.GetRelativePath(folder, file).Replace('\\', '/'), File.ReadAllText);
    var constants = files.Values.SelectMany(SourceNumbers.Constants).ToDictionary();
    return files.ToImmutableSortedDictionary(file => file.Key, file => SourceNumbers.Read(file.Value, constants), StringComparer.Ordinal);
}

static void Copy(string from, string to)
{
    if (Directory.Exists(to))
    {
        Directory.Delete(to, true);
    }

    foreach (var file in Directory.EnumerateFiles(from, "*", SearchOption.AllDirectories))
    {
        var copy = Path.Combine(to, Path.GetRelativePath(from, file));
        Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
        File.Copy(file, copy);
    }
}
