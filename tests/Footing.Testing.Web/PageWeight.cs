using System.Net.Http.Headers;
using AngleSharp.Html.Parser;

namespace Footing.Testing.Web;

/// <summary>What a phone with an empty cache loads for a page, compressed: page, style, scripts and pictures.</summary>
/// <param name="Parts">Each address with its bytes, the page first.</param>
public sealed record PageWeight(IReadOnlyList<(string Address, int Bytes)> Parts)
{
    /// <summary>All of it, in bytes.</summary>
    public int Bytes => Parts.Sum(part => part.Bytes);

    public static async Task<PageWeight> OfAsync(Uri host, string path)
    {
        using var http = new HttpClient { BaseAddress = host };
        var document = await new HtmlParser().ParseDocumentAsync(await http.GetStringAsync(path));
        http.DefaultRequestHeaders.AcceptEncoding.Add(new StringWithQualityHeaderValue("br"));
        string[] addresses =
        [
            path,
            .. document.QuerySelectorAll("link[rel=stylesheet], link[rel=icon], link[rel=manifest]").Select(link => link.GetAttribute("href")!),
            .. document.QuerySelectorAll("script[src]").Select(script => script.GetAttribute("src")!),
        ];
        var parts = new List<(string Address, int Bytes)>();
        foreach (var address in addresses)
        {
            parts.Add((address, (await http.GetByteArrayAsync(address)).Length));
        }

        return new(parts);
    }
}
