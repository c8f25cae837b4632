using Dapper;
using Microsoft.Data.Sqlite;

namespace Footing.Storage.Tests;

/// <summary>A data folder of one test, and its database file as another program would meet it.</summary>
internal sealed class SqliteFile : IDisposable
{
    static SqliteFile() => SQLitePCL.Batteries_V2.Init();

    internal string Folder { get; } = Directory.CreateTempSubdirectory("footing-store-").FullName;

    internal string Name => Path.Combine(Folder, "footing.db");

    internal SqliteConnection Open()
    {
        var connection = new SqliteConnection($"Data Source={Name};Pooling=False");
        connection.Open();
        return connection;
    }

    internal void Run(string sql)
    {
        using var connection = Open();
        connection.Execute(sql);
    }

    internal T Ask<T>(string sql)
    {
        using var connection = Open();
        return connection.ExecuteScalar<T>(sql)!;
    }

    /// <summary>Every file of the folder with its bytes, to show that nothing was touched.</summary>
    internal Dictionary<string, string> Snapshot() => Snapshot(Folder);

    /// <summary>The same of any folder.</summary>
    internal static Dictionary<string, string> Snapshot(string folder) =>
        Directory.GetFiles(folder).ToDictionary(file => Path.GetFileName(file), file => Convert.ToHexString(Bytes(file)));

    /// <summary>A file's bytes, though somebody has it open.</summary>
    internal static byte[] Bytes(string file)
    {
        using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        using var bytes = new MemoryStream();
        stream.CopyTo(bytes);
        return bytes.ToArray();
    }

    public void Dispose()
    {
        if (Directory.Exists(Folder))
        {
            Directory.Delete(Folder, recursive: true);
        }
    }
}
