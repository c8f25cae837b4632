using System.Globalization;
using System.Runtime.InteropServices;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace Footing.Bench;

/// <summary>The machine on which the figures were measured.</summary>
internal static class Machine
{
    /// <summary>One paragraph.</summary>
    /// <param name="postgres">A connection string.</param>
    /// <param name="loadBefore">The load average before the measurement.</param>
    public static async Task<string> DescribeAsync(string postgres, string loadBefore)
    {
        await using var server = new NpgsqlConnection(postgres);
        await server.OpenAsync();
        using var sqlite = new SqliteConnection("Data Source=:memory:");
        await sqlite.OpenAsync();
        var memory = GC.GetGCMemoryInfo().TotalAvailableMemoryBytes / 1e9;
        return string.Create(
            CultureInfo.InvariantCulture,
            $"""
            Measured on {DateTime.UtcNow:d MMMM yyyy} on {Environment.ProcessorCount} cores ({Line("/proc/cpuinfo", "model name")}), {memory:0} GB of memory,
            {Disk()}; {RuntimeInformation.OSDescription}, .NET {Environment.Version}, SQLite {sqlite.ServerVersion}, PostgreSQL {server.PostgreSqlVersion}.
            Load average before it began: {loadBefore} (on {Environment.ProcessorCount} cores: more than 0.5 means that other work was running too).
            """);
    }

    /// <summary>The load average of the last minute.</summary>
    public static string Load() => File.ReadAllText("/proc/loadavg").Split(' ')[0];

    /// <summary>The file system of the folder used for measuring, and whether its disk rotates.</summary>
    private static string Disk()
    {
        var place = Path.GetTempPath();
        var mount = File.ReadLines("/proc/mounts").Select(line => line.Split(' '))
            .Where(parts => place.StartsWith(parts[1], StringComparison.Ordinal)).MaxBy(parts => parts[1].Length)!;
        var name = Path.GetFileName(mount[0]);
        if (!Directory.Exists($"/sys/block/{name}"))
        {
            // A partition has the disk's name and a number; the root's disk may have another name here.
            name = Directory.GetDirectories("/sys/block").Select(Path.GetFileName).FirstOrDefault(disk => name.StartsWith(disk!, StringComparison.Ordinal)) ?? "";
        }

        var turns = $"/sys/block/{name}/queue/rotational";
        var kind = !File.Exists(turns) ? "a disk of unknown kind"
            : name.StartsWith("vd", StringComparison.Ordinal) ? "a virtual disk"
            : File.ReadAllText(turns).Trim() == "0" ? "a solid-state disk" : "a hard disk";
        return $"{kind} with {mount[2]}";
    }

    private static string Line(string file, string name) =>
        File.ReadLines(file).FirstOrDefault(line => line.StartsWith(name, StringComparison.Ordinal))?.Split(": ")[^1] ?? "unknown";
}
