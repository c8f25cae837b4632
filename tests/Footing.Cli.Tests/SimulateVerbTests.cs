using Footing.Testing;

namespace Footing.Cli.Tests;

public sealed class SimulateVerbTests : IDisposable
{
    private readonly Executable _footing = new();

    public void Dispose() => _footing.Dispose();

    [Fact]
    public async Task Simulate_prints_the_same_table_for_the_same_seed()
    {
        string[] arguments = ["simulate", "--people", "12", "--weeks", "4", "--seed", "7"];

        var run = await _footing.RunAsync("", arguments);

        run.Exit.ShouldBe(0, run.Error);
        run.Output.ShouldStartWith("This tests rules on virtual people. It forecasts nobody's recovery.\n");
        run.Output.ShouldEndWith("\n\nThis tests rules on virtual people. It forecasts nobody's recovery.\n");
        run.Output.ShouldContain("\n12 people, 4 weeks, seed 7\nprogramme neuropathic-foot, version ");
        run.Error.ShouldBeEmpty();
        (await _footing.RunAsync("", arguments)).Output.ShouldBe(run.Output);
    }

    [Fact]
    public async Task Simulate_writes_a_person_s_journal_that_plan_can_read()
    {
        var journal = await _footing.RunAsync("", "simulate", "--weeks", "4", "--seed", "7", "--person", "3");

        journal.Exit.ShouldBe(0, journal.Error);
        (await _footing.RunAsync(journal.Output, "plan", "-", "--on", "2026-01-30")).Exit.ShouldBe(0);
    }

    [Fact]
    public async Task Simulate_takes_a_programme_s_folder()
    {
        var shipped = Path.Combine(Repository.Root, "programmes", "neuropathic-foot");
        string[] arguments = ["simulate", "--people", "4", "--weeks", "4"];

        var run = await _footing.RunAsync("", [.. arguments, "--programme", shipped]);

        run.Exit.ShouldBe(0, run.Error);
        run.Output.ShouldBe((await _footing.RunAsync("", arguments)).Output);
    }

    [Theory]
    [InlineData("--people", "0", "--people: expected a whole number from 1 to 1000000, found 0.")]
    [InlineData("--people", "many", "--people: expected a whole number from 1 to 1000000, found many.")]
    [InlineData("--weeks", "0", "--weeks: expected a whole number from 1 to 520, found 0.")]
    [InlineData("--weeks", "521", "--weeks: expected a whole number from 1 to 520, found 521.")]
    [InlineData("--seed", "x", "--seed: expected a whole number, found x.")]
    [InlineData("--person", "0", "--person: expected a whole number of 1 or more, found 0.")]
    [InlineData("--programme", "nowhere", "nowhere: there is no such folder; check the path.")]
    public async Task Simulate_says_in_one_sentence_what_is_wrong(string option, string value, string sentence)
    {
        var run = await _footing.RunAsync("", "simulate", option, value);

        run.Exit.ShouldBe(2);
        run.Output.ShouldBeEmpty();
        run.Errors.ShouldBe([sentence]);
    }

    [Fact]
    public async Task Simulate_refuses_a_programme_with_findings()
    {
        Directory.CreateDirectory(Path.Combine(_footing.Folder, "mine"));
        _footing.Write(Path.Combine("mine", "programme.yaml"), "id: mine\n");

        var run = await _footing.RunAsync("", "simulate", "--programme", "mine");

        run.Exit.ShouldBe(2);
        run.Errors.ShouldHaveSingleItem().ShouldMatch("^mine: the programme has \\d+ findings, listed by footing lint mine; the first is mine/");
    }
}
