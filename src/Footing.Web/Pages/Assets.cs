using System.Collections.Frozen;
using System.IO.Compression;
using System.Reflection;
using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Footing.Web.Pages;

/// <summary>
/// Styles, scripts and pictures, embedded in the assembly. <c>manifest.json</c>, made by the npm build, maps each file
/// to its hashed name; the content under a hashed name never changes.
/// </summary>
public sealed class Assets
{
    private const string Prefix = "assets/";
    private const string Worker = "worker.js";

    private static readonly FrozenDictionary<string, string> Types = new Dictionary<string, string>
    {
        [".css"] = "text/css; charset=utf-8",
        [".js"] = "text/javascript; charset=utf-8",
        [".json"] = "application/json",
        [".svg"] = "image/svg+xml",
        [".png"] = "image/png",
        [".webmanifest"] = "application/manifest+json",
    }.ToFrozenDictionary();

    private readonly FrozenDictionary<string, string> _names;
    private readonly FrozenDictionary<string, Lazy<Asset>> _assets;

    /// <summary>The assets of this assembly.</summary>
    public Assets()
    {
        var assembly = typeof(Assets).Assembly;
        using var manifest = assembly.GetManifestResourceStream(Prefix + "manifest.json");
        _names = (manifest is null ? [] : JsonSerializer.Deserialize<Dictionary<string, string>>(manifest)!)
            .ToFrozenDictionary();
        var hashed = _names.Values.ToHashSet();
        _assets = assembly.GetManifestResourceNames()
            .Where(n => n.StartsWith(Prefix, StringComparison.Ordinal) && Types.ContainsKey(Path.GetExtension(n)))
            .ToFrozenDictionary(n => n[Prefix.Length..], n => new Lazy<Asset>(() => Asset.Load(assembly, n, hashed.Contains(n[Prefix.Length..]))));
    }

    /// <summary>The address of a file such as <c>main.css</c>; null when it has not been built.</summary>
    public string? Find(string name) => _names.TryGetValue(name, out var hashed) ? $"/assets/{hashed}"
        : _assets.ContainsKey(name) ? $"/assets/{name}" : null;

    /// <summary>The address of every file that a page may load.</summary>
    internal IEnumerable<string> Addresses => [.. _names.Keys.Where(name => name != Worker).Select(name => Find(name)!), "/assets/foot.svg"];

    /// <summary>Answers with a file under a fixed name, so that it is requested again each time.</summary>
    internal Task WriteAsync(string name, HttpContext context) =>
        _names.TryGetValue(name, out var hashed) ? (_assets[hashed].Value with { Forever = false }).Write(context, Types[Path.GetExtension(name)]) : Failures.NotFound(context);

    internal static void Map(IEndpointRouteBuilder routes, Assets assets) =>
        routes.MapGet("/assets/{**name}", (string name, HttpContext context) =>
            assets._assets.TryGetValue(name, out var asset) ? asset.Value.Write(context, Types[Path.GetExtension(name)]) : Failures.NotFound(context));

    private sealed record Asset(byte[] Plain, byte[] Gzip, byte[] Brotli, string Tag, bool Forever)
    {
        public static Asset Load(Assembly assembly, string resource, bool forever)
        {
            using var stream = assembly.GetManifestResourceStream(resource)!;
            using var plain = new MemoryStream();
            stream.CopyTo(plain);
            var bytes = plain.ToArray();
            return new(bytes, Squeeze(bytes, s => new GZipStream(s, CompressionLevel.SmallestSize)),
                Squeeze(bytes, s => new BrotliStream(s, CompressionLevel.SmallestSize)),
                $"\"{Convert.ToHexStringLower(SHA256.HashData(bytes)[..8])}", forever);
        }

        public async Task Write(HttpContext context, string type)
        {
            var response = context.Response;
            var (bytes, encoding) = Choose(context.Request.Headers.AcceptEncoding.ToString());
            // Each coding is another representation, so it has another ETag.
            var tag = $"{Tag}{(encoding.Length > 0 ? "-" + encoding : "")}\"";
            response.Headers.CacheControl = Forever ? "public, max-age=31536000, immutable" : "no-cache";
            response.Headers.ETag = tag;
            response.Headers.Vary = "Accept-Encoding";
            if (context.Request.Headers.IfNoneMatch.ToString().Contains(tag, StringComparison.Ordinal))
            {
                response.StatusCode = StatusCodes.Status304NotModified;
                return;
            }

            response.ContentType = type;
            response.ContentLength = bytes.Length;
            if (encoding.Length > 0)
            {
                response.Headers.ContentEncoding = encoding;
            }

            if (!HttpMethods.IsHead(context.Request.Method))
            {
                await response.Body.WriteAsync(bytes, context.RequestAborted);
            }
        }

        private (byte[] Bytes, string Encoding) Choose(string accepted)
        {
            bool Takes(string coding) => accepted.Split(',').Any(part =>
                part.Trim() is var p && (p == coding || (p.StartsWith(coding + ";", StringComparison.Ordinal) && !p.Replace(" ", "", StringComparison.Ordinal).EndsWith(";q=0", StringComparison.Ordinal))));
            return Takes("br") && Brotli.Length < Plain.Length ? (Brotli, "br")
                : Takes("gzip") && Gzip.Length < Plain.Length ? (Gzip, "gzip") : (Plain, "");
        }

        private static byte[] Squeeze(byte[] bytes, Func<Stream, Stream> coding)
        {
            using var squeezed = new MemoryStream();
            using (var stream = coding(squeezed))
            {
                stream.Write(bytes);
            }

            return squeezed.ToArray();
        }
    }
}
