using Footing.Sessions;

namespace Footing.Tests.Sessions;

public sealed class SpeechTests
{
    [Theory]
    [InlineData(null, 0)]
    [InlineData("", 0)]
    [InlineData("Up", 1400)]
    [InlineData("Half way.", 1900)]
    [InlineData("75 seconds.", 2900)]
    [InlineData("On \"down\", sink slowly.", 3400)]
    public void Words_take_half_a_second_each_with_their_pauses_and_a_breath(string? text, int ms) => Speech.Ms(text).ShouldBe(ms);

    [Theory]
    [InlineData(null, 0)]
    [InlineData("Up", 800)]
    [InlineData("Half way.", 1300)]
    public void A_word_on_the_beat_needs_no_silence_after_it(string? text, int ms) => Speech.BriefMs(text).ShouldBe(ms);

    [Theory]
    [InlineData("One.", new[] { "One." })]
    [InlineData("One. Two? Three", new[] { "One.", "Two?", "Three" })]
    [InlineData("Press \"Stop.\" Then sit.", new[] { "Press \"Stop.\"", "Then sit." })]
    [InlineData("2.5 times", new[] { "2.5 times" })]
    public void Sentences_end_where_a_voice_takes_a_breath(string text, string[] sentences) =>
        Speech.Sentences(text).ShouldBe(sentences);
}
