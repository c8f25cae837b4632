using System.Collections.Immutable;
using Footing.Exercises;
using Footing.Journal;
using Footing.Plans;
using Footing.Programmes;
using Footing.Web.People;
using Footing.Web.Sessions;

namespace Footing.Web.AfterSession;

/// <summary>What a session changed for one exercise.</summary>
/// <param name="Exercise">The exercise.</param>
/// <param name="Kind">The last part of the text's key: up, whole, down, half, rests, locked, joins, balance.</param>
/// <param name="Why">The last part of the reason's key; null when the text needs no reason.</param>
/// <param name="Dose">The dose from now on; null when the exercise is not in the plan.</param>
public sealed record PlanChange(ExerciseId Exercise, string Kind, string? Why, Dose? Dose)
{
    /// <summary>What a session changed: compares the state with it and the state without it.</summary>
    internal static IReadOnlyList<PlanChange> After(ReportedSession performed, JournalView view, Programme programme)
    {
        var session = performed.Entry!;
        var (on, zone) = (session.DateIn(view.Preference.Zone), view.Preference.Zone);
        var without = Planner.StateOn(view.Entries.Where(entry => entry is not SessionEntry other || other.Session != session.Session), programme, on, zone);
        var projection = on == view.Today ? view.Projection(programme) : Projection.Of(view.Entries, programme, on, zone);
        var (with, plan) = (projection.State, Planner.PlanFor(projection));
        return [.. programme.ExerciseIds.SelectMany(exercise => Of(exercise, without, with, session)
            .Select(change => change with { Dose = plan.Exercises.FirstOrDefault(planned => planned.Exercise == exercise)?.Dose }))];
    }

    private static IEnumerable<PlanChange> Of(ExerciseId exercise, CareState without, CareState with, SessionEntry session)
    {
        var (was, now) = (without.Progress[exercise], with.Progress[exercise]);
        if (with.NeedsBalance(exercise) && with.BalanceConcerns.Length > without.BalanceConcerns.Length && with.Decision!.Allowed.Contains(exercise))
        {
            yield return new(exercise, "balance", null, null);
        }
        else if (now.IsLockedByPain && !was.IsLockedByPain)
        {
            yield return new(exercise, "locked", null, null);
        }
        else if (now.RestsSince is not null && now.RestsSince != was.RestsSince)
        {
            yield return new(exercise, "rests", null, null);
        }
        else if (now.Level != was.Level)
        {
            yield return new(exercise, now.Level > was.Level ? "up" : "down", now.Level > was.Level ? null : WhyDown(exercise, session), null);
        }
        else if (now.IsHalved != was.IsHalved)
        {
            yield return new(exercise, now.IsHalved ? "half" : "whole", now.IsHalved ? WhyDown(exercise, session) : null, null);
        }

        if (with.Joined.Contains(exercise) && !without.Joined.Contains(exercise) && with.Decision!.Allowed.Contains(exercise))
        {
            yield return new(exercise, "joins", null, null);
        }
    }

    private static string WhyDown(ExerciseId exercise, SessionEntry session) =>
        session.Cramp.Contains(exercise) ? "cramp" : (session.Effort.TryGetValue(exercise, out var effort) && effort >= 8) ? "hard" : "less";
}
