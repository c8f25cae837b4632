using System.Globalization;
using System.Security.Cryptography;
using Footing.Storage.Sealing;
using Footing.Testing;
using ZstdSharp;

namespace Footing.Bench;

/// <summary>
/// Trains the dictionary by which entries are packed. What has been packed with a dictionary is lost without it: once a
/// Footing has been shipped, another dictionary is another file with another number, and this one stays.
/// </summary>
internal static class DictionaryVerb
{
    private const int Bytes = 8192;

    /// <summary>The level that entries are packed with: the dictionary's statistics are of what it leaves over.</summary>
    private const int Level = 7;

    /// <summary>How often what is written seldom is shown, so that it has a place beside so many sets.</summary>
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
