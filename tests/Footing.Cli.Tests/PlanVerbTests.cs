using System.Text.Json;

namespace Footing.Cli.Tests;

public sealed class PlanVerbTests : IDisposable
{
    private readonly Executable _footing = new();

    public void Dispose() => _footing.Dispose();

    [Theory]
    [InlineData("0001-01-01")]
    [InlineData("9999-12-31")]
    [InlineData("2026-2-3")]
    public async Task Plan_refuses_a_date_that_no_entry_can_have(string date)
    {
        var run = await _footing.RunAsync(Screened.Line(), "plan", "-", "--on", date);

        run.Exit.ShouldBe(2);
        run.Errors.ShouldHaveSingleItem().ShouldStartWith("--on: ");
    }

    [Fact]
    public async Task Plan_prints_one_object_with_the_reasons()
    {
        var run = await _footing.RunAsync(Screened.Line(), "plan", "-", "--on", "2026-01-05", "--zone", "Europe/London");

        run.Exit.ShouldBe(0, run.Error);
        using var plan = JsonDocument.Parse(run.Output);
        plan.RootElement.GetProperty("due").GetBoolean().ShouldBeTrue();
        plan.RootElement.GetProperty("nextDue").GetString().ShouldBe("2026-01-07");
        var first = plan.RootElement.GetProperty("exercises")[0];
        first.GetProperty("id").GetString().ShouldBe("ball-roll");
        first.GetProperty("dose").GetRawText().ShouldBe("""{"sets":1,"reps":null,"seconds":60,"perSide":true}""");
        first.GetProperty("why").GetRawText().ShouldBe($$"""[{"rule":"R20","entries":["{{Screened.Id}}"]}]""");
    }

    [Theory]
    [InlineData("--on", "05.01.2026", "--on: expected a date")]
    [InlineData("--zone", "Mars/Olympus", "--zone: there is no time zone Mars/Olympus")]
    public async Task Plan_refuses_a_date_or_zone_that_is_none(string option, string value, string message)
    {
        string[] arguments = option == "--on" ? ["plan", "-", option, value] : ["plan", "-", "--on", "2026-01-05", option, value];

        var run = await _footing.RunAsync(Screened.Line(), arguments);

        run.Exit.ShouldBe(2);
        run.Output.ShouldBeEmpty();
        run.Error.ShouldStartWith(message);
    }

    [Fact]
    public async Task Plan_refuses_one_id_with_two_contents()
    {
        var run = await _footing.RunAsync(Screened.Line() + Screened.Line("2026-01-06T09:00:00Z"), "plan", "-", "--on", "2026-01-06");

        run.Exit.ShouldBe(2);
        run.Error.ShouldStartWith($"standard input:2: id: {Screened.Id} stands in line 1 with other content");
    }

    [Theory]
    [InlineData("1e999999999", "10.0E999999998", 0)]
    [InlineData("1e999999999", "1e999999998", 2)]
    public async Task Numbers_of_a_huge_exponent_are_compared(string one, string other, int exit)
    {
        const string entry = """{"id":"0190f000-0000-7000-8000-000000000002","at":"2026-01-05T10:00:00Z","kind":"song","bars":0}""";
        var journal = Screened.Line() + entry.Replace(":0}", $":{one}}}", StringComparison.Ordinal) + "\n" + entry.Replace(":0}", $":{other}}}", StringComparison.Ordinal) + "\n";

        var run = await _footing.RunAsync(journal, "plan", "-", "--on", "2026-01-05");

        run.Exit.ShouldBe(exit, run.Error);
        run.Errors.Count.ShouldBe(exit == 0 ? 0 : 1);
    }

    [Fact]
    public async Task The_last_instant_of_a_day_stays_in_that_day()
    {
        var journal = Screened.Line() + """{"id":"0190f000-0000-7000-8000-000000000002","at":"2026-01-05T23:59:59.999999999Z","kind":"event","what":"skin-change"}""" + "\n";

        (await _footing.RunAsync(journal, "plan", "-", "--on", "2026-01-05")).Output.ShouldContain("\"rule\":\"P5\"");
    }
}
