using System.Globalization;
using System.Security.Cryptography;
using Footing.Storage.Sealing;
using Footing.Testing;
using ZstdSharp;

namespace Footing.Bench;

/// <summary>
/// Trains the dictionary with which entries are packed. Entries packed with a dictionary cannot be read without it:
/// after a Footing is released, another dictionary is another file with another number, and this one stays.
/// </summary>
internal static class DictionaryVerb
{
    private const int Bytes = 8192;

    /// <summary>The packing level of entries: the dictionary's statistics are of what it leaves over.</summary>
    private const int Level = 7;

    /// <summary>How often rare entries are repeated, so that the dictionary includes them too.</summary>
    private const int RareTimes = 3;

    private static readonly DateOnly Start = new(2024, 1, 1);

    public static int Run()
    {
        var entries = Enumerable.Range(1, 60).SelectMany(seed => Life.Of(seed, Start.AddDays(7 * seed), 400).Entries).ToList();
        var rare = entries.Where(entry => entry.Kind is not ("set" or "foot-check" or "session" or "next-morning")).ToList();
        var samples = Enumerable.Repeat(rare, RareTimes - 1).SelectMany(again => again).Concat(entries)
            .Select(entry => EntryCompression.Mark(entry.Json.Span, entry.Id, entry.At).Content);
        var dictionary = DictBuilder.TrainFromBufferFastCover(samples, Level, Bytes).ToArray();
        var file = Repository.Find("src", "Footing.Storage", "Sealing", "entries-1.dictionary");
        File.WriteAllBytes(file, dictionary);
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture, $"{file}: {dictionary.Length} bytes, SHA-256 {Convert.ToHexStringLower(SHA256.HashData(dictionary))}"));
        return 0;
    }
}
