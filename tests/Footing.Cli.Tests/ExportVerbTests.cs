namespace Footing.Cli.Tests;

public sealed class ExportVerbTests : IDisposable
{
    private readonly Executable _footing = new();

    public void Dispose() => _footing.Dispose();

    [Fact]
    public async Task What_is_imported_is_exported_byte_for_byte_and_can_be_erased()
    {
        var odd = """{"kind":"song","at":"2026-01-04T08:00:00+01:00","id":"0190f000-0000-7000-8000-000000000002","bars":[1, 2]}""" + "\n";

        (await _footing.RunAsync(Screened.Line() + odd, "import", "-")).ShouldSatisfyAllConditions(
            run => run.Exit.ShouldBe(0), run => run.Error.ShouldContain("2 entries imported"));
        (await _footing.RunAsync(Screened.Line() + odd, "import", "-")).Error.ShouldContain("0 entries imported, 2 were there already");
        (await _footing.RunAsync("", "export")).Output.ShouldBe(odd + Screened.Line());
        (await _footing.RunAsync("", "erase")).Exit.ShouldBe(2);
        (await _footing.RunAsync("", "erase", "--yes")).Exit.ShouldBe(0);
        (await _footing.RunAsync("", "export")).Output.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_folder_without_data_is_named_rather_than_exported_as_empty()
    {
        (await _footing.RunAsync("", "export", "--data", "mistyped")).ShouldSatisfyAllConditions(
            run => run.Exit.ShouldBe(2), run => run.Errors.ShouldHaveSingleItem().ShouldContain("holds no data of Footing"));
        (await _footing.RunAsync("", "erase", "--yes", "--data", "mistyped")).Exit.ShouldBe(2);
        Directory.Exists(Path.Combine(_footing.Folder, "mistyped")).ShouldBeFalse();
        await _footing.RunAsync(Screened.Line(), "import", "-");
        (await _footing.RunAsync("", "export", "nowhere/j.ndjson")).Errors.ShouldHaveSingleItem().ShouldStartWith("nowhere/j.ndjson: cannot be written");
        (await _footing.RunAsync("", "serve", "--data", _footing.Write("file", ""))).Errors.ShouldHaveSingleItem().ShouldContain("cannot be the data folder");
    }
}
