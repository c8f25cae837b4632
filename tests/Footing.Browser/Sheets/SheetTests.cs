using System.Collections.Immutable;
using System.Text;
using System.Text.RegularExpressions;
using Footing.Content;
using Footing.Exercises;
using Footing.Testing.Web;
using Footing.Wording;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;

using Footing.Testing;

namespace Footing.Browser.Sheets;

[Collection(OfPages.Name)]
public sealed partial class SheetTests(Chromium chromium)
{
    /// <summary>The longest plan there is: all five exercises, each at its top.</summary>
    private static Story Longest() => FootExercises.All.Aggregate(
        new Story().Screening("2026-03-02"),
        (story, exercise) => story.Add("2026-03-03", $"10:0{FootExercises.All.IndexOf(exercise)}", "adjustment", new()
        {
            ["exercise"] = exercise.Id(),
            ["level"] = ShippedProgramme.Load()[exercise].Top,
        }));

    /// <summary>The words, with names of exercises as long as another language may make them.</summary>
    private static Texts LongNames()
    {
        var (pages, texts) = (ShippedTexts.Load("en"), ShippedProgramme.Texts("en"));
        var longer = texts.Keys.ToImmutableDictionary(key => key, key => FootExercises.All.Any(exercise => key == $"{exercise}.name")
            ? texts[key] + " mit sehr langem Namen, wie manche Sprache ihn hat"
            : texts[key]);
        return pages.With(ShippedProgramme.Load().Id, new(texts.Language, longer));
    }

    private static int Pages(byte[] pdf) => PageObject().Count(Encoding.Latin1.GetString(pdf));

    [GeneratedRegex(@"/Type\s*/Page\b(?!s)")]
    private static partial Regex PageObject();

    private async Task<(byte[] Pdf, int Rows, double Smallest)> Print(Texts? texts, string path = "/sheet")
    {
        await using var host = await RunningHost.StartAsync(configure: builder =>
        {
            if (texts is not null)
            {
                builder.Services.AddScoped(provider => new Footing.Web.CurrentProgramme(provider.GetRequiredService<Footing.Programmes.ProgrammeLibrary>(), texts));
            }
        });
        await Longest().TellAsync(host);
        await using var context = await chromium.Browser.NewContextAsync(new() { BaseURL = host.Address.ToString() });
        var page = await context.NewPageAsync();
        await page.GotoAsync(path);
        await page.EmulateMediaAsync(new() { Media = Media.Print });
        var smallest = await page.EvaluateAsync<double>(
            "Math.min(99, ...[...document.querySelectorAll('.sheet *')].filter(e => !e.closest('svg') && e.innerText?.trim()).map(e => parseFloat(getComputedStyle(e).fontSize)))");
        return (await page.PdfAsync(new() { PreferCSSPageSize = true }), await page.Locator(".sheet-exercise").CountAsync(), smallest);
    }

    [Fact]
    public async Task The_longest_plan_prints_on_one_page_in_type_of_12_points_and_more()
    {
        var (pdf, rows, smallest) = await Print(null);

        rows.ShouldBe(5);
        Pages(pdf).ShouldBe(1);
        (smallest * 72 / 96).ShouldBeGreaterThanOrEqualTo(12);
    }

    [Fact]
    public async Task Long_names_leave_it_on_one_page()
    {
        var (pdf, rows, _) = await Print(LongNames());

        rows.ShouldBe(5);
        Pages(pdf).ShouldBe(1);
    }

    [Fact]
    public async Task The_count_of_pages_can_tell_two_from_one()
    {
        var (pdf, _, _) = await Print(null, "/exercises/calf-raise");

        Pages(pdf).ShouldBeGreaterThan(1);
    }
}
