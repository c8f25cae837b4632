namespace Footing.Cli.Tests;

public sealed class ImportVerbTests : IDisposable
{
    private readonly Executable _footing = new();

    public void Dispose() => _footing.Dispose();

    [Fact]
    public async Task An_import_with_a_bad_line_changes_nothing()
    {
        await _footing.RunAsync(Screened.Line(), "import", "-");
        var file = _footing.Write("more.ndjson", Screened.Line("2026-01-06T09:00:00Z") + """{"id":"0190f000-0000-7000-8000-000000000003","at":"2026-01-06T09:00:00Z","kind":"event","what":"fall"}""" + "\n");

        var run = await _footing.RunAsync("", "import", file);

        run.Exit.ShouldBe(2);
        run.Errors[0].ShouldStartWith("more.ndjson:1: id:");
        (await _footing.RunAsync("", "export")).Output.ShouldBe(Screened.Line());
    }
}
