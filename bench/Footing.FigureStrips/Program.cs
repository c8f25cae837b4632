using Footing.Content;
using Footing.Exercises;
using Footing.Movements;
using Footing.Programmes;
using Footing.Reading;
using Footing.Web;
using Footing.Web.Figures;
using Footing.Wording;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

// Footing.FigureStrips STYLES OUT, with STYLES the compiled _figure.scss: for each movement of the programme, in the tempo of
// the first level that shows it, OUT/ID.html with its strips, and OUT/ID.browser.html, whose script moves the drawing
// and compares it with the still one.
var (styles, folder) = (await File.ReadAllTextAsync(args[0]), args[1]);
var programme = ShippedProgramme.Load();
await using var services = new ServiceCollection().AddLogging().AddSingleton(ShippedTexts.Load("en")).AddSingleton(new ProgrammeLibrary(programme)).AddSingleton<CurrentProgramme>().BuildServiceProvider();
await using var renderer = new HtmlRenderer(services, services.GetRequiredService<ILoggerFactory>());
foreach (var movement in programme.Movements.Values)
{
    var tempo = programme.Exercises.SelectMany(exercise => exercise.Levels)
        .First(level => level.Movement == movement.Id || level.Variants.Any(variant => variant.Movement == movement.Id)).Tempo;
    await File.WriteAllTextAsync(Path.Combine(folder, movement.Id + ".html"), await Strips(movement, tempo));
    await File.WriteAllTextAsync(Path.Combine(folder, movement.Id + ".browser.html"), await Compared(movement, tempo));
}

async Task<string> Strips(Movement movement, Tempo tempo)
{
    var side = movement.Wear == "shoe" ? Side.Both : Side.Left;
    var page = $$"""
        <!doctype html><meta charset="utf-8"><style>{{styles}}
        body { margin: 0 } .row { display: grid; grid-template-columns: repeat(4, 1fr); gap: 6px; padding: 6px }
        figure { margin: 0; border-radius: 8px; overflow: hidden }
        .dark { background: #0e1b18 } .dark figure { background: #12302a }
        .grey { background: #fff; filter: grayscale(1) } .grey figure { border: 1px solid #ddd }
        </style><div class="row dark">
        """;
    for (var i = 0; i < 8; i++)
    {
        page += $"<figure>{await Drawn(movement, tempo, ("At", i / 8.0), ("Side", side), ("Class", "figure-dark"))}</figure>";
    }

    page += "</div><div class=\"row grey\">";
    for (var pose = 0; pose < movement.Stills.Length; pose++)
    {
        page += $"<figure>{await Drawn(movement, tempo, ("Pose", pose), ("Side", Side.Right))}</figure>";
    }

    return page + "</div>";
}

async Task<string> Compared(Movement movement, Tempo tempo)
{
    const int Moments = 40;
    var page = "<!doctype html><meta charset=\"utf-8\">";
    for (var i = 0; i <= Moments; i++)
    {
        page += $"<div data-at=\"{(double)i / Moments}\">{await Drawn(movement, tempo, ("At", (double)i / Moments))}</div>";
    }

    var clip = FigureClipJson.Write(FigureClip.Of(movement, tempo), ShippedProgramme.Texts("en"));
    return page + "<pre></pre><script type=\"application/json\">" + clip + "</script><script>" + """
        const clip = JSON.parse(document.querySelector('script').textContent);
        const moving = document.querySelector('svg');
        const animations = Object.entries(clip.joints).flatMap(([joint, frames]) =>
          [...moving.querySelectorAll(`[data-joint="${joint}"]`)].map(group => {
            const animation = group.animate(frames, { duration: clip.cycleMs, iterations: Infinity });
            animation.pause();
            return animation;
          }));
        let worst = 0, count = 0;
        for (const still of document.querySelectorAll('[data-at]')) {
          if (still.contains(moving)) continue;
          for (const animation of animations) animation.currentTime = Math.min(still.dataset.at * clip.cycleMs, clip.cycleMs - 0.001);
          const there = still.querySelectorAll('[data-joint]');
          moving.querySelectorAll('[data-joint]').forEach((group, i) => {
            const a = group.getCTM(), b = there[i].getCTM();
            count++;
            for (const k of 'abcdef') worst = Math.max(worst, Math.abs(a[k] - b[k]) * (k < 'e' ? 50 : 1));
          });
        }
        document.querySelector('pre').textContent = `${clip.movement}: ${animations.length} groups, ${count} comparisons, at most ${worst.toFixed(2)} px apart`;
        </script>
        """;
}

Task<string> Drawn(Movement movement, Tempo tempo, params (string Name, object? Value)[] more) =>
    renderer.Dispatcher.InvokeAsync(async () =>
    {
        var parameters = more.ToDictionary(parameter => parameter.Name, parameter => parameter.Value);
        (parameters["Movement"], parameters["Tempo"]) = (movement, tempo);
        return (await renderer.RenderComponentAsync<Figure>(ParameterView.FromDictionary(parameters))).ToHtmlString();
    });
