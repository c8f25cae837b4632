using System.Text;
using Footing.Exercises;
using Footing.Sessions;
using Footing.Testing;
using NJsonSchema;

namespace Footing.Tests.Sessions;

/// <summary>
/// The golden scripts of <c>contract/golden</c>, which the player's tests perform. After a change that is meant,
/// <c>FOOTING_GOLDEN=write dotnet test tests/Footing.Tests</c> writes them again; read the difference before it is
/// committed.
/// </summary>
public sealed class GoldenScriptTests
{
    private static readonly string Contract = Repository.Find("contract");

    // In Spanish those that together have every exercise at every level: what is said can be heard through in both.
    private static readonly string[] Spoken = ["everything", "calf-raise-on-step", "level-2", "level-3", "level-4", "level-5", "known", "tenth"];

    public static TheoryData<string, string> Names
    {
        get
        {
            var names = new TheoryData<string, string>();
            foreach (var name in GoldenPlans.All.Keys)
            {
                names.Add(name, "en");
            }

            foreach (var name in Spoken)
            {
                names.Add(name, "es");
            }

            return names;
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Script_is_the_golden_one_byte_for_byte(string name, string language)
    {
        // A file ends with a line break, as what the command line prints does.
        byte[] bytes = [.. ScriptJson.Write(Scripts.Of(GoldenPlans.All[name], language)), (byte)'\n'];
        var path = Path.Combine(Contract, "golden", $"script-{name}{(language == "en" ? "" : "." + language)}.json");
        if (Environment.GetEnvironmentVariable("FOOTING_GOLDEN") == "write")
        {
            await File.WriteAllBytesAsync(path, bytes);
        }

        File.Exists(path).ShouldBeTrue($"{path} is missing: FOOTING_GOLDEN=write makes it.");
        Encoding.UTF8.GetString(bytes).ShouldBe(Encoding.UTF8.GetString(await File.ReadAllBytesAsync(path)));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Script_keeps_to_its_schema(string name, string language)
    {
        var schema = await JsonSchema.FromFileAsync(Path.Combine(Contract, "script.schema.json"));
        schema.Validate(Encoding.UTF8.GetString(ScriptJson.Write(Scripts.Of(GoldenPlans.All[name], language)))).ShouldBeEmpty();
    }

    [Fact]
    public void Golden_scripts_have_every_exercise_at_every_level() =>
        GoldenPlans.All.Values.SelectMany(plan => plan.Exercises).Select(planned => $"{planned.Exercise} {planned.Level.Number}").Distinct().Order()
            .ShouldBe(FootExercises.All.SelectMany(exercise => Enumerable.Range(1, Scripts.Programme[exercise].Top), (exercise, level) => $"{exercise} {level}").Order());
}
