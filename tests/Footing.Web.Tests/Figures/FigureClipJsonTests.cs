using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Footing.Movements;
using Footing.Web.Figures;
using Footing.Wording;
using NJsonSchema;

namespace Footing.Web.Tests.Figures;

public sealed class FigureClipJsonTests
{
    private static readonly Texts Words = new("en", new Dictionary<string, string>
    {
        ["pose.heels-down"] = "Heels down",
        ["pose.heels-up"] = "Heels up",
        ["pose.toes-flat"] = "Toes flat",
        ["pose.toes-up"] = "Toes up",
    }.ToImmutableDictionary());

    public static TheoryData<string> All => ["calf-raise-floor", "toe-lift"];

    private static string Root
    {
        get
        {
            var directory = new DirectoryInfo(AppContext.BaseDirectory);
            while (!File.Exists(Path.Combine(directory.FullName, "Footing.slnx")))
            {
                directory = directory.Parent ?? throw new DirectoryNotFoundException("No Footing.slnx above the tests.");
            }

            return directory.FullName;
        }
    }

    private static string Written(string id) => FigureClipJson.Write(
        FigureClip.Of(id == "toe-lift" ? FigureTests.Toes : FigureTests.CalfRaise, new(2000, 1000, 3000)), Words);

    [Theory]
    [MemberData(nameof(All))]
    public async Task A_clip_keeps_to_its_schema(string id)
    {
        var schema = await JsonSchema.FromFileAsync(Path.Combine(Root, "contract", "figure.schema.json"));

        schema.Validate(Written(id)).ShouldBeEmpty();
    }

    [Theory]
    [MemberData(nameof(All))]
    public void A_clip_is_the_golden_one(string id)
    {
        // Made again by FOOTING_GOLDEN=write; look at what changed before it is kept.
        var file = Path.Combine(Root, "contract", "golden", $"figure-{id}.json");
        if (Environment.GetEnvironmentVariable("FOOTING_GOLDEN") == "write")
        {
            File.WriteAllText(file, Written(id) + "\n");
        }

        Written(id).ShouldBe(File.ReadAllText(file).TrimEnd());
    }

    [Fact]
    public void A_part_that_does_not_move_is_left_out()
    {
        var joints = JsonNode.Parse(Written("toe-lift"))!["joints"]!.AsObject();

        joints.ContainsKey("toe-1").ShouldBeTrue();
        joints.ContainsKey("toe-2").ShouldBeFalse();
    }

    [Fact]
    public void A_pose_without_words_is_refused() =>
        Should.Throw<KeyNotFoundException>(() => FigureClipJson.Write(
            FigureClip.Of(FigureTests.CalfRaise, new(2000, 1000, 3000)), new("en", ImmutableDictionary<string, string>.Empty)))
            .Message.ShouldContain("pose.heels-down");
}
