namespace Footing.Cli.Tests;

public sealed class ProgramTests : IDisposable
{
    private readonly Executable _footing = new();

    public void Dispose() => _footing.Dispose();

    [Fact]
    public async Task A_missing_file_and_an_unknown_verb_are_bad_input()
    {
        (await _footing.RunAsync("", "plan", "none.ndjson", "--on", "2026-01-05")).ShouldSatisfyAllConditions(
            run => run.Exit.ShouldBe(2), run => run.Error.ShouldStartWith("none.ndjson: there is no such file"));
        (await _footing.RunAsync("", "dance")).Exit.ShouldBe(2);
    }
}
