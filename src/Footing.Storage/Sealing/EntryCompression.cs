using System.Buffers;
using System.Buffers.Text;
using System.Collections.Concurrent;
using System.Globalization;
using ZstdSharp;
using ZstdSharp.Unsafe;

namespace Footing.Storage.Sealing;

/// <summary>
/// Compresses an entry's JSON before it is sealed, since sealed bytes cannot be compressed. Ids and the time become
/// one mark each; Zstandard compresses the rest with a dictionary of common content. Unpacking gives
/// the same bytes.
/// </summary>
/// <remarks>
/// Format: one byte, of which the lower two bits are the form and the upper six the number of ids; those ids, 16 bytes
/// each, as they are written; the content. Form 0: unchanged. Form 1: a Zstandard frame without its magic number, with
/// dictionary 1. In the content a byte 1 means the entry's own id; a byte 2 its time, followed by its offset from UTC
/// in quarters of an hour, plus 100; a byte 3 the next of the ids: random bytes do not compress, but their hexadecimal
/// does. None of these bytes can occur in JSON.
/// </remarks>
internal static class EntryCompression
{
    private const int Plain = 0;
    private const int Zstandard = 1;
    private const int FormBits = 2;
    private const int MostIds = 63;
    private const byte OwnIdMark = 1;
    private const byte TimeMark = 2;
    private const byte IdMark = 3;
    private const int OffsetZero = 100;
    private const int MostQuarters = 14 * 4;
    private const int IdBytes = 16;
    private const int IdLength = 36;
    private const int TimeLength = 29;
    private const int Level = 7;

    /// <summary>An entry is at most 64 KiB; a larger unpacked content is refused.</summary>
    private const int MostBytes = 1024 * 1024;

    private static readonly TimeSpan Quarter = TimeSpan.FromMinutes(15);
    private static readonly byte[] Dictionary = ReadDictionary();
    private static readonly ConcurrentBag<Compressor> Compressors = [];
    private static readonly ConcurrentBag<Decompressor> Decompressors = [];

    /// <summary>Compresses.</summary>
    /// <param name="json">An entry's JSON: text without control characters except white space.</param>
    /// <param name="id">Its id.</param>
    /// <param name="at">Its time.</param>
    /// <exception cref="ArgumentException">It is not JSON, or too long to be unpacked again.</exception>
    internal static byte[] Pack(ReadOnlySpan<byte> json, Guid id, DateTimeOffset at)
    {
        if (json.Length > MostBytes || json.ContainsAnyInRange(OwnIdMark, IdMark))
        {
            throw new ArgumentException("An entry's JSON is short and holds no control characters.", nameof(json));
        }

        var (marked, ids) = Mark(json, id, at);
        var room = ArrayPool<byte>.Shared.Rent(Compressor.GetCompressBound(marked.Length));
        try
        {
            var compressor = Compressors.TryTake(out var idle) ? idle : NewCompressor();
            var length = compressor.Wrap(marked, room);
            Compressors.Add(compressor);
            var form = length < marked.Length ? Zstandard : Plain;
            return [(byte)(form | (ids.Length / IdBytes << FormBits)), .. ids, .. form == Zstandard ? room.AsSpan(0, length) : marked];
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(room);
        }
    }

    /// <summary>The original bytes.</summary>
    /// <exception cref="InvalidDataException">It is not what <see cref="Pack"/> makes.</exception>
    internal static byte[] Unpack(ReadOnlySpan<byte> packed, Guid id, DateTimeOffset at)
    {
        if (packed.IsEmpty || packed.Length <= (packed[0] >> FormBits) * IdBytes)
        {
            throw new InvalidDataException("cut short");
        }

        var ids = packed.Slice(1, (packed[0] >> FormBits) * IdBytes);
        var content = packed[(1 + ids.Length)..];
        return (packed[0] & ((1 << FormBits) - 1)) switch
        {
            Plain => Unmark(content, ids, id, at),
            Zstandard when content.IsEmpty => throw new InvalidDataException("cut short"),
            Zstandard => Decompress(content, ids, id, at),
            _ => throw new InvalidDataException("packed by a newer Footing"),
        };
    }

    /// <summary>The content with marks, from which the dictionary is made, and the ids that they replace.</summary>
    internal static (byte[] Content, byte[] Ids) Mark(ReadOnlySpan<byte> json, Guid id, DateTimeOffset at)
    {
        Span<byte> time = stackalloc byte[TimeLength];
        // Some offsets are not whole quarters of an hour: then the time stays unchanged.
        var timeAt = at.Offset.Ticks % Quarter.Ticks == 0 && Write(at, time) ? json.IndexOf(time) : -1;
        // Each mark is shorter than what it replaces.
        var content = new byte[json.Length];
        var ids = new List<byte>();
        var length = 0;
        for (var from = 0; from < json.Length;)
        {
            if (from == timeAt)
            {
                content[length++] = TimeMark;
                content[length++] = (byte)(OffsetZero + (at.Offset / Quarter));
                from += TimeLength;
            }
            else if (json[from] == (byte)'"' && Find(json[(from + 1)..]) is { } found && (found == id || ids.Count < MostIds * IdBytes))
            {
                content[length++] = (byte)'"';
                content[length++] = found == id ? OwnIdMark : IdMark;
                ids.AddRange(found == id ? [] : found.ToByteArray(bigEndian: true));
                from += 1 + IdLength;
            }
            else
            {
                content[length++] = json[from++];
            }
        }

        return (content[..length], [.. ids]);
    }

    private static byte[] Unmark(ReadOnlySpan<byte> marked, ReadOnlySpan<byte> ids, Guid id, DateTimeOffset at)
    {
        // Most entries have each mark once. One with more may be damaged, so its size is limited to that of an entry.
        var json = new ArrayBufferWriter<byte>(marked.Length + IdLength + TimeLength + (ids.Length / IdBytes * IdLength));
        for (var from = 0; from < marked.Length; from++)
        {
            if (json.WrittenCount > MostBytes)
            {
                throw new InvalidDataException("longer than an entry");
            }

            switch (marked[from])
            {
                case OwnIdMark:
                    Write(id, json);
                    break;
                case IdMark when !ids.IsEmpty:
                    Write(new Guid(ids[..IdBytes], bigEndian: true), json);
                    ids = ids[IdBytes..];
                    break;
                case TimeMark when from + 1 < marked.Length:
                    if (!Write(InOffset(at, marked[++from] - OffsetZero), json.GetSpan(TimeLength)))
                    {
                        throw new InvalidDataException("a time that cannot be written");
                    }

                    json.Advance(TimeLength);
                    break;
                case OwnIdMark or TimeMark or IdMark:
                    throw new InvalidDataException("a mark for nothing");
                case var letter:
                    json.GetSpan(1)[0] = letter;
                    json.Advance(1);
                    break;
            }
        }

        return ids.IsEmpty ? json.WrittenSpan.ToArray() : throw new InvalidDataException("an id without a mark");
    }

    private static byte[] Decompress(ReadOnlySpan<byte> frame, ReadOnlySpan<byte> ids, Guid id, DateTimeOffset at)
    {
        var decompressor = Decompressors.TryTake(out var idle) ? idle : NewDecompressor();
        var room = ArrayPool<byte>.Shared.Rent(MostBytes);
        try
        {
            var length = decompressor.Unwrap(frame, room);
            Decompressors.Add(decompressor);
            return Unmark(room.AsSpan(0, length), ids, id, at);
        }
        catch (ZstdException problem)
        {
            decompressor.Dispose();
            throw new InvalidDataException("not a Zstandard frame", problem);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(room);
        }
    }

    /// <summary>The id that is the JSON string starting here; null if it is no id or not in the usual form.</summary>
    private static Guid? Find(ReadOnlySpan<byte> text)
    {
        if (text.Length <= IdLength || text[IdLength] != (byte)'"' || text[8] != (byte)'-')
        {
            return null;
        }

        Span<byte> usual = stackalloc byte[IdLength];
        return Utf8Parser.TryParse(text[..IdLength], out Guid id, out var length, 'D') && length == IdLength
            && Utf8Formatter.TryFormat(id, usual, out _, 'D') && usual.SequenceEqual(text[..IdLength])
                ? id
                : null;
    }

    private static void Write(Guid id, ArrayBufferWriter<byte> json)
    {
        Utf8Formatter.TryFormat(id, json.GetSpan(IdLength), out var length, 'D');
        json.Advance(length);
    }

    private static bool Write(DateTimeOffset at, Span<byte> text) =>
        at.TryFormat(text, out var length, "yyyy-MM-dd'T'HH:mm:ss.fffzzz", CultureInfo.InvariantCulture) && length == TimeLength;

    private static DateTimeOffset InOffset(DateTimeOffset at, int quarters)
    {
        var ticks = at.UtcTicks + (quarters * Quarter.Ticks);
        return quarters is >= -MostQuarters and <= MostQuarters && ticks >= DateTime.MinValue.Ticks && ticks <= DateTime.MaxValue.Ticks
            ? at.ToOffset(quarters * Quarter)
            : throw new InvalidDataException("an offset that there is not");
    }

    private static Compressor NewCompressor()
    {
        var compressor = new Compressor(Level);
        compressor.SetParameter(ZSTD_cParameter.ZSTD_c_contentSizeFlag, 0);
        compressor.SetParameter(ZSTD_cParameter.ZSTD_c_checksumFlag, 0);
        compressor.SetParameter(ZSTD_cParameter.ZSTD_c_dictIDFlag, 0);
        // The form byte says this already.
        compressor.SetParameter(ZSTD_cParameter.ZSTD_c_experimentalParam2, (int)ZSTD_format_e.ZSTD_f_zstd1_magicless);
        compressor.LoadDictionary(Dictionary);
        return compressor;
    }

    private static Decompressor NewDecompressor()
    {
        var decompressor = new Decompressor();
        decompressor.SetParameter(ZSTD_dParameter.ZSTD_d_experimentalParam1, (int)ZSTD_format_e.ZSTD_f_zstd1_magicless);
        decompressor.LoadDictionary(Dictionary);
        return decompressor;
    }

    private static byte[] ReadDictionary()
    {
        using var stream = typeof(EntryCompression).Assembly.GetManifestResourceStream("packing/entries-1.dictionary")!;
        using var bytes = new MemoryStream();
        stream.CopyTo(bytes);
        return bytes.ToArray();
    }
}
