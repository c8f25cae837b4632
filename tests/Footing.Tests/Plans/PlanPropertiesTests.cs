using Footing.Conditions.NeuropathicFoot;
using System.Collections.Immutable;
using Footing.Exercises;
using Footing.Journal;
using Footing.Journal.Corrections;
using Footing.Plans;
using Footing.Testing;
using FsCheck.Xunit;

namespace Footing.Tests.Plans;

[Properties(MaxTest = 25, Arbitrary = [typeof(RandomJournals)])]
public sealed class PlanPropertiesTests : PlanProperties;

[Trait("Category", "Long")]
[Properties(MaxTest = 300, Arbitrary = [typeof(RandomJournals)])]
public sealed class PlanPropertiesLongTests : PlanProperties;

/// <summary>What holds for every journal.</summary>
public abstract class PlanProperties
{
    [Property]
    public void Any_order_of_arrival_gives_the_same_plan(RandomJournal random, int seed)
    {
        var entries = random.Journal.Entries;
        var shuffled = entries.ToArray();
        new Random(seed).Shuffle(shuffled);

        Plan(shuffled, random.Days).Json().ShouldBe(Plan(entries, random.Days).Json());
    }

    [Property]
    public void Entry_that_arrives_twice_counts_once(RandomJournal random) =>
        Plan(random.Journal.Entries.AddRange(random.Journal.Entries), random.Days).Json().ShouldBe(random.Journal.PlanOn(random.Days).Json());

    [Property]
    public void Entries_dated_after_the_date_change_nothing(RandomJournal random)
    {
        var on = random.Days / 2;
        var until = random.Journal.Entries.Where(entry => entry.DateIn(TimeZoneInfo.Utc) <= JournalBuilder.Date(on));

        Plan([.. until], on).Json().ShouldBe(random.Journal.PlanOn(on).Json());
    }

    [Property]
    public void Entries_of_unknown_kinds_change_nothing(RandomJournal random)
    {
        var before = random.Journal.PlanOn(random.Days).Json();
        for (var day = 0; day <= random.Days; day += 3)
        {
            random.Journal.Other(day, "habit").With("skin", "wound").With("answers", "none");
        }

        random.Journal.PlanOn(random.Days).Json().ShouldBe(before);
    }

    [Property]
    public void Nothing_stands_above_its_top_or_its_screening_s_cap_or_unallowed_or_locked(RandomJournal random) =>
        OnEachDay(random, (day, plan) =>
        {
            var state = State(random, day);
            foreach (var planned in plan.Exercises)
            {
                planned.Level.Number.ShouldBeInRange(1, JournalBuilder.Programme[planned.Exercise].Top);
                state.Decision!.Allowed.ShouldContain(planned.Exercise);
                plan.Locked.ShouldNotContain(locked => locked.Exercise == planned.Exercise);
                if (state.Decision.Caps.TryGetValue(planned.Exercise, out var cap) && !state.Decision.ResidualCaps.ContainsKey(planned.Exercise))
                {
                    planned.Level.Number.ShouldBeLessThanOrEqualTo(cap);
                }
            }
        });

    [Property]
    public void Plan_fits_its_limit_or_has_one_set_of_each(RandomJournal random) => OnEachDay(random, (day, plan) =>
        (plan.Seconds <= State(random, day).MinutesLimit * 60 || plan.Exercises.All(planned => planned.Dose.Sets == 1)).ShouldBeTrue());

    [Property]
    public void After_a_finding_nothing_stands_until_a_later_screening(RandomJournal random)
    {
        // Without corrections, which may take a finding back.
        ImmutableArray<Entry> entries = [.. random.Journal.Entries.Where(entry => entry is not CorrectionEntry)];
        foreach (var finding in entries.Where(IsFinding))
        {
            var found = finding.DateIn(TimeZoneInfo.Utc);
            for (var day = found; day <= JournalBuilder.Date(random.Days); day = day.AddDays(1))
            {
                if (entries.OfType<ScreeningEntry>().Any(screening =>
                    screening.DateIn(TimeZoneInfo.Utc) > found && screening.DateIn(TimeZoneInfo.Utc) <= day))
                {
                    break;
                }

                var plan = Planner.PlanFor(entries, JournalBuilder.Programme, day, TimeZoneInfo.Utc);
                plan.Exercises.ShouldBeEmpty();
                plan.Due.ShouldBeFalse();
                plan.NextDue.ShouldBeNull();
                plan.Told().ShouldContain("P5");
            }
        }
    }

    [Property]
    public void At_most_one_exercise_goes_up_after_a_session(RandomJournal random)
    {
        var entries = Counting(random);
        foreach (var session in entries.OfType<SessionEntry>())
        {
            var before = Levels(entries.Where(entry => Entry.Order.Compare(entry, session) < 0), session);
            var after = Levels(entries.Where(entry => Entry.Order.Compare(entry, session) <= 0), session);
            after.Count(standing => standing.Value.Why is { Rule: "P1" } && standing.Value.Why != before[standing.Key].Why &&
                !standing.Value.Why.Entries.SequenceEqual(before[standing.Key].Why?.Entries ?? [])).ShouldBeLessThanOrEqualTo(1);
        }
    }

    [Property]
    public void Next_due_date_is_the_first_that_is_due_when_nothing_more_is_entered(RandomJournal random)
    {
        // What is entered already for the days after is no part of the question.
        var on = random.Days;
        ImmutableArray<Entry> entries = [.. random.Journal.Entries.Where(entry => entry.DateIn(TimeZoneInfo.Utc) <= JournalBuilder.Date(on))];
        var next = Plan(entries, on).NextDue;
        for (var day = on + 1; day <= on + 30; day++)
        {
            var due = Plan(entries, day).Due;
            due.ShouldBe(JournalBuilder.Date(day) == next, $"day {day}, next due {next}");
            if (due)
            {
                return;
            }
        }

        next.ShouldBeNull();
    }

    [Property]
    public void Due_date_has_something_to_do_and_no_session_yet(RandomJournal random) => OnEachDay(random, (day, plan) =>
    {
        if (plan.Due)
        {
            plan.Exercises.ShouldNotBeEmpty();
        }
    });

    [Property]
    public void Nothing_stands_above_a_practitioner_s_cap(RandomJournal random)
    {
        var counting = Counting(random);
        OnEachDay(random, (day, plan) =>
        {
            var until = counting.Where(entry => entry.DateIn(TimeZoneInfo.Utc) <= JournalBuilder.Date(day)).OfType<AdjustmentEntry>();
            foreach (var planned in plan.Exercises)
            {
                if (until.LastOrDefault(entry => entry.Exercise == planned.Exercise && entry.Adjustment is Adjustment.Cap) is { Adjustment: Adjustment.Cap cap })
                {
                    planned.Level.Number.ShouldBeLessThanOrEqualTo(cap.Level);
                }
            }
        });
    }

    [Property]
    public void Nothing_goes_up_by_a_session_in_which_it_rested_or_was_locked(RandomJournal random)
    {
        var counting = Counting(random);
        foreach (var session in counting.OfType<SessionEntry>())
        {
            var before = StateAt(counting.Where(entry => Entry.Order.Compare(entry, session) < 0), session);
            var after = Levels(counting.Where(entry => Entry.Order.Compare(entry, session) <= 0), session);
            foreach (var exercise in FootExercises.All.Where(exercise => before.IsResting(exercise) || before.IsLocked(exercise)))
            {
                Height(after[exercise]).ShouldBeLessThanOrEqualTo(Height(before.Progress[exercise]), $"{exercise} at {session.At}");
            }
        }
    }

    /// <summary>A good result can only help: without it the exercise is at no higher level up to the next session with it.</summary>
    [Property]
    public void Taking_away_an_exercise_s_own_good_result_never_raises_it(RandomJournal random)
    {
        var counting = Counting(random);
        var sessions = counting.OfType<SessionEntry>().ToList();
        foreach (var session in sessions)
        {
            foreach (var (exercise, _) in session.Effort.Where(effort => effort.Value <= 5))
            {
                var without = counting.Replace(session, session with { Effort = session.Effort.Where((other, _) => other != exercise) });
                var next = sessions.Find(later => Entry.Order.Compare(later, session) > 0 && later.Effort.ContainsKey(exercise))?.DateIn(TimeZoneInfo.Utc)
                    ?? JournalBuilder.Date(random.Days);
                for (var day = session.DateIn(TimeZoneInfo.Utc); day < next; day = day.AddDays(1))
                {
                    Height(StateOn(without, day).Progress[exercise]).ShouldBeLessThanOrEqualTo(Height(StateOn(counting, day).Progress[exercise]), $"{exercise} on {day}");
                }
            }
        }
    }

    /// <summary>Level and half a dose as one number: the higher, the more is asked.</summary>
    private static int Height(ExerciseProgress standing) => (standing.Level * 2) - (standing.IsHalved ? 1 : 0);

    /// <summary>The entries as they count on the last day, corrections applied.</summary>
    private static ImmutableArray<Entry> Counting(RandomJournal random) =>
        [.. EffectiveEntries.Of(random.Journal.Entries, NeuropathicFootCondition.Instance, TimeZoneInfo.Utc, JournalBuilder.Date(random.Days))];

    private static CareState StateAt(IEnumerable<Entry> entries, SessionEntry session) => StateOn(entries, session.DateIn(TimeZoneInfo.Utc));

    private static CareState StateOn(IEnumerable<Entry> entries, DateOnly on) =>
        Planner.StateOn(entries, JournalBuilder.Programme, on, TimeZoneInfo.Utc);

    private static bool IsFinding(Entry entry) => entry is
        FootCheckEntry { Skin: not SkinFinding.Clear } or FootCheckEntry { IsHotOrSwollen: true } or
        AdverseEventEntry { Event: AdverseEvent.SkinChange } or SessionEntry { StopReason: StopReason.Skin };

    private static PerExercise<ExerciseProgress> Levels(IEnumerable<Entry> entries, SessionEntry session) =>
        StateAt(entries, session).Progress;

    private static CareState State(RandomJournal random, int day) =>
        StateOn(random.Journal.Entries, JournalBuilder.Date(day));

    private static Plan Plan(IReadOnlyList<Entry> entries, int day) =>
        Planner.PlanFor(entries, JournalBuilder.Programme, JournalBuilder.Date(day), TimeZoneInfo.Utc);

    private static void OnEachDay(RandomJournal random, Action<int, Plan> check)
    {
        var entries = random.Journal.Entries;
        for (var day = 0; day <= random.Days; day += 2)
        {
            check(day, Plan(entries, day));
        }
    }
}
