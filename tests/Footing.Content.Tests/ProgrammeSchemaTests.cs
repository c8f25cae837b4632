using Footing.Testing;
using NJsonSchema;
using Newtonsoft.Json.Linq;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;
using Node = YamlDotNet.RepresentationModel.YamlNode;

namespace Footing.Content.Tests;

/// <summary>The files as other programs see them: read here by YamlDotNet's own tree, not by our reader.</summary>
public sealed class ProgrammeSchemaTests
{
    [Fact]
    public async Task Shipped_programme_is_valid()
    {
        var schema = await Schema();

        schema.Validate(Shipped()).ShouldBeEmpty();
    }

    [Fact]
    public async Task Programme_with_other_exercises_is_valid()
    {
        var schema = await Schema();
        var programme = Of(BalanceProgramme.Folder, Json(BalanceProgramme.Folder, "sources.yaml"));

        schema.Validate(programme).ShouldBeEmpty();
        programme.SelectToken("exercises[0].id")!.ToString().ShouldBe("heel-lift");
    }

    [Theory]
    [InlineData("programme.minutes-limit", "40")]
    [InlineData("programme.weekdays", "[\"mon\",\"wed\",\"wed\"]")]
    [InlineData("programme.exercises[0]", "\"Knee bend\"")]
    [InlineData("programme.exercises", "[]")]
    [InlineData("exercises[0].traits", "[\"seated\"]")]
    [InlineData("exercises[0].joins-after", "{\"exercise\":\"ankle-pump\"}")]
    [InlineData("sources.sources[0].kind", "\"rumour\"")]
    [InlineData("exercises[0].levels[0].dose", "{\"sets\":1,\"reps\":10,\"seconds\":10}")]
    [InlineData("exercises[0].levels[0].dose", "{\"sets\":1}")]
    [InlineData("exercises[0].levels[0].tempo.up-ms", "0")]
    [InlineData("exercises[0].levels[0].position", "\"stairs\"")]
    [InlineData("exercises[0].levels[0].extra", "1")]
    [InlineData("exercises[0].levels[0].sources", "[]")]
    [InlineData("exercises[0].text-sources", "{}")]
    [InlineData("movements[0].view", "\"below\"")]
    [InlineData("movements[0].keys[0].at", "1.5")]
    [InlineData("movements[0].keys", "[]")]
    public async Task Fault_is_not_valid(string path, string value)
    {
        var schema = await Schema();
        var programme = Shipped();
        var (parent, name) = Split(path);
        if (programme.SelectToken(path) is { } token)
        {
            token.Replace(JToken.Parse(value));
        }
        else
        {
            ((JObject)programme.SelectToken(parent)!)[name] = JToken.Parse(value);
        }

        schema.Validate(programme).ShouldNotBeEmpty();
    }

    private static (string Parent, string Name) Split(string path) =>
        (path[..path.LastIndexOf('.')], path[(path.LastIndexOf('.') + 1)..]);

    private static Task<JsonSchema> Schema() =>
        JsonSchema.FromFileAsync(Path.Combine(AppContext.BaseDirectory, "contract", "programme.schema.json"));

    private static JObject Shipped() => Of(ProgrammeFolder.Shipped, JToken.Parse("""{"sources":[{"id":"rumour","kind":"own-choice"}]}"""));

    private static JObject Of(string programme, JToken sources) => new(
        new JProperty("programme", Json(programme, "programme.yaml")),
        new JProperty("sources", sources),
        new JProperty("exercises", All(programme, "exercises")),
        new JProperty("movements", All(programme, "movements")));

    private static JArray All(string programme, string folder) => new(
        Directory.EnumerateFiles(Path.Combine(programme, folder)).Order(StringComparer.Ordinal).Select(file => Json(programme, file)));

    private static JToken Json(string programme, string file)
    {
        using var reader = File.OpenText(Path.Combine(programme, file));
        var stream = new YamlStream();
        stream.Load(reader);
        return Json(stream.Documents.ShouldHaveSingleItem().RootNode);
    }

    private static JToken Json(Node node) => node switch
    {
        YamlMappingNode map => new JObject(map.Children.Select(child => new JProperty(((YamlScalarNode)child.Key).Value!, Json(child.Value)))),
        YamlSequenceNode list => new JArray(list.Children.Select(Json)),
        YamlScalarNode { Style: ScalarStyle.Plain, Value: "true" or "false" } flag => new JValue(flag.Value == "true"),
        YamlScalarNode { Style: ScalarStyle.Plain, Value: { } number } when int.TryParse(number, out var whole) => new JValue(whole),
        YamlScalarNode { Style: ScalarStyle.Plain, Value: { } number }
            when double.TryParse(number, System.Globalization.CultureInfo.InvariantCulture, out var fraction) => new JValue(fraction),
        YamlScalarNode text => new JValue(text.Value),
        _ => throw new InvalidOperationException($"{node.NodeType} has no JSON."),
    };
}
