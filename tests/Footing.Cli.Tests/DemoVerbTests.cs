namespace Footing.Cli.Tests;

public sealed class DemoVerbTests : IDisposable
{
    private readonly Executable _footing = new();

    public void Dispose() => _footing.Dispose();

    [Fact]
    public async Task Demo_makes_a_folder_of_its_own_and_never_writes_into_another()
    {
        var folder = Path.Combine(_footing.Folder, "demo");

        var made = await _footing.RunAsync("", "demo", folder, "--weeks", "3");
        made.Exit.ShouldBe(0, made.Error);
        made.Error.ShouldContain("a made-up person of 3 weeks");
        var exported = await _footing.RunAsync("", "export", "--data", folder);
        exported.Output.ShouldContain("\"kind\":\"session\"");

        var again = await _footing.RunAsync("", "demo", folder);
        again.Exit.ShouldBe(2);
        again.Error.ShouldContain("is not empty; a made-up person needs a folder of its own.");
        (await _footing.RunAsync("", "export", "--data", folder)).Output.ShouldBe(exported.Output, "nothing was added");
    }

    [Fact]
    public async Task A_file_is_no_folder_and_stays_as_it_is()
    {
        var file = Path.Combine(_footing.Folder, "notes.txt");
        await File.WriteAllTextAsync(file, "mine");

        var run = await _footing.RunAsync("", "demo", file);

        run.Exit.ShouldBe(2);
        run.Error.ShouldContain("is a file; a made-up person needs a folder.");
        (await File.ReadAllTextAsync(file)).ShouldBe("mine");
    }

    [Theory]
    [InlineData("--weeks", "0")]
    [InlineData("--seed", "much")]
    public async Task Number_that_is_none_is_refused_and_nothing_is_made(string option, string value)
    {
        var folder = Path.Combine(_footing.Folder, "demo");

        var run = await _footing.RunAsync("", "demo", folder, option, value);

        run.Exit.ShouldBe(2);
        run.Error.ShouldStartWith($"{option}: expected a whole number");
        Directory.Exists(folder).ShouldBeFalse();
    }
}
