using Footing.Testing.Web;

namespace Footing.Browser;

[Collection(OfPages.Name)]
public sealed class WelcomeTests(Chromium chromium)
{
    [Fact]
    public async Task A_first_visit_meets_a_welcome_that_fits_and_passes_axe()
    {
        await using var phone = await Phone.OpenAsync(chromium);

        await phone.Page.GotoAsync("/");

        (await phone.Page.Locator("h1").CountAsync()).ShouldBe(1);
        await phone.ShouldFitAsync();
        await phone.ShouldPassAxeAsync();
    }
}
