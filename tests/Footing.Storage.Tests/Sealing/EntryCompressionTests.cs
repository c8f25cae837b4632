using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Footing.Storage.Sealing;
using FsCheck.Xunit;
using ZstdSharp;
using ZstdSharp.Unsafe;

namespace Footing.Storage.Tests.Sealing;

public sealed class EntryCompressionTests
{
    private const string Set =
        """{"id":"01956f4e-1c2d-7abc-9def-0123456789ab","at":"2026-03-04T09:10:11.123+01:00","kind":"set","session":"01956f47-aaaa-7bbb-8ccc-dddddddddddd","exercise":"ankle-pump","level":2,"set":1,"side":"left","reps":20,"target":20}""";

    private static readonly string[] Ends = ["", "Z", "+00:00", "+01:00", "-05:30", "+05:45", "+14:00", "-14:00", "+00:07"];

    [Property(MaxTest = 1000)]
    public void Unpacking_gives_the_same_bytes(int seed)
    {
        var (json, id, at) = Any(new Random(seed));

        Encoding.UTF8.GetString(EntryCompression.Unpack(EntryCompression.Pack(json, id, at), id, at.ToUniversalTime())).ShouldBe(Encoding.UTF8.GetString(json));
    }

    [Theory]
    [InlineData("")]
    [InlineData("\"")]
    [InlineData("{}")]
    [InlineData("\"01956f4e-1c2d-7abc-9def-0123456789ab")]
    [InlineData("\"01956F4E-1C2D-7ABC-9DEF-0123456789AB\"")]
    [InlineData("[\"01956f4e-1c2d-7abc-9def-0123456789ab\",\"01956f4e-1c2d-7abc-9def-0123456789ab\"]")]
    [InlineData("[\"01956f4e-1c2d-7abc-9def-0123456789ac\",\"01956f4e+1c2d-7abc-9def-0123456789ac\",\"01956f4e1c2d7abc9def0123456789ac----\"]")]
    [InlineData("\"2026-03-04T09:10:11.123+01:002026-03-04T09:10:11.123+01:00\"")]
    [InlineData("\"2026-03-04T08:10:11.123+00:00\"")]
    [InlineData("{\"note\":\"\\u0001\\u0002\\u0003 \\\"01956f4e-1c2d-7abc-9def-0123456789ab\\\"\"}\t\r\n")]
    public void Odd_texts_come_back(string text)
    {
        var json = Encoding.UTF8.GetBytes(text);

        Unpack(Pack(json)).ShouldBe(json);
    }

    [Fact]
    public void More_ids_than_there_is_room_for_come_back()
    {
        var json = Encoding.UTF8.GetBytes(JsonSerializer.Serialize(Enumerable.Range(0, 200).Select(n => new Guid(n, 0, 0, new byte[8]).ToString())));

        Unpack(Pack(json)).ShouldBe(json);
    }

    [Fact]
    public void The_first_and_the_last_instant_come_back_in_every_offset_that_they_have()
    {
        foreach (var minutes in (int[])[-840, -60, -1, 0, 1, 60, 840])
        {
            foreach (var local in (DateTime[])[DateTime.MinValue, DateTime.MinValue.AddDays(1), DateTime.MaxValue.AddDays(-1), DateTime.MaxValue])
            {
                var offset = TimeSpan.FromMinutes(minutes);
                if (local - DateTime.MinValue < offset || DateTime.MaxValue - local < -offset)
                {
                    continue;
                }

                var at = new DateTimeOffset(local, offset);
                var json = Encoding.UTF8.GetBytes($$"""{"at":"{{at.ToString("yyyy-MM-dd'T'HH:mm:ss.fffzzz", CultureInfo.InvariantCulture)}}"}""");
                EntryCompression.Unpack(EntryCompression.Pack(json, Id, at), Id, at.ToUniversalTime()).ShouldBe(json);
            }
        }
    }

    [Fact]
    public void What_is_no_JSON_is_the_callers_mistake()
    {
        foreach (var mark in (byte[])[1, 2, 3])
        {
            Should.Throw<ArgumentException>(() => Pack([(byte)'"', mark, (byte)'"']));
        }

        Should.Throw<ArgumentException>(() => Pack(new byte[(1024 * 1024) + 1]));
    }

    [Property(MaxTest = 1000)]
    public void Damaged_bytes_are_refused_or_read_as_others_and_do_no_harm(int seed)
    {
        var random = new Random(seed);
        var (json, id, at) = Any(random);
        var packed = EntryCompression.Pack(json, id, at);
        Try(Damaged(packed, random), id, at);
    }

    [Property(MaxTest = 1000)]
    public void Bytes_at_random_are_refused_or_read_and_do_no_harm(int seed)
    {
        var random = new Random(seed);
        var bytes = new byte[random.Next(200)];
        random.NextBytes(bytes);
        if (bytes.Length > 0)
        {
            // Most of them are taken for what they could be: a form that there is, with few ids.
            bytes[0] &= 0b101;
        }

        Try(bytes, Id, At);
    }

    [Fact]
    public void What_swells_without_end_is_refused()
    {
        Should.Throw<InvalidDataException>(() => Unpack([0, .. Enumerable.Repeat((byte)1, 1024 * 1024)]));
        Should.Throw<InvalidDataException>(() => Unpack([0, .. Enumerable.Repeat<byte[]>([2, 100], 1024 * 1024).SelectMany(mark => mark)]));
        foreach (var letter in (byte[])[(byte)' ', 1, 2, 3])
        {
            Try([1, .. Frame(Enumerable.Repeat(letter, 100 * 1024 * 1024).ToArray())], Id, At).ShouldBeNull();
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData("01")]
    [InlineData("0100")]
    [InlineData("02616263")]
    [InlineData("03616263")]
    [InlineData("04616263")]
    [InlineData("fc")]
    [InlineData("0003")]
    [InlineData("0002")]
    [InlineData("000200")]
    [InlineData("0002ff")]
    [InlineData("040000000000000000000000000000000061")]
    public void What_packing_never_makes_is_refused(string hex) =>
        Should.Throw<InvalidDataException>(() => Unpack(Convert.FromHexString(hex)));

    [Fact]
    public void A_time_that_its_offset_leads_out_of_the_calendar_is_refused()
    {
        Should.Throw<InvalidDataException>(() => EntryCompression.Unpack([0, 2, 44], Id, DateTimeOffset.MinValue));
        Should.Throw<InvalidDataException>(() => EntryCompression.Unpack([0, 2, 156], Id, DateTimeOffset.MaxValue));
    }

    [Fact]
    public void A_set_is_packed_to_a_sixth()
    {
        var set = Encoding.UTF8.GetBytes(Set);

        Pack(set).Length.ShouldBeLessThanOrEqualTo(36);
        Unpack(Pack(set)).ShouldBe(set);
    }

    /// <summary>Whatever has been packed must be read for ever: these were packed when dictionary 1 was made.</summary>
    [Theory]
    [InlineData(Set, "0501956f47aaaa7bbb8cccdddddddddddd00006500000003700098d2c59cf4751347")]
    [InlineData("""{"id":"01956f4e-1c2d-7abc-9def-0123456789ab","at":"2026-03-04T09:10:11.123+01:00","kind":"foot-check","skin":"clear","heat":"no","swelling":"no","looked":"self"}""", "0100003d000000010000981a20")]
    [InlineData("""{"id":"01956f4e-1c2d-7abc-9def-0123456789ab","at":"2026-03-04T09:10:11.123+01:00","kind":"screening","answers":{"cold-pale-limb":"no","breathless-with-leg-swelling":"unsure","touch-test":"self","tandem-stand-seconds":7,"chair-stands":"not-done","age":66,"sex-for-norms":"female"}}""", "0100000501006037363666656d616c65227d7d06ccc05817074d885cc3e6ec217239bf4f0c0c")]
    [InlineData("""{"id":"01956f4e-1c2d-7abc-9def-0123456789ab","at":"2026-03-04T09:10:11.123+01:00","kind":"background","causesTold":["unknown"],"sites":["toes","soles"],"medicines":"Pregabalin, 75 mg – more at night"}""", "01000035020013030bbdaa1b6b44188e6ac21127e9c291062ce082638d0b876b381826b24c289335e2f460a24a0412a50af3044c4808f0ce0a2d1a18c03a67462f18c72299f5ff0e75ccd8a9")]
    [InlineData("""{"id":"01956f4e-1c2d-7abc-9def-0123456789ab","at":"2026-03-04T09:10:11.123+01:00","kind":"correction","of":"01956f4e-0000-7000-8000-000000000001","with":"void"}""", "0501956f4e0000700080000000000000010000150100906f727265632c226f66223a22766f6964227d04f0281e007c73fe8bb575c8bd5020")]
    [InlineData("[]", "005b5d")]
    public void What_was_packed_before_is_read(string json, string hex) =>
        Encoding.UTF8.GetString(Unpack(Convert.FromHexString(hex))).ShouldBe(json);

    [Fact]
    public void The_dictionary_stays()
    {
        using var dictionary = typeof(EntryCompression).Assembly.GetManifestResourceStream("packing/entries-1.dictionary")!;

        Convert.ToHexStringLower(SHA256.HashData(dictionary)).ShouldBe(
            "8e1f49d8a025faf015199f3564ebc068fc863b6c73ae36f4fc8d2247faf6a07e",
            "what has been packed with it cannot be read with another: a new one is a new file and a new form");
    }

    private static Guid Id { get; } = Guid.Parse("01956f4e-1c2d-7abc-9def-0123456789ab");

    private static DateTimeOffset At { get; } = new(2026, 3, 4, 9, 10, 11, 123, TimeSpan.FromHours(1));

    private static byte[] Pack(byte[] json) => EntryCompression.Pack(json, Id, At);

    private static byte[] Unpack(byte[] packed) => EntryCompression.Unpack(packed, Id, At.ToUniversalTime());

    /// <summary>Unpacks what may be damaged: null when it is refused, and never more than a few times what an entry may be.</summary>
    private static byte[]? Try(byte[] packed, Guid id, DateTimeOffset at)
    {
        var before = GC.GetAllocatedBytesForCurrentThread();
        byte[]? json;
        try
        {
            json = EntryCompression.Unpack(packed, id, at.ToUniversalTime());
        }
        catch (InvalidDataException)
        {
            json = null;
        }

        (GC.GetAllocatedBytesForCurrentThread() - before).ShouldBeLessThan(16 * 1024 * 1024);
        return json;
    }

    private static byte[] Damaged(byte[] packed, Random random)
    {
        var damaged = packed.ToList();
        for (var times = random.Next(1, 4); times > 0 && damaged.Count > 0; times--)
        {
            var place = random.Next(damaged.Count);
            switch (random.Next(5))
            {
                case 0:
                    damaged[place] ^= (byte)(1 << random.Next(8));
                    break;
                case 1:
                    damaged[place] = (byte)random.Next(256);
                    break;
                case 2:
                    damaged.RemoveRange(place, damaged.Count - place);
                    break;
                case 3:
                    damaged.RemoveAt(place);
                    break;
                default:
                    damaged.Insert(place, (byte)random.Next(256));
                    break;
            }
        }

        return [.. damaged];
    }

    private static byte[] Frame(byte[] content)
    {
        using var compressor = new Compressor(3);
        compressor.SetParameter(ZSTD_cParameter.ZSTD_c_experimentalParam2, (int)ZSTD_format_e.ZSTD_f_zstd1_magicless);
        return compressor.Wrap(content).ToArray();
    }

    /// <summary>An entry such as no page would write, and its id and time, which may be in it in any way or not at all.</summary>
    private static (byte[] Json, Guid Id, DateTimeOffset At) Any(Random random)
    {
        var id = NewId(random);
        var at = new DateTimeOffset(
            random.NextInt64(DateTime.MinValue.AddDays(1).Ticks, DateTime.MaxValue.AddDays(-1).Ticks),
            TimeSpan.FromMinutes(random.Next(4) == 0 ? random.Next(-840, 841) : 15 * random.Next(-56, 57)));
        var members = new List<string>();
        for (var count = random.Next(12); count > 0; count--)
        {
            members.Add($"{Quoted(Word(random))}:{Value(random, id, at, 3)}");
        }

        if (random.Next(3) > 0)
        {
            members.Insert(0, $"\"id\":{Quoted(id.ToString())}");
            members.Insert(1, $"\"at\":{Quoted(Exact(at))}");
        }

        var space = random.Next(3) == 0 ? " " : "";
        return (Encoding.UTF8.GetBytes("{" + space + string.Join("," + space, members) + "}"), id, at);
    }

    private static string Value(Random random, Guid id, DateTimeOffset at, int depth) => random.Next(depth > 0 ? 14 : 11) switch
    {
        0 => Quoted(id.ToString()),
        1 => Quoted(id.ToString().ToUpperInvariant()),
        2 => Quoted(id.ToString("B")),
        3 => Quoted(NewId(random).ToString()),
        4 => Quoted(Exact(at)),
        5 => Quoted(at.ToString("yyyy-MM-dd'T'HH:mm:ss.FFFFFFF", CultureInfo.InvariantCulture) + Ends[random.Next(Ends.Length)]),
        6 => random.Next(-1000, 1000).ToString(CultureInfo.InvariantCulture),
        7 => "\"\\u0001\\u0002\\u0003\\\"\\\\\\ud83e\\uddb6\"",
        8 => "null",
        9 => Quoted(Word(random)),
        10 => random.Next(20) == 0 ? Quoted(new string((char)random.Next('a', 'z'), random.Next(64 * 1024))) : Quoted(Text(random)),
        11 => "[" + string.Join(",", Enumerable.Range(0, random.Next(90)).Select(_ => Value(random, id, at, 0))) + "]",
        12 => $"{{{Quoted(Word(random))}: {Value(random, id, at, depth - 1)}}}",
        _ => $"[{Value(random, id, at, depth - 1)} ,\t{Value(random, id, at, depth - 1)}]",
    };

    private static string Exact(DateTimeOffset at) => at.ToString("yyyy-MM-dd'T'HH:mm:ss.fffzzz", CultureInfo.InvariantCulture);

    private static Guid NewId(Random random)
    {
        var bytes = new byte[16];
        random.NextBytes(bytes);
        return new Guid(bytes);
    }

    private static string Word(Random random) => new[] { "id", "at", "kind", "set", "session", "reps", "exercise", "ankle-pump", "é", "足", "a b" }[random.Next(11)];

    private static string Text(Random random) => string.Concat(Enumerable.Range(0, random.Next(400)).Select(_ => (char)random.Next(0x20, 0xd7ff)));

    private static readonly JsonSerializerOptions Relaxed = new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private static string Quoted(string text) => JsonSerializer.Serialize(text, Relaxed);
}
