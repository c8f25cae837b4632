using System.Text.Json;
using Footing.Exercises;

namespace Footing.Tests.Exercises;

public sealed class ExerciseIdTests
{
    [Theory]
    [InlineData("calf-raise"), InlineData("a"), InlineData("1-2-3")]
    public void Kebab_case_is_an_id_and_json_holds_it_as_text(string text)
    {
        var id = ExerciseId.Of(text);

        id.ToString().ShouldBe(text);
        id.ShouldBe(ExerciseId.Find(text)!.Value);
        JsonSerializer.Serialize(id).ShouldBe($"\"{text}\"");
        JsonSerializer.Deserialize<ExerciseId>($"\"{text}\"").ShouldBe(id);
    }

    [Theory]
    [InlineData(null), InlineData(""), InlineData("Calf-raise"), InlineData("calf--raise"), InlineData("-calf"), InlineData("calf-"), InlineData("calf raise"), InlineData("calf-raise\n")]
    public void Other_text_is_no_id(string? text)
    {
        ExerciseId.Find(text).ShouldBeNull();
        Should.Throw<ArgumentException>(() => ExerciseId.Of(text ?? ""));
        Should.Throw<JsonException>(() => JsonSerializer.Deserialize<ExerciseId>(JsonSerializer.Serialize(text)));
    }

    [Fact]
    public void Longest_id_has_64_characters()
    {
        ExerciseId.Find(new string('a', 64)).ShouldNotBeNull();
        ExerciseId.Find(new string('a', 65)).ShouldBeNull();
    }
}
