using System.Collections.Immutable;
using System.Globalization;
using Footing.Movements;
using Footing.Programmes;
using Footing.Quantities;
using Footing.Web.Figures;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using YamlDotNet.RepresentationModel;

// FigureStrips MOVEMENTS STYLES OUT [ID...]: one HTML page a movement.
var services = new ServiceCollection().AddLogging().BuildServiceProvider();
await using var renderer = new HtmlRenderer(services, services.GetRequiredService<ILoggerFactory>());
var styles = File.ReadAllText(args[1]).Split('\n').Select(l => l.TrimStart().StartsWith("//", StringComparison.Ordinal) ? "" : l);
foreach (var file in Directory.GetFiles(args[0], "*.yaml").Order())
{
    var movement = ReadMovement(file);
    if (args.Length > 3 && args[3] != "--browser" && !args[3..].Contains(movement.Id)) { continue; }
    var tempo = movement.Scene is "chair" or "mat" or "ball" ? new Tempo(2000, 0, 2000) : movement.View == "front" ? new Tempo(5000, 5000, 5000) : new Tempo(2000, 1000, 3000);
    if (args.Length == 4 && args[3] == "--browser")
    {
        // A page whose script moves the drawing and compares each joint with the still drawing of that moment.
        var page = "<!doctype html><meta charset=utf-8>";
        for (var i = 0; i <= 40; i++)
        {
            page += $"<div data-at='{i / 40.0}'>" + await Svg(movement, tempo, i / 40.0) + "</div>";
        }

        var words = new Texts("en", movement.Stills.ToImmutableDictionary(s => "pose." + s.Label, s => s.Label));
        page += "<pre></pre><script type='application/json'>" + FigureClipJson.Write(FigureClip.Of(movement, tempo), words) + "</script><script>" + """
            const clip = JSON.parse(document.querySelector('script').textContent), moving = document.querySelector('svg');
            const animations = Object.entries(clip.joints).flatMap(([joint, frames]) => [...moving.querySelectorAll(`[data-joint="${joint}"]`)]
              .map(g => { const a = g.animate(frames, { duration: clip.cycleMs, iterations: Infinity }); a.pause(); return a; }));
            let worst = 0, n = 0;
            for (const still of document.querySelectorAll('[data-at]')) {
              for (const a of animations) a.currentTime = Math.min(still.dataset.at * clip.cycleMs, clip.cycleMs - 0.001);
              const there = still.querySelectorAll('[data-joint]');
              moving.querySelectorAll('[data-joint]').forEach((g, i) => {
                const a = g.getCTM(), b = there[i].getCTM();
                if (still.querySelector('svg') !== moving) { n++; for (const k of ['a', 'b', 'c', 'd', 'e', 'f']) worst = Math.max(worst, Math.abs(a[k] - b[k]) * (k < 'e' ? 50 : 1)); }
              });
            }
            document.querySelector('pre').textContent = `RESULT ${clip.movement}: ${animations.length} animations, ${n} comparisons, worst ${worst.toFixed(3)}`;
            """ + "</script>";
        File.WriteAllText(Path.Combine(args[2], movement.Id + ".browser.html"), page);
        continue;
    }

    var html = "<!doctype html><meta charset=utf-8><style>" + string.Join('\n', styles) + """
        body{margin:0;font:14px sans-serif} .row{display:grid;grid-template-columns:repeat(4,1fr);gap:6px;padding:6px}
        .dark{background:#0e1b18}.dark figure{background:#12302a}.grey{filter:grayscale(1);background:#fff}.grey figure{border:1px solid #ddd} figure{margin:0;border-radius:8px;overflow:hidden}
        </style>
        """;
    foreach (var (row, cls, side, n) in new[] { ("dark", "figure-dark", movement.Scene is "ball" or "mat" or "toes" ? Side.Left : Side.Both, 8), ("grey", "", Side.Right, 4) })
    {
        html += $"<div class='row {row}'>";
        for (var i = 0; i < (n > 4 ? n : movement.Stills.Length); i++)
        {
            html += "<figure>" + await renderer.Dispatcher.InvokeAsync(async () => (await renderer.RenderComponentAsync<Figure>(ParameterView.FromDictionary(
                new Dictionary<string, object?> { ["Movement"] = movement, ["Title"] = movement.Id, ["At"] = (double)i / n, ["Pose"] = cls.Length == 0 ? i : null, ["Tempo"] = tempo, ["Side"] = side, ["Class"] = cls }))).ToHtmlString()) + "</figure>";
        }

        html += "</div>";
    }

    File.WriteAllText(Path.Combine(args[2], movement.Id + ".html"), html);
}

async Task<string> Svg(Movement movement, Tempo tempo, double at) => await renderer.Dispatcher.InvokeAsync(async () => (await renderer.RenderComponentAsync<Figure>(
    ParameterView.FromDictionary(new Dictionary<string, object?> { ["Movement"] = movement, ["Title"] = movement.Id, ["At"] = at, ["Tempo"] = tempo }))).ToHtmlString());

static Movement ReadMovement(string file)
{
    var yaml = new YamlStream();
    using var reader = new StreamReader(file);
    yaml.Load(reader);
    var root = (YamlMappingNode)yaml.Documents[0].RootNode;
    string? T(string key) => root.Children.TryGetValue(key, out var n) ? (string?)n : null;
    static double N(YamlNode n) => double.Parse((string)n!, CultureInfo.InvariantCulture);
    static Moment M(YamlMappingNode n) => new(Enum.Parse<Phase>((string)n["phase"]!, true), N(n["at"]));
    return new(T("id")!, T("view")!, T("scene")!, T("wear")!, T("planted"),
        [.. ((YamlSequenceNode)root["keys"]).Cast<YamlMappingNode>().Select(k => new KeyPose(M(k),
            ((YamlMappingNode)k["angles"]).ToImmutableSortedDictionary(p => (string)p.Key!, p => N(p.Value)),
            k.Children.TryGetValue("planted", out var p) ? (string?)p : null))],
        [.. ((YamlSequenceNode)root["stills"]).Cast<YamlMappingNode>().Select(k => new StillPose(M(k), (string)k["label"]!))],
        T("turn") is { } t ? double.Parse(t, CultureInfo.InvariantCulture) : 0);
}
