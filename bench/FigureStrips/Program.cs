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
    if (args.Length > 3 && !args[3..].Contains(movement.Id)) { continue; }
    var html = "<!doctype html><meta charset=utf-8><style>" + string.Join('\n', styles) + """
        body{margin:0;font:14px sans-serif} .row{display:grid;grid-template-columns:repeat(4,1fr);gap:6px;padding:6px}
        .dark{background:#0e1b18}.dark figure{background:#12302a}.grey{filter:grayscale(1);background:#fff}.grey figure{border:1px solid #ddd} figure{margin:0;border-radius:8px;overflow:hidden}
        </style>
        """;
    var tempo = movement.Scene is "chair" or "mat" ? new Tempo(2000, 0, 2000) : new Tempo(2000, 1000, 3000);
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
