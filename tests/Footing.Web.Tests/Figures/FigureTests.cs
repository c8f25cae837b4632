using System.Collections.Immutable;
using System.Xml.Linq;
using Footing.Content;
using Footing.Exercises;
using Footing.Programmes;
using Footing.Web.Figures;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Footing.Web.Tests.Figures;

public sealed class FigureTests
{
    internal static readonly Movement CalfRaise = new(
        "calf-raise-floor",
        "side",
        "floor",
        "shoe",
        "toes",
        [Key(Phase.Up, 0), Key(Phase.Up, 1, ("ankle", -34), ("toes", 36)), Key(Phase.Hold, 1, ("ankle", -34), ("toes", 36)), Key(Phase.Down, 1)],
        [new(new(Phase.Up, 0), "heels-down"), new(new(Phase.Hold, 0.5), "heels-up")]);

    internal static readonly Movement Toes = new(
        "toe-lift",
        "front",
        "toes",
        "bare",
        null,
        [Key(Phase.Up, 0), Key(Phase.Up, 1, ("toe-1", 30)), Key(Phase.Hold, 1, ("toe-1", 30)), Key(Phase.Down, 1)],
        [new(new(Phase.Up, 0), "toes-flat"), new(new(Phase.Hold, 0.5), "toes-up")]);

    private static KeyPose Key(Phase phase, double at, params (string Joint, double Angle)[] angles) =>
        new(new(phase, at), angles.ToImmutableSortedDictionary(angle => angle.Joint, angle => angle.Angle));

    private static async Task<XElement> Drawn(Movement movement, params (string Name, object? Value)[] more)
    {
        await using var services = new ServiceCollection().AddLogging().AddSingleton(ShippedTexts.Load("en")).AddSingleton(new ProgrammeLibrary(ShippedProgramme.Load())).AddSingleton<CurrentProgramme>().BuildServiceProvider();
        await using var renderer = new HtmlRenderer(services, services.GetRequiredService<ILoggerFactory>());
        var parameters = more.ToDictionary(parameter => parameter.Name, parameter => parameter.Value);
        parameters["Movement"] = movement;
        return XElement.Parse(await renderer.Dispatcher.InvokeAsync(async () =>
            (await renderer.RenderComponentAsync<Figure>(ParameterView.FromDictionary(parameters))).ToHtmlString()));
    }

    private static string? Transform(XElement drawing, string joint) =>
        (string?)drawing.Descendants("g").First(group => (string?)group.Attribute("data-joint") == joint).Attribute("transform");

    [Fact]
    public async Task The_figure_is_an_image_with_a_name()
    {
        var drawing = await Drawn(CalfRaise, ("Title", "A person raises the heels."));

        ((string?)drawing.Attribute("role")).ShouldBe("img");
        ((string?)drawing.Attribute("aria-label")).ShouldBe("A person raises the heels.");
        drawing.Element("title")!.Value.ShouldBe("A person raises the heels.");
    }

    [Fact]
    public async Task Without_a_name_it_has_the_words_of_its_movement() =>
        (await Drawn(CalfRaise)).Element("title")!.Value.ShouldBe(ShippedProgramme.Texts("en")["figure.calf-raise-floor"]);

    [Fact]
    public async Task Poses_are_attributes_and_never_styles()
    {
        var drawing = await Drawn(CalfRaise, ("At", 0.4), ("Side", Side.Both));

        drawing.DescendantsAndSelf().Attributes().ShouldAllBe(attribute => attribute.Name != "style" && attribute.Name != "id");
        drawing.Descendants().ShouldNotContain(element => element.Name == "style" || element.Name == "script");
    }

    [Fact]
    public async Task Joints_are_nested_along_the_leg()
    {
        var toes = (await Drawn(CalfRaise)).Descendants("g").First(group => (string?)group.Attribute("data-joint") == "toes");

        toes.Ancestors().Select(group => (string?)group.Attribute("data-joint")).Where(joint => joint is not null)
            .ShouldBe(["ankle", "shank"]);
    }

    [Fact]
    public async Task The_heel_is_up_in_the_hold()
    {
        Transform(await Drawn(CalfRaise), "ankle").ShouldBe("translate(0 0) rotate(0)");
        Transform(await Drawn(CalfRaise, ("At", 0.4)), "ankle").ShouldBe("translate(0 0) rotate(34)");
        Transform(await Drawn(CalfRaise, ("Pose", 1)), "ankle").ShouldBe("translate(0 0) rotate(34)");
    }

    [Fact]
    public async Task The_right_is_the_mirror_of_the_left()
    {
        var left = (await Drawn(CalfRaise, ("At", 0.2))).Elements("g").Single();
        var right = (await Drawn(CalfRaise, ("At", 0.2), ("Side", Side.Right))).Elements("g").Single();

        ((string?)left.Attribute("transform")).ShouldBeNull();
        ((string?)right.Attribute("transform")).ShouldBe("translate(360 0) scale(-1 1)");
        right.Elements().Select(element => element.ToString()).ShouldBe(left.Elements().Select(element => element.ToString()));
    }

    [Fact]
    public async Task Both_sides_are_two_legs_that_move_alike()
    {
        var far = (await Drawn(CalfRaise, ("Side", Side.Both), ("At", 0.4))).Descendants("g")
            .Single(group => (string?)group.Attribute("class") == "figure-far");

        Transform(far, "ankle").ShouldBe("translate(0 0) rotate(34)");
    }

    [Fact]
    public async Task Arrows_are_hidden_but_those_of_the_pose_shown()
    {
        static IEnumerable<string> Hidden(XElement drawing) => drawing.Descendants("g")
            .Where(group => group.Attribute("data-pose") is not null && (string?)group.Attribute("display") == "none")
            .Select(group => (string)group.Attribute("data-pose")!);

        Hidden(await Drawn(CalfRaise)).ShouldBe(["0", "1"]);
        Hidden(await Drawn(CalfRaise, ("Pose", 1))).ShouldBe(["0"]);
    }

    [Fact]
    public async Task Each_of_the_five_toes_is_a_joint()
    {
        var drawing = await Drawn(Toes, ("At", 0.4));

        for (var toe = 1; toe <= 5; toe++)
        {
            Transform(drawing, $"toe-{toe}").ShouldNotBeNull();
        }

        Transform(drawing, "toe-1").ShouldNotBe(Transform(await Drawn(Toes), "toe-1"));
        Transform(drawing, "toe-2").ShouldBe(Transform(await Drawn(Toes), "toe-2"));
    }
}
