using System.Security.Cryptography;
using System.Text.Json.Nodes;

namespace Footing.Content.Tests;

/// <summary>The folder that others get: it can be read and checked by itself, and says what it is.</summary>
public sealed class ProgrammeExportTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("footing-pack-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void Folder_is_a_programme_in_which_nothing_is_wrong_and_lists_its_files_and_licence()
    {
        var written = ProgrammeExport.Write(_folder);

        Lint.Run(_folder).ShouldBeEmpty();
        var listing = JsonNode.Parse(File.ReadAllText(Path.Combine(_folder, "pack.json")))!;
        ((string?)listing["license"]).ShouldBe("CC-BY-4.0");
        ((string?)listing["version"]).ShouldBe(ShippedProgramme.Load().Version);
        listing["languages"]!.AsArray().Select(language => (string?)language).ShouldBe(["en", "es"]);
        var files = listing["files"]!.AsArray();
        files.Count.ShouldBe(written - 1, "all but the list itself");
        Directory.EnumerateFiles(_folder, "*", SearchOption.AllDirectories).Count().ShouldBe(written);
        foreach (var file in files)
        {
            Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(Path.Combine(_folder, (string)file!["path"]!)))).ShouldBe((string?)file["sha256"]);
        }

        string[] needed = ["programme.schema.json", "LICENSE.md", "README.md", "clinical/sources.yaml", "clinical/texts/es/sources.yaml", "movements/ankle-pump.yaml", "exercises/calf-raise.yaml"];
        needed.ShouldBeSubsetOf(files.Select(file => (string)file!["path"]!));
    }

    [Fact]
    public void Folder_that_holds_something_is_left_alone()
    {
        File.WriteAllText(Path.Combine(_folder, "mine.txt"), "mine");

        Should.Throw<IOException>(() => ProgrammeExport.Write(_folder)).Message.ShouldContain("the folder is not empty; name a new one");
        Directory.EnumerateFileSystemEntries(_folder).Count().ShouldBe(1);
    }

    [Fact]
    public void File_in_the_folder_s_place_is_left_alone()
    {
        var file = Path.Combine(_folder, "mine.txt");
        File.WriteAllText(file, "mine");

        Should.Throw<IOException>(() => ProgrammeExport.Write(file)).Message.ShouldContain("is a file; name a new folder");
        File.ReadAllText(file).ShouldBe("mine");
    }
}
