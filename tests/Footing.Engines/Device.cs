using System.Globalization;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Footing.Testing;
using Footing.Testing.Web;

namespace Footing.Engines;

/// <summary>
/// A real engine in front of a real host, both by the real time, in a zone where it is about noon: no test runs over midnight.
/// </summary>
public sealed class Device : IAsyncDisposable
{
    /// <summary>What a page's scripts are given to find things by what a person reads; <c>at</c> is where to tap, or null.</summary>
    private const string Reading = """
        const words = element => (element.textContent ?? "").replace(/\s+/g, " ").trim();
        const seen = element => element.checkVisibility({ visibilityProperty: true });
        const find = (selector, text, within = document) =>
          [...within.querySelectorAll(selector)].find(element => seen(element) && (element.getAttribute("aria-label") ?? words(element)) === text);
        const group = question => {
          const legend = find("legend", question) ?? [...document.querySelectorAll("legend")].find(one => seen(one) && words(one).startsWith(question));
          return legend?.closest("fieldset");
        };
        const frame = () => new Promise(resolve => requestAnimationFrame(resolve));
        const at = async element => {
          if (element == null) return null;
          element.scrollIntoView({ block: "center", behavior: "instant" });
          const before = element.getBoundingClientRect();
          await frame();
          await frame();
          // What still moves is not tapped on, nor what is behind something else.
          const { left, top, width, height } = element.getBoundingClientRect();
          if (left !== before.left || top !== before.top) return null;
          const [x, y] = [Math.floor(left + width / 2), Math.floor(top + height / 2)];
          const hit = document.elementFromPoint(x, y);
          return hit !== null && (element.contains(hit) || element.control === hit) ? { x, y } : null;
        };
        """;

    private readonly HttpClient _http;

    private Device(RunningHost host, Engine engine)
    {
        (Host, Engine) = (host, engine);
        _http = new() { BaseAddress = host.Address };
    }

    public RunningHost Host { get; }

    public Engine Engine { get; }

    /// <summary>Starts both.</summary>
    public static async Task<Device> OpenAsync(Func<TimeZoneInfo, Task<Engine>> start)
    {
        // POSIX counts the hours of these zones backwards.
        var ahead = 12 - DateTime.UtcNow.Hour;
        var zone = TimeZoneInfo.FindSystemTimeZoneById(string.Create(CultureInfo.InvariantCulture, $"Etc/GMT{(ahead < 0 ? '+' : '-')}{Math.Abs(ahead)}"));
        var host = await RunningHost.StartAsync(options => options with { Clock = TimeProvider.System, Zone = zone });
        try
        {
            return new(host, await start(zone));
        }
        catch
        {
            await host.DisposeAsync();
            throw;
        }
    }

    /// <summary>Opens a page.</summary>
    public Task OpenAsync(string path) => Engine.OpenAsync(new(Host.Address, path));

    /// <summary>Runs a function within the page; null also while a page is on its way to another.</summary>
    public async Task<JsonNode?> AskAsync(string function)
    {
        try
        {
            return await Engine.RunAsync($"async () => {{ {Reading} return await ({function})(); }}");
        }
        catch (EngineException e)
        {
            LastFault = e.Message;
            return null;
        }
    }

    /// <summary>Why the last question to the page had no answer.</summary>
    public string LastFault { get; private set; } = "";

    /// <summary>Waits until a function within the page gives something that is neither null nor false.</summary>
    public async Task<JsonNode> WaitAsync(string function, string what)
    {
        for (var since = DateTime.UtcNow; ; await Task.Delay(100))
        {
            var answer = await AskAsync(function);
            if (answer is not null && answer.ToJsonString() != "false")
            {
                return answer;
            }

            if (DateTime.UtcNow - since > Keeper.Patience)
            {
                var page = await AskAsync("() => location.pathname + location.search + ': ' + document.body.innerText.slice(0, 600)");
                throw new TimeoutException($"{Engine.Name}: {what} {LastFault} at {page}");
            }
        }
    }

    /// <summary>The page that is shown has this heading.</summary>
    public Task ShouldShowAsync(string heading) => WaitAsync($"() => document.readyState === 'complete' && find('h1', {Text(heading)}) !== undefined", $"no heading “{heading}”");

    /// <summary>Taps a button.</summary>
    public Task TapAsync(string button) => TapWhatAsync($"find('button', {Text(button)})", $"no button “{button}”");

    /// <summary>Follows a link.</summary>
    public Task FollowAsync(string link) => TapWhatAsync($"find('a', {Text(link)})", $"no link “{link}”");

    /// <summary>Chooses an answer to a question by its words.</summary>
    public async Task ChooseAsync(string question, string answer)
    {
        var label = $"find('label', {Text(answer)}, group({Text(question)}) ?? document.createElement('p'))";
        await TapWhatAsync(label, $"no answer “{answer}” to “{question}”");
        await WaitAsync($"() => {label}.control.checked", $"“{answer}” is not chosen for “{question}”");
    }

    /// <summary>Taps what an expression finds.</summary>
    public async Task TapWhatAsync(string expression, string what)
    {
        // A line that appears above what is to be tapped moves it: only what stays where it is is tapped.
        var place = await WaitAsync($"() => at({expression})", what);
        for (var before = ""; place.ToJsonString() != before;)
        {
            before = place.ToJsonString();
            await Task.Delay(200);
            place = await WaitAsync($"() => at({expression})", what);
        }

        await Engine.TapAsync((double)place["x"]!, (double)place["y"]!);
    }

    /// <summary>Looks at the feet, and finds nothing.</summary>
    public async Task FindFeetWellAsync()
    {
        await ShouldShowAsync("Look at your feet");
        await ChooseAsync("Who looked?", "I did");
        await ChooseAsync("Is there anything new on the skin?", "Nothing new");
        await ChooseAsync("Is one foot hotter than the other, or are both newly hot?", "No");
        await ChooseAsync("Is a foot or ankle newly swollen?", "No");
        await TapAsync("Save");
    }

    /// <summary>Answers the pain before the session, and goes to its first screen.</summary>
    public async Task TellPainBeforeAsync(int pain)
    {
        await ChooseAsync("How much do your feet hurt now?", $"{pain}");
        await TapAsync("Start my session");
    }

    /// <summary>Answers the questions after a session that went well.</summary>
    public async Task TellItWentWellAsync(int painAfter, int effort)
    {
        await ShouldShowAsync("How was it?");
        await ChooseAsync("How much do your feet hurt now?", $"{painAfter}");
        var asked = (await WaitAsync("() => [...document.querySelectorAll('legend')].filter(seen).map(words).filter(text => text.includes(': how hard was it?'))", "no questions"))
            .AsArray().Select(legend => ((string)legend!).Split(": how hard was it?")[0]).ToList();
        asked.ShouldNotBeEmpty();
        foreach (var exercise in asked)
        {
            await ChooseAsync($"{exercise}: how hard was it?", $"{effort}");
        }

        await TapAsync("Save");
    }

    /// <summary>The device holds what it needs for days without a connection, and the worker leads the page.</summary>
    public Task ShouldBeKeptAsync() => WaitAsync(PageStore.HasKept, "nothing was kept");

    /// <summary>Entries in a part of the device's own store, such as those that wait for the server.</summary>
    public async Task<IReadOnlyList<JsonNode>> StoredAsync(string part)
    {
        var entries = await AskAsync(PageStore.All(part));
        return [.. entries.ShouldNotBeNull(LastFault).AsArray().Select(entry => entry!)];
    }

    /// <summary>Puts an entry into the journal, as another device of the person would.</summary>
    public async Task WriteAsync(string kind, JsonObject fields)
    {
        var now = DateTimeOffset.UtcNow;
        fields["id"] = Guid.CreateVersion7(now).ToString();
        fields["at"] = now.ToString("O", CultureInfo.InvariantCulture);
        fields["kind"] = kind;
        using var answer = await _http.PostAsJsonAsync("/api/journal", new JsonArray(fields));
        var body = await answer.Content.ReadAsStringAsync();
        JsonNode.Parse(body)!["accepted"]!.AsArray().Count.ShouldBe(1, body);
    }

    /// <summary>The person's entries of a kind, as the host has them.</summary>
    public async Task<IReadOnlyList<JsonNode>> JournalAsync(string kind)
    {
        List<JsonNode> entries = [];
        var address = "/api/journal";
        while (address is not null)
        {
            var page = (await _http.GetFromJsonAsync<JsonNode>(address))!;
            entries.AddRange(page["entries"]!.AsArray().Select(entry => entry!));
            address = page["next"]?.GetValue<string>() is { } next ? "/api/journal?after=" + Uri.EscapeDataString(next) : null;
        }

        return [.. entries.Where(entry => (string?)entry["kind"] == kind)];
    }

    /// <summary>The person's entries of a kind, once there is one.</summary>
    public async Task<IReadOnlyList<JsonNode>> JournalAfterAsync(string kind)
    {
        for (var since = DateTime.UtcNow; DateTime.UtcNow - since < Keeper.Patience; await Task.Delay(100))
        {
            if (await JournalAsync(kind) is { Count: > 0 } found)
            {
                return found;
            }
        }

        return [];
    }

    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        await Engine.DisposeAsync();
        await Host.DisposeAsync();
    }

    private static string Text(string words) => JsonValue.Create(words).ToJsonString();
}
