using Footing.Reading;
using FsCheck.Xunit;

namespace Footing.Tests.Reading;

/// <summary>Numbers and sentences as people type them.</summary>
public sealed class TypedInputTests
{
    [Property(MaxTest = 300)]
    public void Degrees_are_exactly_what_was_typed_with_a_point_or_a_comma(ushort chosen)
    {
        var hundredths = 1500 + (chosen % 3001);
        foreach (var mark in (string[])[".", ","])
        {
            var typed = $"{hundredths / 100}{mark}{hundredths % 100:00}";
            TypedInput.Degrees(typed, 15, 45).ShouldBe(hundredths / 100m, typed);
            TypedInput.Degrees($" {typed} °C ", 15, 45).ShouldBe(hundredths / 100m);
        }
    }

    [Theory]
    [InlineData("14.99"), InlineData("45.01"), InlineData("45.04"), InlineData("30.123"), InlineData("1e1"), InlineData("30."), InlineData("")]
    [InlineData("30\n.5"), InlineData("+30"), InlineData("٣٠")]
    public void What_is_out_of_range_or_no_number_is_none(string typed) => TypedInput.Degrees(typed, 15, 45).ShouldBeNull();

    [Theory]
    [InlineData("30.10", "30.1"), InlineData("30.00", "30"), InlineData("30", "30")]
    public void Degrees_have_no_zeros_at_the_end(string typed, string written) =>
        TypedInput.Degrees(typed, 15, 45)!.Value.ToString(System.Globalization.CultureInfo.InvariantCulture).ShouldBe(written);

    [Theory]
    [InlineData("7", 7), InlineData(" 7 seconds", 7), InlineData("7\u00a0años.", 7), InlineData("0007", 7)]
    [InlineData("7.0", null), InlineData("7e1", null), InlineData("00007", null), InlineData("11", null), InlineData("-7", null), InlineData("7 \n8", null)]
    public void A_whole_number_may_have_its_unit(string typed, int? number) => TypedInput.Whole(typed, 0, 10).ShouldBe(number);

    [Fact]
    public void A_line_break_is_one_character_however_it_is_sent_and_so_is_an_emoji()
    {
        foreach (var lineBreak in (string[])["\r\n", "\n", "\r"])
        {
            var words = TypedInput.Normalize($"\uFEFF a{lineBreak}{lineBreak}b \u0085");
            words.ShouldBe("a\n\nb");
            TypedInput.Length(words).ShouldBe(4);
        }

        TypedInput.Length("a😀é").ShouldBe(3);
    }
}
