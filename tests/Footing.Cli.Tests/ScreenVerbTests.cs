namespace Footing.Cli.Tests;

public sealed class ScreenVerbTests : IDisposable
{
    private readonly Executable _footing = new();

    public void Dispose() => _footing.Dispose();

    [Fact]
    public async Task Screen_answers_each_line_with_a_decision()
    {
        var run = await _footing.RunAsync(Screened.Answers + "\n\n" + $$"""{"answers":{{Screened.Answers.Replace("\"touch-test\":0", "\"touch-test\":3", StringComparison.Ordinal)}},"cleared":["R13"]}""", "screen", "-");

        run.Exit.ShouldBe(0, run.Error);
        var lines = run.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        lines[0].ShouldBe("""{"disposition":"proceed","rules":["R20"],"allowed":["ball-roll","toe-lift","ankle-pump","heel-toe-lift","calf-raise"],"caps":{},"advisories":[],"missing":[],"cleared":[]}""");
        lines[1].ShouldBe("""{"disposition":"proceed","rules":["R20"],"allowed":["ball-roll","toe-lift","ankle-pump","heel-toe-lift","calf-raise"],"caps":{"ball-roll":1,"calf-raise":2},"advisories":[],"missing":[],"cleared":["R13"]}""");
    }

    [Theory]
    [InlineData("""{"tandem-stand-seconds":"2026-01-01"}""", "2026-03-25", "R20")]
    [InlineData("""{"tandem-stand-seconds":"2026-01-01"}""", "2026-03-26", "R21")]
    [InlineData("""{"touch-test":"2026-01-01"}""", "2026-07-01", "R20")]
    [InlineData("""{"touch-test":"2026-01-01"}""", "2026-07-02", "R14")]
    [InlineData("{}", "2026-07-02", "R20")]
    public async Task Screen_judges_a_test_by_its_age(string measured, string on, string rule)
    {
        var run = await _footing.RunAsync($$"""{"answers":{{Screened.Answers}},"measured":{{measured}},"on":"{{on}}"}""", "screen", "-");

        run.Exit.ShouldBe(0, run.Error);
        run.Output.ShouldContain($"\"rules\":[\"{rule}\"]");
    }

    [Theory]
    [InlineData("""{"answers":{},"measured":{"touch-test":"2026-01-02"},"on":"2026-01-01"}""", "measured.touch-test: 2026-01-02 is after")]
    [InlineData("""{"answers":{"touch-test":"self"},"measured":{"touch-test":"2026-01-02"},"on":"2026-01-01"}""", "measured.touch-test: 2026-01-02 is after")]
    [InlineData("""{"answers":{},"measured":{"touch-test":"2026-01-02"}}""", "on: is missing")]
    [InlineData("""{"answers":{},"measured":{"age":"2026-01-02"},"on":"2026-01-03"}""", "measured.age: ")]
    [InlineData("""{"answers":{},"measured":{"touch-test":"2 January"},"on":"2026-01-03"}""", "measured.touch-test: ")]
    [InlineData("""{"answers":{},"measured":[],"on":"2026-01-03"}""", "measured: ")]
    [InlineData("""{"answers":{},"on":"today"}""", "on: ")]
    public async Task Screen_names_what_is_wrong_with_the_date_of_a_test(string line, string error)
    {
        var run = await _footing.RunAsync(line, "screen", "-");

        run.Exit.ShouldBe(2);
        run.Errors.ShouldHaveSingleItem().ShouldStartWith($"standard input:1: {error}");
    }

    [Fact]
    public async Task Screen_names_file_line_and_question_of_bad_input()
    {
        var file = _footing.Write("answers.ndjson", """{"age":17}""" + "\n" + """{"shoe-size":42,"age":"old"}""" + "\nnonsense\n");

        var run = await _footing.RunAsync("", "screen", file);

        run.Exit.ShouldBe(2);
        run.Output.ShouldBeEmpty();
        run.Errors[0].ShouldStartWith("answers.ndjson:1: age: expected a whole number from 18 to 120, found 17");
        run.Errors.ShouldContain(line => line.StartsWith("answers.ndjson:2: shoe-size: unknown question"));
        run.Errors.ShouldContain(line => line.StartsWith("answers.ndjson:2: age: expected a whole number from 18 to 120"));
        run.Errors[^1].ShouldStartWith("answers.ndjson:3: not JSON");
    }

    [Theory]
    [InlineData("""{"\ud800":"no"}""", "not JSON")]
    [InlineData("""{"answers":{},"cleared":["\ud800"]}""", "cleared: ")]
    [InlineData("""{"shoe\nsize":"no"}""", "shoe\uFFFDsize: ")]
    public async Task Screen_says_in_one_line_what_is_wrong_with_an_odd_name(string line, string error)
    {
        var run = await _footing.RunAsync(line, "screen", "-");

        run.Exit.ShouldBe(2);
        run.Errors.ShouldHaveSingleItem().ShouldStartWith($"standard input:1: {error}");
    }

    [Fact]
    public async Task Numbers_are_read_by_their_value()
    {
        var run = await _footing.RunAsync(Screened.Answers.Replace("\"age\":67", "\"age\":6.7e1", StringComparison.Ordinal) + "\n" + Screened.Answers.Replace("\"touch-test\":0", "\"touch-test\":0.0", StringComparison.Ordinal), "screen", "-");

        run.Exit.ShouldBe(0, run.Error);
        run.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).ShouldAllBe(line => line.Contains("\"rules\":[\"R20\"]"));
    }
}
