using System.Text.Json;

namespace Footing.Cli.Tests;

public sealed class ScriptVerbTests : IDisposable
{
    private readonly Executable _footing = new();

    public void Dispose() => _footing.Dispose();

    [Fact]
    public async Task Script_prints_the_timeline_and_says_no_when_nothing_may_be_done()
    {
        var run = await _footing.RunAsync(Screened.Line(), "script", "-", "--on", "2026-01-05");

        run.Exit.ShouldBe(0, run.Error);
        using var script = JsonDocument.Parse(run.Output);
        script.RootElement.GetProperty("steps").EnumerateArray().Select(step => step.GetProperty("kind").GetString()).ShouldContain("sole-check");
        (await _footing.RunAsync(Screened.Line(), "script", "-", "--on", "2026-03-05")).Exit.ShouldBe(1);
        (await _footing.RunAsync(Screened.Line(), "script", "-", "--on", "2026-01-05", "--language", "xx")).Exit.ShouldBe(2);
    }

    [Theory]
    [InlineData("es", "es-419", "el mesón o la mesada de la cocina, para agarrarse")]
    [InlineData("es-419", "es-419", "el mesón o la mesada de la cocina, para agarrarse")]
    [InlineData("es-ES", "es-ES", "La encimera de la cocina, u otra cosa que no se mueva")]
    public async Task Words_are_those_of_the_locale_and_es_is_that_of_Latin_America(string asked, string language, string thing)
    {
        var run = await _footing.RunAsync(Screened.Line(), "script", "-", "--on", "2026-01-05", "--language", asked);

        run.Exit.ShouldBe(0, run.Error);
        using var script = JsonDocument.Parse(run.Output);
        script.RootElement.GetProperty("language").GetString().ShouldBe(language);
        run.Output.ShouldContain(thing);
    }
}
