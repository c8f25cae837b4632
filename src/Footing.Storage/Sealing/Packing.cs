using System.Collections.Concurrent;
using System.Globalization;
using System.Text;
using ZstdSharp;
using ZstdSharp.Unsafe;

namespace Footing.Storage.Sealing;

/// <summary>
/// Makes an entry's JSON small before it is sealed, since what is sealed cannot be made small any more. The id and the
/// time, which stand beside the body in any case, become a mark each; the rest is packed by Zstandard with a
/// dictionary of what entries usually say. Unpacking gives the same bytes.
/// </summary>
/// <remarks>
/// Shape: a byte for the form, then the content. Form 0: as it is. Form 1: a Zstandard frame without its magic number,
/// by dictionary 1. In the content a byte 1 stands for the id and a byte 2 for the time, followed by its offset from
/// UTC in quarters of an hour, plus 100; neither byte can stand in JSON.
/// </remarks>
internal static class Packing
{
    private const byte Plain = 0;
    private const byte Zstandard = 1;
    private const byte IdMark = 1;
    private const byte TimeMark = 2;
    private const int OffsetZero = 100;
    private const int MostQuarters = 14 * 4;
    private const int IdLength = 36;
    private const int TimeLength = 29;
    private const int Level = 3;

    /// <summary>An entry is at most 64 KiB; its unpacked content is not trusted to be so.</summary>
    private const int MostBytes = 1024 * 1024;

    private static readonly byte[] Dictionary = ReadDictionary();
    private static readonly ConcurrentBag<Compressor> Compressors = [];
    private static readonly ConcurrentBag<Decompressor> Decompressors = [];

    /// <summary>Packs.</summary>
    /// <param name="json">An entry's JSON: text without control characters but white space.</param>
    /// <param name="id">Its id.</param>
    /// <param name="at">Its time.</param>
    internal static byte[] Pack(ReadOnlySpan<byte> json, Guid id, DateTimeOffset at)
    {
        var marked = Mark(json, id, at);
        var compressor = Compressors.TryTake(out var idle) ? idle : NewCompressor();
        var packed = compressor.Wrap(marked);
        byte[] content = packed.Length < marked.Length ? [Zstandard, .. packed] : [Plain, .. marked];
        Compressors.Add(compressor);
        return content;
    }

    /// <summary>What was packed.</summary>
    /// <exception cref="InvalidDataException">It is not what <see cref="Pack"/> makes.</exception>
    internal static byte[] Unpack(ReadOnlySpan<byte> packed, Guid id, DateTimeOffset at)
    {
        if (packed.IsEmpty)
        {
            throw new InvalidDataException("nothing was packed");
        }

        return packed[0] switch
        {
            Plain => Unmark(packed[1..], id, at),
            Zstandard => Decompress(packed[1..], id, at),
            _ => throw new InvalidDataException("packed by a newer Footing"),
        };
    }

    /// <summary>The content with its marks: what the dictionary is made from.</summary>
    internal static byte[] Mark(ReadOnlySpan<byte> json, Guid id, DateTimeOffset at)
    {
        var marked = Replace(json, Encoding.ASCII.GetBytes(id.ToString("D")), [IdMark]);
        var quarters = at.Offset.Ticks / TimeSpan.FromMinutes(15).Ticks;
        return at.Offset.Ticks % TimeSpan.FromMinutes(15).Ticks == 0
            ? Replace(marked, Encoding.ASCII.GetBytes(Text(at)), [TimeMark, (byte)(OffsetZero + quarters)])
            : marked;
    }

    private static byte[] Unmark(ReadOnlySpan<byte> marked, Guid id, DateTimeOffset at)
    {
        var json = new byte[marked.Length + IdLength + TimeLength];
        var length = 0;
        for (var from = 0; from < marked.Length; from++)
        {
            switch (marked[from])
            {
                case IdMark when length + IdLength <= json.Length:
                    length += Encoding.ASCII.GetBytes(id.ToString("D"), json.AsSpan(length));
                    break;
                case TimeMark when from + 1 < marked.Length && length + TimeLength <= json.Length:
                    from++;
                    var offset = TimeSpan.FromMinutes(15 * Math.Clamp(marked[from] - OffsetZero, -MostQuarters, MostQuarters));
                    length += Encoding.ASCII.GetBytes(Text(at.ToOffset(offset)), json.AsSpan(length));
                    break;
                case var letter when length < json.Length:
                    json[length++] = letter;
                    break;
                default:
                    throw new InvalidDataException("more marks than an entry has");
            }
        }

        return json[..length];
    }

    private static byte[] Decompress(ReadOnlySpan<byte> frame, Guid id, DateTimeOffset at)
    {
        var decompressor = Decompressors.TryTake(out var idle) ? idle : NewDecompressor();
        var room = System.Buffers.ArrayPool<byte>.Shared.Rent(MostBytes);
        try
        {
            var length = decompressor.Unwrap(frame, room);
            Decompressors.Add(decompressor);
            return Unmark(room.AsSpan(0, length), id, at);
        }
        catch (ZstdException problem)
        {
            decompressor.Dispose();
            throw new InvalidDataException("not a Zstandard frame", problem);
        }
        finally
        {
            System.Buffers.ArrayPool<byte>.Shared.Return(room);
        }
    }

    /// <summary>The first place alone: each mark stands once.</summary>
    private static byte[] Replace(ReadOnlySpan<byte> text, ReadOnlySpan<byte> what, ReadOnlySpan<byte> mark)
    {
        var place = text.IndexOf(what);
        return place < 0 ? text.ToArray() : [.. text[..place], .. mark, .. text[(place + what.Length)..]];
    }

    private static string Text(DateTimeOffset at) => at.ToString("yyyy-MM-dd'T'HH:mm:ss.fffzzz", CultureInfo.InvariantCulture);

    private static Compressor NewCompressor()
    {
        var compressor = new Compressor(Level);
        compressor.SetParameter(ZSTD_cParameter.ZSTD_c_contentSizeFlag, 0);
        compressor.SetParameter(ZSTD_cParameter.ZSTD_c_checksumFlag, 0);
        compressor.SetParameter(ZSTD_cParameter.ZSTD_c_dictIDFlag, 0);
        // The form byte says already what it is.
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
        using var stream = typeof(Packing).Assembly.GetManifestResourceStream("packing/entries-1.dictionary")!;
        using var bytes = new MemoryStream();
        stream.CopyTo(bytes);
        return bytes.ToArray();
    }
}
