using System.Globalization;
using System.Text.Json;

namespace Footing.Cli.Tests;

public sealed class ProgressVerbTests : IDisposable
{
    private readonly Executable _footing = new();

    public void Dispose() => _footing.Dispose();

    [Fact]
    public async Task Progress_prints_one_object()
    {
        var run = await _footing.RunAsync(string.Join('\n', Falling()), "progress", "-", "--on", "2026-04-10", "--zone", "Europe/London");

        run.Exit.ShouldBe(0, run.Error);
        using var progress = JsonDocument.Parse(run.Output);
        progress.RootElement.GetProperty("on").GetString().ShouldBe("2026-04-10");
        progress.RootElement.GetProperty("headline").GetRawText().ShouldBe("""{"measure":"pain","verdict":"better","look":"2026-04-06"}""");
        progress.RootElement.GetProperty("measures")[0].GetProperty("looks").GetArrayLength().ShouldBe(3);
    }

    [Fact]
    public async Task Correction_counts_as_if_it_had_been_so()
    {
        var voided = Falling().Select((_, day) => $$"""{"id":"{{Id(day + 500)}}","at":"2026-04-09T12:00:00Z","kind":"correction","of":"{{Id(day)}}","with":"void"}""");

        var run = await _footing.RunAsync(string.Join('\n', [.. Falling(), .. voided]), "progress", "-", "--on", "2026-04-10");

        run.Output.Trim().ShouldBe("""{"on":"2026-04-10","headline":{"measure":null,"verdict":"too-early","look":null},"measures":[]}""");
    }

    [Fact]
    public async Task Each_line_is_answered_in_its_order_and_a_bad_one_is_named()
    {
        var journal = $"[{string.Join(',', Falling())}]";
        string[] lines =
        [
            .. Enumerable.Range(0, 40).Select(day => $$"""{"journal":{{journal}},"on":"2026-03-{{1 + (day % 28):00}}","zone":"America/Lima"}"""),
            """{"journal":[{"id":3}],"on":"2026-13-01"}""",
            "nonsense",
            """{"journal":[],"on":"2026-01-06"}""",
        ];

        var run = await _footing.RunAsync(string.Join('\n', lines), "progress", "--each", "-");

        run.Exit.ShouldBe(2);
        var answers = run.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        answers.Select(answer => answer[7..17]).ShouldBe([.. Enumerable.Range(0, 40).Select(day => string.Create(CultureInfo.InvariantCulture, $"2026-03-{1 + (day % 28):00}")), "2026-01-06"]);
        run.Errors.ShouldContain("standard input:41: on: expected a date such as 2026-01-05, found 2026-13-01");
        run.Errors.ShouldContain("standard input:41: journal 1: id: expected a UUID, found 3");
        run.Errors.ShouldContain(line => line.StartsWith("standard input:42: not JSON", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("--zone: there is no time zone Mars", "progress", "-", "--on", "2026-01-05", "--zone", "Mars")]
    [InlineData("--on: expected a date such as 2026-01-05, found 5.1.2026", "progress", "-", "--on", "5.1.2026")]
    [InlineData("Give a journal and --on DATE", "progress", "-")]
    [InlineData("Give a journal and --on DATE", "progress", "-", "--on", "2026-01-05", "--each", "x")]
    [InlineData("nowhere.ndjson: there is no such file", "progress", "--each", "nowhere.ndjson")]
    [InlineData("standard input:1: pain: ", "progress", "-", "--on", "2026-01-05")]
    public async Task Bad_input_is_named(string message, params string[] arguments)
    {
        var run = await _footing.RunAsync($$"""{"id":"{{Id(1)}}","at":"2026-01-05T12:00:00Z","kind":"check-in","pain":11}""", arguments);

        run.Exit.ShouldBe(2);
        run.Output.ShouldBeEmpty();
        run.Error.ShouldStartWith(message);
    }

    /// <summary>Daily pain of 7 that is 3 from the fifth week on.</summary>
    private static IEnumerable<string> Falling() => Enumerable.Range(0, 96).Select(day => string.Create(
        CultureInfo.InvariantCulture,
        $$"""{"id":"{{Id(day)}}","at":"{{new DateTime(2026, 1, 5, 12, 0, 0, DateTimeKind.Utc).AddDays(day):yyyy-MM-ddTHH:mm:ssZ}}","kind":"check-in","span":"day","pain":{{(day < 28 ? 7 : 3) + (day % 2)}}}"""));

    private static string Id(int number) => string.Create(CultureInfo.InvariantCulture, $"0190f000-0000-7000-8000-{number:x12}");
}
