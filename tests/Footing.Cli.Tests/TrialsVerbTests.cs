namespace Footing.Cli.Tests;

public sealed class TrialsVerbTests : IDisposable
{
    private readonly Executable _footing = new();

    public void Dispose() => _footing.Dispose();

    [Fact]
    public async Task Trials_print_a_row_for_each_kind_of_journal()
    {
        var run = await _footing.RunAsync("", "trials", "--journals", "5", "--seed", "3");

        // Of five journals a bound is easily missed; which ones is said.
        run.Exit.ShouldBeInRange(0, 1, run.Error);
        (run.Exit == 1).ShouldBe(run.Errors.Count > 0);
        run.Output.ShouldStartWith("5 journals of daily pain a row, seed 3; in percent");
        run.Output.Split('\n').Count(line => line.StartsWith("level ", StringComparison.Ordinal)).ShouldBe(96);
    }

    [Theory]
    [InlineData("--journals", "0")]
    [InlineData("--seed", "much")]
    public async Task Number_that_is_none_is_refused(string option, string value)
    {
        var run = await _footing.RunAsync("", "trials", option, value);

        run.Exit.ShouldBe(2);
        run.Error.ShouldStartWith($"{option}: expected a whole number");
    }
}
