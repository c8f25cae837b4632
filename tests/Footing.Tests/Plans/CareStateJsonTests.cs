using System.Collections;
using System.Collections.Immutable;
using System.Reflection;
using System.Text.Json;
using Footing.Journal;
using Footing.Plans;
using Footing.Quantities;
using Footing.Screening;
using Footing.Testing;

namespace Footing.Tests.Plans;

public sealed class CareStateJsonTests
{
    private static readonly DateOnly On = JournalBuilder.Date(40);

    [Fact]
    public void State_with_everything_set_comes_back_whole()
    {
        var state = Full();

        Arrivals.Parts(Again(state)).ShouldBe(Arrivals.Parts(state));
    }

    [Fact]
    public void State_of_an_empty_journal_comes_back_whole()
    {
        var state = CareState.Empty(JournalBuilder.Programme);

        Arrivals.Parts(Again(state)).ShouldBe(Arrivals.Parts(state));
    }

    [Fact]
    public void Clearance_that_has_lapsed_on_the_date_lifts_nothing_but_is_kept()
    {
        var state = Again(Full(), On.AddDays(90));

        state.Clearances.Length.ShouldBe(2);
        state.Decision.ShouldNotBeNull().Cleared.ShouldBeEmpty();
    }

    /// <summary>A new member of the state makes this red: it must be written, read, and set in <see cref="Full"/>.</summary>
    [Fact]
    public void Everything_is_set_in_that_state()
    {
        var isSet = new Dictionary<(Type Of, string Member), bool>();
        Visit(Full(), isSet);

        isSet.Count.ShouldBeGreaterThan(50);
        isSet.Where(member => !member.Value).Select(member => $"{member.Key.Of.Name}.{member.Key.Member}").ShouldBeEmpty();
    }

    private static CareState Again(CareState state, DateOnly? on = null)
    {
        using var json = JsonDocument.Parse(CareStateJson.Write(state));
        return CareStateJson.Read(json.RootElement, on ?? On);
    }

    private static CareState Full()
    {
        var answers = JournalBuilder.SoundAnswers();
        answers["touch-test"] = 3;
        answers["chair-stands"] = "not-done";
        var given = Answers.From(JsonSerializer.SerializeToElement(answers), "").Value;
        var clearance = Clearance.Given(On.AddDays(-10), given, ["R13", "R21"]);
        var worse = JournalBuilder.Of();
        foreach (var day in new[] { 0, 7, 14 })
        {
            worse.CheckIn(day).With("pain", 3 + day / 3).With("peg", new[] { 2.5m, 1 + day / 2, 3 }).With("nightsWoken", 1 + day / 3).With("change", "worse");
        }

        return new(
            new ScreeningEntry(Id(1), new(2026, 1, 30, 8, 0, 7, 123, TimeSpan.FromHours(-3.5)), given),
            On.AddDays(-10),
            Decision.Of(given, ["R13", "R21"]),
            [clearance, Clearance.Given(On.AddDays(-9), Answers.None, [])],
            On.AddDays(-8),
            [DayOfWeek.Tuesday, DayOfWeek.Thursday, DayOfWeek.Saturday],
            25,
            [new(On.AddDays(-3), [Id(2), Id(3)]), new(On.AddDays(-2), [Id(4)])],
            [new(On.AddDays(-5), [Id(5)])],
            Id(6),
            new(On.AddDays(-1), [Id(7)]),
            new(On.AddDays(-4), [Id(8), Id(9)]),
            true,
            Exercises.All.ToImmutableSortedDictionary(exercise => exercise, exercise => new Standing(exercise)
            {
                Level = 2 + (int)exercise,
                IsHalved = exercise == Exercise.BallRoll,
                Dose = exercise == Exercise.ToeLift ? new(1, null, 90) : exercise == Exercise.AnklePump ? new(2, 15, null) : null,
                Why = new("P1", [Id(10 + (int)exercise), Id(20)]),
                Cap = (3, Id(30)),
                Pending = (4, Id(31)),
                IsLocked = exercise == Exercise.ToeLift,
                IsLockedByPain = exercise == Exercise.CalfRaise,
                LastPain = On.AddDays(-20),
                RestsSince = On.AddDays(-2),
                Good = [new(On.AddDays(-9), Id(40)), new(On.AddDays(-(int)exercise), Id(41 + (int)exercise))],
                LastDone = new(On.AddDays(-2), Id(50)),
                Gap = exercise == Exercise.CalfRaise ? Gap.Restart : Gap.Long,
            }),
            On.AddDays(-39),
            new Done(On.AddDays(-2), Id(51)),
            new(On.AddDays(-6), [Id(52)]),
            [new(On.AddDays(-2), true, true), new(On.AddDays(-1), false, true), new(On, true, false)],
            Planner.StateOn(worse.Entries, JournalBuilder.Programme, JournalBuilder.Date(14), TimeZoneInfo.Utc).Reports)
        {
            Unreadable = [new(On.AddDays(-1), [Id(53)])],
        };
    }

    private static Guid Id(int number) => new(number, 0, 7, [128, 0, 0, 0, 0, 0, 0, 1]);

    /// <summary>Notes of each member that can be set whether it is anything but its default, somewhere in a value.</summary>
    private static void Visit(object value, Dictionary<(Type Of, string Member), bool> isSet)
    {
        // What the screening's answers come to is made anew, not stored; answers have a test of their own.
        if (value is Decision or Answers or string or Guid || value.GetType().IsPrimitive)
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

        foreach (var member in value.GetType().GetProperties(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic))
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
