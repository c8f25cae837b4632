using System.Collections.Immutable;
using System.Globalization;
using Footing.Exercises;
using Footing.Movements;
using Footing.Programmes;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Rendering;

namespace Footing.Web.Figures;

/// <summary>
/// The figure of a movement at one moment of its cycle. The player moves the same drawing: each group with
/// <c>data-joint</c> follows the keyframes of that name in the <see cref="FigureClip"/>.
/// </summary>
public sealed partial class Figure
{
    private ImmutableSortedDictionary<string, Placement> _parts = ImmutableSortedDictionary<string, Placement>.Empty;
    private ImmutableDictionary<string, string?> _carriers = ImmutableDictionary<string, string?>.Empty;

    /// <summary>The movement to show.</summary>
    [Parameter, EditorRequired]
    public required Movement Movement { get; set; }

    /// <summary>The text alternative of the drawing; null for the programme's words for the movement.</summary>
    [Parameter]
    public string? Title { get; set; }

    /// <summary>The tempo, which places the holds in the cycle.</summary>
    [Parameter]
    public Tempo Tempo { get; set; } = new(2000, 1000, 3000);

    /// <summary>The side; the right mirrors the left, both shows a second leg behind the first.</summary>
    [Parameter]
    public Side Side { get; set; } = Side.Left;

    /// <summary>The still pose to show, with its arrows, from 0; null for the moment <see cref="At"/>.</summary>
    [Parameter]
    public int? Pose { get; set; }

    /// <summary>The share of the cycle that has passed, 0 to 1; used only when <see cref="Pose"/> is null.</summary>
    [Parameter]
    public double At { get; set; }

    /// <summary>More classes for the drawing, such as <c>figure-dark</c>.</summary>
    [Parameter]
    public string? Class { get; set; }

    private string Name => Title ?? P[$"figure.{Movement.Id}"];

    private Stage Stage => FigureClip.StageOf(Movement);

    private string ViewBox => string.Create(CultureInfo.InvariantCulture, $"0 0 {Stage.Width} {Stage.Height}");

    private string Mirror => string.Create(CultureInfo.InvariantCulture, $"translate({Stage.Width} 0) scale(-1 1)");

    private ImmutableArray<Layer> Behind => Movement.Scene == "ball"
        ? [.. SceneDrawing.Behind(Stage), .. SceneDrawing.Ball]
        : SceneDrawing.Behind(Stage);

    private ImmutableArray<Layer> Leg => Movement.View == "front"
        ? Movement.Keys.Any(key => key.Angles.ContainsKey("finger")) ? ToesDrawing.Helped : ToesDrawing.Alone
        :
        [
            .. Movement.Wear switch
            {
                "shoe" => [.. LegDrawing.Covered, .. FootwearDrawing.Shoe],
                "sock" => [.. LegDrawing.Covered, .. FootwearDrawing.Sock],
                _ => LegDrawing.Bare,
            },
            .. Stage.Hip is null && !Stage.Lying ? [] : LegDrawing.ClothedThigh,
        ];

    /// <inheritdoc />
    protected override void OnParametersSet()
    {
        _parts = FigureClip.PoseAt(Movement, Tempo, Pose is { } pose ? Movement.Stills[pose].Moment.ShareOf(Tempo) : At);
        _carriers = FigureClip.CarriersOf(Movement);
    }

    // A layer as groups nested along the joints; groups without shapes of the layer are left out.
    private RenderFragment Painted(ImmutableArray<Layer> layers) => builder =>
    {
        foreach (var layer in layers)
        {
            Paint(builder, layer);
        }
    };

    private void Paint(RenderTreeBuilder builder, Layer layer)
    {
        builder.OpenElement(0, "g");
        builder.AddAttribute(1, "class", "figure-" + layer.Class);
        foreach (var run in Runs(layer.Shapes))
        {
            var path = Path(run[0].Part);
            foreach (var part in path)
            {
                builder.OpenElement(2, "g");
                builder.AddAttribute(3, "data-joint", part);
                builder.AddAttribute(4, "transform", _parts[part].Svg);
            }

            foreach (var shape in run)
            {
                builder.OpenElement(5, "path");
                builder.AddAttribute(6, "class", "figure-" + shape.Class);
                builder.AddAttribute(7, "d", shape.D);
                builder.CloseElement();
            }

            foreach (var _ in path)
            {
                builder.CloseElement();
            }
        }

        builder.CloseElement();
    }

    private static IEnumerable<ImmutableArray<Shape>> Runs(ImmutableArray<Shape> shapes)
    {
        for (var i = 0; i < shapes.Length;)
        {
            var run = shapes.Skip(i).TakeWhile(shape => shape.Part == shapes[i].Part).ToImmutableArray();
            yield return run;
            i += run.Length;
        }
    }

    private ImmutableArray<string> Path(string part)
    {
        var path = ImmutableArray.CreateBuilder<string>();
        for (var carrier = part.Length == 0 ? null : part; carrier is not null; carrier = _carriers[carrier])
        {
            path.Insert(0, carrier);
        }

        return path.ToImmutable();
    }
}
