using System.Text;
using System.Text.Json;
using Footing.Journal;

namespace Footing.Tests.Journal;

/// <summary>What an entry keeps untouched can be asked for without harm.</summary>
public sealed class LenientJsonTests
{
    private const string Odd = """{"\ud800":1,"z\udc00":2,"zone":"UTC","half":"\ud800","deep":{"half":["\ud800","whole",null],"\udc00":1},"big":1e999999999}""";

    private static JsonElement Json => LenientJson.Parse(Encoding.UTF8.GetBytes(Odd))!.Value;

    [Theory]
    [InlineData("zone", "UTC")]
    [InlineData("half", null)]
    [InlineData("deep", null)]
    [InlineData("big", null)]
    [InlineData("none", null)]
    [InlineData("z", null)]
    public void What_is_no_text_is_absent(string member, string? text) => LenientJson.Text(Json, member).ShouldBe(text);

    [Theory]
    [InlineData("[]"), InlineData("\"zone\""), InlineData("null"), InlineData("5")]
    public void What_is_no_object_has_no_members(string json)
    {
        using var document = JsonDocument.Parse(json);

        LenientJson.Member(document.RootElement, "zone").ShouldBeNull();
        LenientJson.Fields(document.RootElement).ShouldBeEmpty();
    }

    [Fact]
    public void Fields_to_be_changed_leave_out_what_is_no_text_and_keep_the_rest() =>
        LenientJson.Fields(Json).ToJsonString().ShouldBe("""{"zone":"UTC","deep":{"half":["whole",null]},"big":1e999999999}""");

    [Fact]
    public void What_is_no_JSON_is_null() => LenientJson.Parse("{"u8.ToArray()).ShouldBeNull();
}
