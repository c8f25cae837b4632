namespace Footing.Cli.Tests;

public sealed class PackVerbTests : IDisposable
{
    private readonly Executable _footing = new();

    public void Dispose() => _footing.Dispose();

    [Fact]
    public async Task Pack_is_a_programme_whose_stale_translation_is_named_until_it_is_written_down()
    {
        (await _footing.RunAsync("", "pack", "pack")).ShouldSatisfyAllConditions(
            run => run.Exit.ShouldBe(0), run => run.Error.ShouldMatch("^[0-9]+ files written\\.\n$"));
        (await _footing.RunAsync("", "pack", "pack")).ShouldSatisfyAllConditions(
            run => run.Exit.ShouldBe(2), run => run.Error.ShouldContain("the folder is not empty"));
        (await _footing.RunAsync("", "lint", "pack")).Exit.ShouldBe(0);
        var marks = Path.Combine(_footing.Folder, "pack", "translated", "es.yaml");
        var lines = (await File.ReadAllLinesAsync(marks)).Select(line => line.StartsWith("ankle-pump.name:", StringComparison.Ordinal) ? "ankle-pump.name: 00000000" : line);
        await File.WriteAllLinesAsync(marks, lines);

        (await _footing.RunAsync("", "lint", "pack")).ShouldSatisfyAllConditions(
            run => run.Exit.ShouldBe(1), run => run.Output.ShouldMatch("^pack/texts/es/ankle-pump\\.yaml:[0-9]+: ankle-pump\\.name: The English words have changed"));
        (await _footing.RunAsync("", "translated", "pack", "es", "ankle-pump.nam")).ShouldSatisfyAllConditions(
            run => run.Exit.ShouldBe(2), run => run.Error.ShouldContain("There is no text \"ankle-pump.nam\""));
        (await _footing.RunAsync("", "translated", "pack", "es", "ankle-pump.name")).Error.ShouldBe("1 mark written.\n");
        (await _footing.RunAsync("", "lint", "pack")).Exit.ShouldBe(0);
    }
}
