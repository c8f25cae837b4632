using System.Net;
using System.Text;
using System.Text.Json;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Footing.Storage;

namespace Footing.Testing.Web;

/// <summary>A person with a browser that runs no script: opens pages, fills in forms, keeps cookies.</summary>
public sealed class Visitor : IDisposable
{
    private static readonly Lazy<Task<NJsonSchema.JsonSchema>> Schema =
        new(() => NJsonSchema.JsonSchema.FromFileAsync(Repository.Find("contract/entry.schema.json")));

    private readonly HttpClient _http;

    /// <summary>Visits a host.</summary>
    /// <param name="host">The host.</param>
    /// <param name="cookies">The cookies of the browser; its own if none are given.</param>
    /// <param name="person">Who this is, for a host of <see cref="PersonByHeader"/>; the home's person if nobody is named.</param>
    public Visitor(RunningHost host, CookieContainer? cookies = null, PersonId? person = null)
    {
        _http = new(new SocketsHttpHandler { CookieContainer = cookies ?? new CookieContainer() }) { BaseAddress = host.Address };
        if (person is { } named)
        {
            _http.DefaultRequestHeaders.Add(PersonByHeader.Name, named.ToString());
        }
    }

    public IHtmlDocument Page { get; private set; } = new HtmlParser().ParseDocument("");

    public HttpStatusCode Status { get; private set; }

    public string Path { get; private set; } = "";

    public string Heading => Text(Page.QuerySelector("h1")!);

    public IReadOnlyList<string> Errors => [.. Page.QuerySelectorAll(".nhsuk-error-summary li").Select(Text)];

    public async Task<Visitor> Open(string path)
    {
        await Show(await _http.GetAsync(path));
        return this;
    }

    /// <summary>Sends the page's form with these fields; radios and boxes by value, nothing else changed.</summary>
    public async Task<Visitor> Send(params (string Name, string Value)[] fields)
    {
        var form = (IHtmlFormElement)Page.QuerySelector("main form")!;
        foreach (var (name, value) in fields)
        {
            form.QuerySelector($"[name='{name}']").ShouldNotBeNull($"{Path} asks no {name}");
            var isOffered = form.QuerySelectorAll<IHtmlInputElement>($"input[name='{name}']").All(i => i.Type is not ("radio" or "checkbox"))
                || form.QuerySelectorAll<IHtmlInputElement>($"input[name='{name}']").Any(i => i.Value == value);
            isOffered.ShouldBeTrue($"{Path} offers no {name} = {value}");
        }

        // A form that only leads on sends all its hidden fields; any other sends what is named, and the token.
        var leadsOn = form.GetAttribute("method") == "get";
        var hidden = form.QuerySelectorAll<IHtmlInputElement>("input[type=hidden][name]").Where(i => leadsOn || i.Name == "token").Select(i => KeyValuePair.Create(i.Name!, i.Value));
        using var content = new FormUrlEncodedContent(fields.Select(f => KeyValuePair.Create(f.Name, f.Value)).Concat(hidden));
        await Show(leadsOn
            ? await _http.GetAsync($"{form.GetAttribute("action")}?{await content.ReadAsStringAsync()}")
            : await _http.PostAsync(form.GetAttribute("action"), content));
        return this;
    }

    /// <summary>Sends the page's form like a browser, with some answers changed; null empties a field.</summary>
    public async Task<Visitor> Submit(params (string Name, string? Value)[] changes)
    {
        var form = (IHtmlFormElement)Page.QuerySelector("main form")!;
        var fields = new List<(string Name, string Value)>();
        foreach (var input in form.QuerySelectorAll<IHtmlInputElement>("input[name]").Where(i => i.Type is not ("radio" or "checkbox") || i.HasAttribute("checked")))
        {
            fields.Add((input.Name!, input.GetAttribute("value") ?? ""));
        }

        fields.AddRange(form.QuerySelectorAll<IHtmlTextAreaElement>("textarea[name]").Select(area => (area.Name!, area.Value)));
        foreach (var name in changes.Select(change => change.Name).Distinct())
        {
            form.QuerySelector($"[name='{name}']").ShouldNotBeNull($"{Path} asks no {name}");
            fields.RemoveAll(field => field.Name == name);
        }

        fields.AddRange(changes.Where(change => change.Value is not null).Select(change => (change.Name, change.Value!)));
        await Show(await _http.PostAsync(
            form.GetAttribute("action"), new FormUrlEncodedContent(fields.Select(field => KeyValuePair.Create(field.Name, field.Value)))));
        return this;
    }

    /// <summary>Sends only these fields to an address, with the form's token.</summary>
    public async Task<Visitor> SendForm(string action, IEnumerable<(string Name, string Value)> fields)
    {
        await Show(await _http.PostAsync(action, new FormUrlEncodedContent(fields.Select(field => KeyValuePair.Create(field.Name, field.Value)))));
        return this;
    }

    /// <summary>A file as it is downloaded.</summary>
    public Task<HttpResponseMessage> Get(string path) => _http.GetAsync(path);

    public async Task<Visitor> Follow(string words)
    {
        var link = Page.QuerySelectorAll("a").First(a => Text(a).Contains(words, StringComparison.Ordinal));
        return await Open(link.GetAttribute("href")!);
    }

    public async Task<HttpResponseMessage> Post(string path, string body, string type = "application/json") =>
        await _http.PostAsync(path, new StringContent(body, Encoding.UTF8, type));

    public Task<HttpResponseMessage> SendAsync(HttpRequestMessage request) => _http.SendAsync(request);

    /// <summary>The journal as the API gives it; every entry is valid against its schema.</summary>
    public async Task<IReadOnlyList<JsonElement>> Journal()
    {
        var schema = await Schema.Value;
        var page = JsonDocument.Parse(await _http.GetStringAsync("/api/journal"));
        var entries = page.RootElement.GetProperty("entries").EnumerateArray().ToList();
        entries.ShouldAllBe(entry => schema.Validate(entry.GetRawText(), NJsonSchema.SchemaType.JsonSchema).Count == 0);
        return entries;
    }

    public void Dispose() => _http.Dispose();

    public static string Text(IElement element) => string.Join(' ', element.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private async Task Show(HttpResponseMessage response)
    {
        Status = response.StatusCode;
        Path = response.RequestMessage!.RequestUri!.AbsolutePath;
        Page = await new HtmlParser().ParseDocumentAsync(await response.Content.ReadAsStringAsync());
    }
}
