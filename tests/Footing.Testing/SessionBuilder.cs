using System.Text.Json.Nodes;
using Footing.Exercises;
using Footing.Plans;

namespace Footing.Testing;

/// <summary>How a session differed from the plan done in full at effort 4 with pain 2 before and after.</summary>
public sealed class SessionBuilder
{
    private sealed record Planned(ExerciseId Exercise, int Level, bool InSeconds, int Target, bool PerSide, int[] Done);

    private readonly List<Planned> _exercises;
    private readonly Dictionary<ExerciseId, int?> _effort = [];
    private readonly Dictionary<ExerciseId, int> _pain = [];
    private readonly List<ExerciseId> _cramp = [];
    private int? _everyEffort = 4;
    private int? _painBefore = 2;
    private int? _painAfter = 2;
    private string? _stopReason;

    internal SessionBuilder(Plan plan) => _exercises =
    [
        .. plan.Exercises.Select(planned => new Planned(
            planned.Exercise,
            planned.Level.Number,
            planned.Dose.Seconds is not null,
            planned.Dose.Target,
            planned.Dose.PerSide,
            [.. Enumerable.Repeat(planned.Dose.Target, planned.Dose.Sets)])),
    ];

    internal bool ChecksBefore { get; private set; } = true;

    internal bool ChecksAfter { get; private set; }

    internal IEnumerable<(string, JsonNode?)[]> Sets =>
        from planned in _exercises
        from set in Enumerable.Range(1, planned.Done.Length)
        from side in planned.PerSide ? new[] { "left", "right" } : ["both"]
        select new (string, JsonNode?)[]
        {
            ("exercise", planned.Exercise.Id()),
            ("level", planned.Level),
            ("set", set),
            ("side", side),
            (planned.InSeconds ? "seconds" : "reps", planned.Done[set - 1]),
            ("target", planned.Target),
        };

    internal IEnumerable<(string, JsonNode?)> Fields
    {
        get
        {
            yield return ("painBefore", _painBefore);
            yield return ("painAfter", _painAfter);
            var effort = new JsonObject();
            foreach (var planned in _exercises)
            {
                if ((_effort.TryGetValue(planned.Exercise, out var own) ? own : _everyEffort) is { } rating)
                {
                    effort[planned.Exercise.Id()] = rating;
                }
            }

            yield return ("effort", effort);
            yield return ("pain", new JsonObject(_pain.Select(own => KeyValuePair.Create(own.Key.Id(), (JsonNode?)own.Value))));
            yield return ("cramp", new JsonArray([.. _cramp.Select(exercise => JsonValue.Create(exercise.Id()))]));
            yield return ("stopReason", _stopReason);
        }
    }

    public SessionBuilder Effort(int? rating) => Then(() => _everyEffort = rating);

    public SessionBuilder Effort(ExerciseId exercise, int? rating) => Then(() => _effort[exercise] = rating);

    public SessionBuilder Pain(int? before, int? after) => Then(() => (_painBefore, _painAfter) = (before, after));

    /// <summary>The worst pain in one exercise.</summary>
    public SessionBuilder PainIn(ExerciseId exercise, int worst) => Then(() => _pain[exercise] = worst);

    public SessionBuilder Only(params ExerciseId[] exercises) =>
        Then(() => _exercises.RemoveAll(planned => !exercises.Contains(planned.Exercise)));

    public SessionBuilder LeavingOut(params ExerciseId[] exercises) =>
        Then(() => _exercises.RemoveAll(planned => exercises.Contains(planned.Exercise)));

    /// <summary>What was done of an exercise, set by set, on each side; other sets are not done at all.</summary>
    public SessionBuilder Doing(ExerciseId exercise, params int[] done) => Then(() =>
    {
        var place = _exercises.FindIndex(planned => planned.Exercise == exercise);
        _exercises[place] = _exercises[place] with { Done = done };
    });

    public SessionBuilder Cramp(params ExerciseId[] exercises) => Then(() => _cramp.AddRange(exercises));

    public SessionBuilder Stopped(string reason) => Then(() => _stopReason = reason);

    /// <summary>Nobody looked at the feet before it.</summary>
    public SessionBuilder Unchecked() => Then(() => ChecksBefore = false);

    /// <summary>The feet were looked at again after it, at 10:00, and were clear.</summary>
    public SessionBuilder CheckedAfter() => Then(() => ChecksAfter = true);

    private SessionBuilder Then(Action change)
    {
        change();
        return this;
    }
}
