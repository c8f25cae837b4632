using Footing.Testing;

namespace Footing.Cli.Tests;

public sealed class LintVerbTests : IDisposable
{
    private readonly Executable _footing = new();

    public void Dispose() => _footing.Dispose();

    [Fact]
    public async Task Lint_passes_what_is_shipped_and_says_no_to_an_empty_folder()
    {
        (await _footing.RunAsync("", "lint", Repository.Find("programmes", "neuropathic-foot"))).ShouldSatisfyAllConditions(
            run => run.Output.ShouldBeEmpty(), run => run.Exit.ShouldBe(0));
        Directory.CreateDirectory(Path.Combine(_footing.Folder, "empty"));
        (await _footing.RunAsync("", "lint", "empty")).Exit.ShouldBe(1);
        (await _footing.RunAsync("", "lint", "nowhere")).Exit.ShouldBe(2);
    }
}
