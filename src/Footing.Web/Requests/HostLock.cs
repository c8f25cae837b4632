using System.Security.Cryptography;
using System.Text;
using Footing.Storage.Files;
using Footing.Web.Pages;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Footing.Web.Requests;

/// <summary>
/// Keeps other accounts of the machine out: a loopback address is open to all of them. With a lock, a browser must show
/// the key once, by a link, and keeps it as a cookie.
/// </summary>
/// <remarks>
/// The key is in the data folder, which only the person's own account can read, so that it is the same after a restart.
/// Without the file a new key is made, and the old link no longer works.
/// </remarks>
public sealed class HostLock
{
    private const string FileName = "lock.key";
    private const string Address = "/unlock";
    private const string Cookie = "footing-key";
    private const int KeyBytes = 32;

    // The longest time that browsers keep a cookie.
    private static readonly TimeSpan Kept = TimeSpan.FromDays(400);

    private readonly string? _key;

    private HostLock(string? key) => _key = key;

    /// <summary>The lock of a host; open to everybody when no lock is asked for.</summary>
    /// <param name="options">How the host is started.</param>
    /// <exception cref="HostingException">The key file contains no key, or cannot be made or read.</exception>
    internal static HostLock Of(FootingOptions options) => new(options.IsLocked ? Key(Path.Combine(options.DataFolder, FileName)) : null);

    /// <summary>The link that opens the lock, at an address of the host.</summary>
    /// <exception cref="InvalidOperationException">The host has no lock.</exception>
    public string Link(string address) => _key is null
        ? throw new InvalidOperationException("The host was started without a lock.")
        : $"{address.TrimEnd('/')}{Address}?key={_key}";

    /// <summary>Marks routes that need no key.</summary>
    internal static RouteGroupBuilder MapUnlocked(IEndpointRouteBuilder routes) => routes.MapGroup("").WithMetadata(Unlocked.Instance);

    /// <summary>Whether a request may see a person's data.</summary>
    internal bool IsOpenTo(HttpRequest request) => _key is null || IsKey(request.Cookies[Cookie]);

    /// <summary>Answers 403 without a key; runs after routing. A route not marked as unlocked is locked.</summary>
    internal Task Guard(HttpContext context, RequestDelegate next) =>
        IsOpenTo(context.Request) || context.GetEndpoint()?.Metadata.GetMetadata<Unlocked>() is not null
            ? next(context)
            : Failures.Answer(context, StatusCodes.Status403Forbidden, "locked");

    internal void Map(IEndpointRouteBuilder unlocked) => unlocked.MapGet(Address, (string? key, HttpContext context) =>
    {
        if (_key is not null && !IsKey(key))
        {
            return Show.Page<FailurePage>(new { Reason = "wrong-key" }, StatusCodes.Status403Forbidden);
        }

        if (_key is not null)
        {
            context.Response.Cookies.Append(Cookie, _key, new() { HttpOnly = true, SameSite = SameSiteMode.Strict, MaxAge = Kept, IsEssential = true });
        }

        // Leaves the address with the key, so that nobody else reads the key on the screen.
        return Show.Next("/");
    }).OwnPagesOnly();

    // Hashes have equal length, so the timing reveals neither the length of the key nor how much of it is right.
    private bool IsKey(string? shown) => shown is not null && CryptographicOperations.FixedTimeEquals(
        SHA256.HashData(Encoding.UTF8.GetBytes(shown)), SHA256.HashData(Encoding.UTF8.GetBytes(_key!)));

    private static string Key(string path)
    {
        string key;
        try
        {
            if (!File.Exists(path))
            {
                // Whole or not at all: half a key would stop every later start.
                NewFile.TryWrite(path, Encoding.ASCII.GetBytes(Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(KeyBytes)) + "\n"));
            }

            if (!OperatingSystem.IsWindows())
            {
                File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite);
            }

            key = File.ReadAllText(path).Trim();
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            throw new HostingException(
                $"The key of the lock, {path}, cannot be made or read: see that its disk has room and that the account that Footing runs under may write there.");
        }

        return key.Length == 2 * KeyBytes && key.All(char.IsAsciiHexDigitLower)
            ? key
            : throw new HostingException($"{path} holds no key: delete it, and Footing makes a new key and prints a new link.");
    }

    private sealed class Unlocked
    {
        public static Unlocked Instance { get; } = new();
    }
}
