using System.Text;
using System.Text.Json;
using Footing.Sessions;

namespace Footing.Tests.Sessions;

public sealed class ScriptJsonTests
{
    private static readonly SessionScript Script = Scripts.Of(GoldenPlans.All["everything"]);

    [Fact]
    public void What_is_written_holds_every_exercise_step_and_cue()
    {
        using var json = JsonDocument.Parse(ScriptJson.Write(Script));
        json.RootElement.GetProperty("durationMs").GetInt32().ShouldBe(Script.DurationMs);
        json.RootElement.GetProperty("exercises").GetArrayLength().ShouldBe(Script.Exercises.Length);
        json.RootElement.GetProperty("steps").EnumerateArray().Select(step => step.GetProperty("cues").GetArrayLength())
            .ShouldBe(Script.Steps.Select(step => step.Cues.Length));
    }

    [Fact]
    public void It_can_stand_in_a_page_without_ending_a_script_element()
    {
        var script = Script with { Exercises = [Script.Exercises[0] with { Name = "</script><b>" }] };
        Encoding.UTF8.GetString(ScriptJson.Write(script)).ShouldNotContain("<");
    }
}
