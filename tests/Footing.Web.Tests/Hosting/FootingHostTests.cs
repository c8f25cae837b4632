using Footing.Web.Hosting;

namespace Footing.Web.Tests.Hosting;

/// <summary>What the host keeps is only its owner's, no matter who starts it.</summary>
public sealed class FootingHostTests : IDisposable
{
    private const UnixFileMode Owner = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;
    private const UnixFileMode Everybody = Owner | UnixFileMode.GroupRead | UnixFileMode.GroupExecute | UnixFileMode.OtherRead | UnixFileMode.OtherExecute;

    private readonly string _above = Directory.CreateTempSubdirectory("footing-data-").FullName;

    public void Dispose() => Directory.Delete(_above, recursive: true);

    [Fact]
    public async Task A_new_data_folder_is_the_owner_s_alone_and_one_that_everybody_might_read_becomes_so()
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        var data = Path.Combine(_above, "new", "data");
        string[] folders = [data, Path.Combine(data, "keys"), Path.Combine(data, "keyring")];
        foreach (var isOpen in (bool[])[false, true])
        {
            await using (await FootingHost.BuildAsync(new FootingOptions { DataFolder = data, Urls = ["http://127.0.0.1:0"] }))
            {
                foreach (var folder in folders)
                {
                    File.GetUnixFileMode(folder).ShouldBe(Owner, $"{folder}, opened before: {isOpen}");
                }
            }

            File.GetUnixFileMode(Path.GetDirectoryName(data)!).ShouldBe(Owner, "made with it");
            foreach (var folder in folders)
            {
                File.SetUnixFileMode(folder, Everybody);
            }
        }
    }
}
