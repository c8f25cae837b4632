using Footing.Conditions.NeuropathicFoot;
using System.Collections;
using System.Collections.Immutable;
using System.Reflection;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Footing.Exercises;
using Footing.Journal;
using Footing.Plans;
using Footing.Programmes;
using Footing.Screening;
using Footing.Snapshots;
using Footing.Testing;
using Footing.Tests.Plans;

namespace Footing.Tests.Snapshots;

/// <summary>Whatever a snapshot holds is in its JSON and comes back from it.</summary>
public sealed class SnapshotJsonTests
{
    private static readonly DateOnly On = JournalBuilder.Date(40);

    [Fact]
    public void Snapshot_with_everything_set_comes_back_whole()
    {
        var snapshot = Full();

        Arrivals.Parts(Again(snapshot)).ShouldBe(Arrivals.Parts(snapshot));
    }

    [Fact]
    public void Snapshot_with_nothing_set_comes_back_whole()
    {
        var snapshot = Full() with
        {
            Retained = [],
            State = CareState.Empty(JournalBuilder.Programme),
            DanglingTargets = [],
            ScreeningCorrectedAt = null,
            Closed = ClosedSessions.None,
            Dates = ImmutableDictionary<Guid, DateOnly>.Empty,
            Months = ClosedMonths.None,
            Boundary = new(false, false, ""),
        };

        Arrivals.Parts(Again(snapshot)).ShouldBe(Arrivals.Parts(snapshot));
    }

    [Fact]
    public void Clearance_that_has_lapsed_on_the_date_lifts_nothing_but_is_kept()
    {
        var state = Again(Full() with { ClosedOn = On.AddDays(90) }).State;

        state.Clearances.Length.ShouldBe(2);
        state.Decision.ShouldNotBeNull().Cleared.ShouldBeEmpty();
    }

    /// <summary>
    /// A new member makes this red until <see cref="Full"/> sets it, and then <see cref="Snapshot_with_everything_set_comes_back_whole"/>
    /// is red where it is not written.
    /// </summary>
    [Fact]
    public void Everything_is_set_in_that_snapshot()
    {
        var isSet = new Dictionary<(Type Of, string Member), bool>();
        Visit(Full(), isSet);

        isSet.Count.ShouldBeGreaterThan(60);
        isSet.Where(member => !member.Value).Select(member => $"{member.Key.Of.Name}.{member.Key.Member}").ShouldBeEmpty();
    }

    /// <summary>What the version before wrote is as if it had never been, whichever build it is said to be from.</summary>
    [Fact]
    public void Snapshot_of_the_former_format_is_not_read()
    {
        var former = File.ReadAllBytes(Repository.Find("tests", "Footing.Testing", "snapshot-format-1.json"));
        PlanSnapshot.From(former).ShouldBeNull();

        var json = JsonNode.Parse(former)!;
        ((int)json["format"]!).ShouldBe(1);
        PlanSnapshot.From(Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(former).Replace((string)json["build"]!, SnapshotFingerprints.Build, StringComparison.Ordinal)))
            .ShouldBeNull();
    }

    [Theory]
    [InlineData(1), InlineData(2), InlineData(3), InlineData(5)]
    public void Snapshot_of_another_format_is_not_read_nor_one_of_edition_1(int format)
    {
        var json = Encoding.UTF8.GetString(SnapshotJson.Write(Full()));
        json.ShouldContain("\"format\":4,");

        SnapshotJson.Read(Encoding.UTF8.GetBytes(json.Replace("\"format\":4,", $"\"format\":{format},", StringComparison.Ordinal))).ShouldBeNull();
    }

    /// <summary>Read from what is written, and given its programme as a reader does.</summary>
    private static SnapshotContents Again(SnapshotContents snapshot)
    {
        var again = SnapshotJson.Read(SnapshotJson.Write(snapshot)).ShouldNotBeNull();
        return again with { State = again.StateWith(JournalBuilder.Programme) };
    }

    private static SnapshotContents Full() => new()
    {
        ClosedOn = On,
        MadeOn = On.AddDays(1),
        Zone = "Europe/Madrid",
        LoadFrom = 7,
        KnownTo = 9,
        Retained = JournalBuilder.Of().Screened(0).Named("it").Corrected(1, "it").Other(2, "habit").With("text", "caf\u00e9 <1>").Accepted(),
        State = FullState(),
        ProgrammeFingerprint = "programme",
        ZoneFingerprint = "zone",
        Known = (3, Id(60)),
        DanglingTargets = [Id(61), Id(62)],
        ScreeningCorrectedAt = new(2026, 1, 31, 8, 0, 7, 123, TimeSpan.FromHours(-3.5)),
        Closed = ClosedSessions.None.With(["one", "two"]),
        Dates = ImmutableDictionary<Guid, DateOnly>.Empty.Add(Id(63), On.AddDays(-30)).Add(Id(64), On),
        Months = ClosedMonths.Of([
            new(ClosedMonths.NumberOf(On.AddMonths(-1)), default(ClosedMonth).With(true, [3, 5, 900, 70_000])),
            new(ClosedMonths.NumberOf(On), default(ClosedMonth).With(false, [300])),
        ]),
        Boundary = new(true, true, "later"),
    };

    [Fact]
    public void Months_come_back_with_what_they_need()
    {
        var months = Again(Full()).Months;

        months.IsKnown.ShouldBeTrue();
        months.WithItems.ShouldBe([new(On.AddMonths(-1).Year, On.AddMonths(-1).Month, 1)]);
        months.NeededFor(On.AddMonths(-1)).ShouldBe([new(3, 5), new(900, 900), new(70_000, 70_000)]);
        months.NeededFor(On).ShouldBe([new(300, 300)]);
        months.NeededFor(On.AddMonths(1)).ShouldBeEmpty();
        Again(Full() with { Months = ClosedMonths.Unknown }).Months.IsKnown.ShouldBeFalse();
    }

    private static CareState FullState()
    {
        var answers = JournalBuilder.SoundAnswers();
        answers["touch-test"] = 3;
        answers["chair-stands"] = "not-done";
        var given = Answers.From(JsonSerializer.SerializeToElement(answers), "").Value;
        var clearance = Clearance.Given(On.AddDays(-10), given, ["R13", "R21"], NeuropathicFootCondition.Instance);
        var worse = JournalBuilder.Of();
        foreach (var day in new[] { 0, 7, 14 })
        {
            worse.CheckIn(day).With("span", "week").With("worstPain", 8).With("walkingMinutes", 20).With("rests", 2).With("mood", 5)
                .With("pain", 3 + day / 3).With("peg", new[] { 2.5m, 1 + day / 2, 3 }).With("nightsWoken", 1 + day / 3).With("change", "worse");
        }

        return new(
            JournalBuilder.Programme,
            new ScreeningEntry(Id(1), new(2026, 1, 30, 8, 0, 7, 123, TimeSpan.FromHours(-3.5)), given)
            {
                Measured = MeasuredDates.None.With("touch-test", On.AddDays(-100)).With("tandem-stand-seconds", On.AddDays(-95)),
            },
            On.AddDays(-10),
            JournalBuilder.Programme.Judge(NeuropathicFootCondition.Instance.Judged(given, ["tandem-stand-seconds"]), ["R13", "R21"]),
            [clearance, Clearance.Given(On.AddDays(-9), Answers.None, [], NeuropathicFootCondition.Instance)],
            On.AddDays(-8),
            [DayOfWeek.Tuesday, DayOfWeek.Thursday, DayOfWeek.Saturday],
            25,
            [new(On.AddDays(-3), [Id(2), Id(3)]), new(On.AddDays(-2), [Id(4)])],
            [new(On.AddDays(-5), [Id(5)])],
            Id(6),
            new(On.AddDays(-1), [Id(7)]),
            new(On.AddDays(-4), [Id(8), Id(9)]),
            [FootExercises.HeelToeLift],
            FootExercises.All.Aggregate(PerExercise<ExerciseProgress>.Empty, (progress, exercise) => progress.Add(exercise, new ExerciseProgress(exercise)
            {
                Level = 2 + FootExercises.All.IndexOf(exercise),
                IsHalved = exercise == FootExercises.BallRoll,
                Dose = exercise == FootExercises.ToeLift ? new(1, null, 90) : exercise == FootExercises.AnklePump ? new(2, 15, null) : null,
                Why = new("P1", [Id(10 + FootExercises.All.IndexOf(exercise)), Id(20)]),
                Cap = (3, Id(30)),
                DeferredLevel = (4, Id(31)),
                IsLocked = exercise == FootExercises.ToeLift,
                LeftOutBy = exercise == FootExercises.BallRoll ? Id(32) : null,
                IsLockedByPain = exercise == FootExercises.CalfRaise,
                LastPain = On.AddDays(-20),
                SessionsAtLevel = 2,
                LastDone = 60,
                RestsSince = On.AddDays(-2),
                QualifyingSessions = [new(On.AddDays(-9), Id(40)), new(On.AddDays(-FootExercises.All.IndexOf(exercise)), Id(41 + FootExercises.All.IndexOf(exercise)))],
                LastSession = new(On.AddDays(-2), Id(50)),
                Break = exercise == FootExercises.CalfRaise ? TrainingBreak.Restart : TrainingBreak.Long,
            })),
            On.AddDays(-39),
            new SessionReference(On.AddDays(-2), Id(51)),
            new(On.AddDays(-6), [Id(52)]),
            [new(On.AddDays(-2), true, true), new(On.AddDays(-1), false, true), new(On, true, false)],
            Planner.StateOn(worse.Entries, JournalBuilder.Programme, JournalBuilder.Date(14), TimeZoneInfo.Utc).Reports)
        {
            Unreadable = [new(On.AddDays(-1), [Id(53)])],
            AgedTests = ["tandem-stand-seconds"],
            UnsteadyOn = [On.AddDays(-6), On.AddDays(-5)],
            RestedByMorning = [On.AddDays(-12), On.AddDays(-4)],
        };
    }

    private static Guid Id(int number) => new(number, 0, 7, [128, 0, 0, 0, 0, 0, 0, 1]);

    /// <summary>Notes of each member that can be set whether it is anything but its default, somewhere in a value.</summary>
    private static void Visit(object value, Dictionary<(Type Of, string Member), bool> isSet)
    {
        // The programme is given by the reader, and the decision made again from the answers; these others have no members to
        // set.
        if (value is Programme or ExerciseId or Decision or Answers or MeasuredDates or ClosedSessions or ClosedMonths or AcceptedEntry or string or Guid or Enum or JsonElement or ReadOnlyMemory<byte> || value.GetType().IsPrimitive)
        {
            return;
        }

        if (value is IEnumerable items)
        {
            foreach (var item in items)
            {
                Visit(item, isSet);
            }

            return;
        }

        if (value.GetType() is { IsGenericType: true } pair && pair.GetGenericTypeDefinition() == typeof(KeyValuePair<,>))
        {
            Visit(pair.GetProperty("Value")!.GetValue(value)!, isSet);
            return;
        }

        if (value is System.Runtime.CompilerServices.ITuple tuple)
        {
            for (var place = 0; place < tuple.Length; place++)
            {
                Visit(tuple[place]!, isSet);
            }

            return;
        }

        // A value without a member to set would have to be named above, with a look at how it is written.
        var members = value.GetType().GetProperties(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic);
        (value.GetType().Namespace != "System" && !members.Any(member => member.SetMethod is not null)).ShouldBeFalse(value.GetType().Name);
        foreach (var member in members)
        {
            if (member.SetMethod is null || value.GetType().Namespace?.StartsWith("Footing", StringComparison.Ordinal) != true)
            {
                continue;
            }

            var part = member.GetValue(value);
            var none = member.PropertyType.IsValueType ? Activator.CreateInstance(member.PropertyType) : null;
            isSet[(value.GetType(), member.Name)] =
                isSet.GetValueOrDefault((value.GetType(), member.Name)) ||
                (!Equals(part, none) && part is not IEnumerable { } && part is not null) || (part is IEnumerable all && all.GetEnumerator().MoveNext());
            if (part is not null)
            {
                Visit(part, isSet);
            }
        }
    }
}
