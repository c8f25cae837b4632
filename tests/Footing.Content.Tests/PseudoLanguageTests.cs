namespace Footing.Content.Tests;

/// <summary>The languages that nobody speaks, by which pages are tried.</summary>
public sealed class PseudoLanguageTests
{
    [Fact]
    public void Texts_of_the_long_one_are_half_again_as_long_and_keep_their_places()
    {
        var (english, strange) = (ShippedTexts.Load("en"), ShippedTexts.Load(PseudoLanguage.Long));
        strange.Keys.ShouldBe(english.Keys, ignoreOrder: true);
        var all = english.Keys.Where(key => english[key].Length > 20 && !english[key].Contains('{', StringComparison.Ordinal)).ToList();
        all.ShouldAllBe(key => strange[key].Length > 1.3 * english[key].Length);
        ((double)all.Sum(key => strange[key].Length) / all.Sum(key => english[key].Length)).ShouldBeInRange(1.45, 1.55);
        PseudoLanguage.Lengthen("{n} of {of} minutes").ShouldMatch("^\\{n\\} .+ \\{of\\} .+");
    }

    [Fact]
    public void Mirrored_one_is_read_from_right_to_left() =>
        ShippedTexts.Load(PseudoLanguage.Mirrored).Culture.TextInfo.IsRightToLeft.ShouldBeTrue();
}
