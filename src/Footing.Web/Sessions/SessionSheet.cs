using System.Collections.Immutable;
using System.Text;
using System.Text.Json;
using Footing.Exercises;
using Footing.Movements;
using Footing.Plans;
using Footing.Programmes;
using Footing.Sessions;
using Footing.Web.Figures;
using Footing.Wording;

namespace Footing.Web.Sessions;

/// <summary>What a session page shows: the script, and the drawing of each movement in it.</summary>
/// <param name="Plan">What is done.</param>
/// <param name="Script">Its timeline.</param>
/// <param name="Drawings">One drawing for each movement, in the order of the session.</param>
public sealed record SessionSheet(Plan Plan, SessionScript Script, ImmutableArray<SessionDrawing> Drawings)
{
    private const string PlayerWords = "player.";

    /// <summary>The positions, by id, in which hands must hold on: the player counts no taps then.</summary>
    internal static string Standing { get; } = string.Join(' ', PositionIds.Standing.Select(position => position.Id()));

    internal static SessionSheet Of(Plan plan, Programme programme, Texts texts)
    {
        var script = ScriptCompiler.Compile(plan, programme, texts);
        var figures = script.Steps.Where(step => step.Figure is not null).ToLookup(step => step.Figure!.Movement);
        return new(plan, script,
        [
            .. figures.Select(steps => new SessionDrawing(
                programme.Movements[steps.Key],
                // The drawing of one leg is used for the other too; the player mirrors it.
                steps.Any(step => step.Figure!.Side == Side.Both) ? Side.Both : Side.Left,
                plan.Exercises.First(planned => planned.Exercise == steps.First().Exercise).Level.Tempo,
                steps.First().Exercise!.Value)),
        ]);
    }

    /// <summary>A drawing of each movement that any level may need, for a page kept before its script exists.</summary>
    internal static ImmutableArray<SessionDrawing> AllDrawings(Programme programme) =>
    [
        .. programme.Exercises
            .SelectMany(definition => definition.Levels, (definition, level) => (definition, level))
            .SelectMany(one => one.level.Variants.Select(variant => variant.Movement).Prepend(one.level.Movement), (one, movement) => new SessionDrawing(
                programme.Movements[movement], one.level.Dose.PerSide ? Side.Left : Side.Both, one.level.Tempo, one.definition.Id))
            .DistinctBy(drawing => drawing.Movement.Id),
    ];

    /// <summary>The exercises in the order in which they are done.</summary>
    public ImmutableArray<PlannedExercise> Exercises => SessionOrder.Of(Plan.Exercises);

    /// <summary>The script as JSON.</summary>
    public string ScriptBlock => Encoding.UTF8.GetString(ScriptJson.Write(Script));

    /// <summary>The moving drawings as JSON, by movement.</summary>
    public string FiguresBlock(Texts texts) => FiguresBlock(Drawings, texts);

    internal static string FiguresBlock(IEnumerable<SessionDrawing> drawings, Texts texts) =>
        $"{{{string.Join(",", drawings.Select(drawing => $"\"{drawing.Movement.Id}\":{FigureClipJson.Write(FigureClip.Of(drawing.Movement, drawing.Tempo), texts)}"))}}}";

    /// <summary>The texts of the player's screen as JSON.</summary>
    public static string WordsBlock(Texts texts) => JsonSerializer.Serialize(
        texts.Keys.Where(key => key.StartsWith(PlayerWords, StringComparison.Ordinal))
            .Order(StringComparer.Ordinal)
            .ToDictionary(key => key[PlayerWords.Length..], key => texts[key]));
}

/// <summary>A drawing of a session.</summary>
/// <param name="Movement">What it shows.</param>
/// <param name="Side">Left when the legs alternate, else both.</param>
/// <param name="Tempo">The tempo.</param>
/// <param name="Exercise">The exercise that it belongs to.</param>
public sealed record SessionDrawing(Movement Movement, Side Side, Tempo Tempo, ExerciseId Exercise);
