using Footing.Conditions.NeuropathicFoot;
using Footing.Journal;
using Footing.Screening;
using Footing.Testing;

namespace Footing.Tests.Screening;

/// <summary>Which change of a report takes something away that holds the person back: every pair of what can be said.</summary>
public sealed class SeverityTests
{
    private static readonly DateTimeOffset At = new(2026, 3, 4, 9, 0, 0, TimeSpan.Zero);

    /// <summary>From the harmless to the worst; what is in one group weighs the same.</summary>
    [Theory]
    [InlineData("touch-test", "0|1|not-done self|2|3|4|5|6")]
    [InlineData("tandem-stand-seconds", "10|not-done|9|8|7|6|5|4|3|2|1|0")]
    // Under 11 is below the cut-off of a woman of 66.
    [InlineData("chair-stands", "60|15|12|11|not-done|10|9|3|0")]
    [InlineData("fall-in-last-year", "no|unsure|yes")]
    [InlineData("stands-with-support", "yes|unsure|no")]
    public void Answer_is_milder_when_it_stands_before(string question, string order)
    {
        var ranks = order.Split('|').SelectMany((alike, rank) => alike.Split(' ').Select(answer => (answer, rank))).ToList();
        foreach (var (was, wasRank) in ranks)
        {
            foreach (var (now, nowRank) in ranks)
            {
                IsMilder(Screening($"{question}={was}"), Screening($"{question}={now}")).ShouldBe(nowRank < wasRank, $"{was} to {now}");
            }

            // An answer that is gone is milder, whatever it was; one that is given where there was none is not.
            IsMilder(Screening($"{question}={was}"), Screening($"{question}=-")).ShouldBeTrue(was);
            IsMilder(Screening($"{question}=-"), Screening($"{question}={was}")).ShouldBeFalse(was);
        }
    }

    [Fact]
    public void Context_is_never_milder() => IsMilder(Screening("diabetes=yes"), Screening("diabetes=no")).ShouldBeFalse();

    /// <summary>Age and sex, taken together: a lower cut-off, or an age under 60, where the chair test is not asked for.</summary>
    [Theory]
    [InlineData("age=66", "age=72", true)]
    [InlineData("age=72", "age=66", false)]
    [InlineData("age=66", "age=69", false)]
    [InlineData("age=80", "age=40", true)]
    [InlineData("age=40", "age=80", false)]
    [InlineData("age=40", "age=50", false)]
    // Her cut-off there is 4, and 8 below 60.
    [InlineData("age=95", "age=59", true)]
    [InlineData("age=66 sex-for-norms=male", "age=66 sex-for-norms=female", true)]
    [InlineData("age=66 sex-for-norms=female", "age=66 sex-for-norms=unspecified", false)]
    [InlineData("age=66 sex-for-norms=male", "age=66 sex-for-norms=unspecified", false)]
    [InlineData("age=66 sex-for-norms=female", "age=72 sex-for-norms=male", false)]
    [InlineData("age=66", "age=", true)]
    [InlineData("age=", "age=66", false)]
    [InlineData("age=66", "age=66 sex-for-norms=", true)]
    [InlineData("age=66 sex-for-norms=", "age=66", true)]
    [InlineData("age=50 sex-for-norms=", "age=50", false)]
    public void Person_is_milder_by_a_lower_cut_off(string was, string now, bool milder) => IsMilder(Screening(was), Screening(now)).ShouldBe(milder);

    [Theory]
    [InlineData("touch-test=0", -10, -5, true)]
    [InlineData("touch-test=0", -10, null, true)]
    [InlineData("touch-test=0", -10, -10, false)]
    [InlineData("touch-test=0", -10, -12, false)]
    // A date after the screening's counts as the screening's.
    [InlineData("touch-test=0", null, 3, false)]
    [InlineData("touch-test=self", -10, -5, false)]
    public void Test_is_milder_by_a_later_date(string answers, int? was, int? now, bool milder)
    {
        IsMilder(Dated(answers, was), Dated(answers, now)).ShouldBe(milder);

        ScreeningEntry Dated(string given, int? days) => days is { } apart
            ? Screening(given) with { Measured = MeasuredDates.None.With("touch-test", DateOnly.FromDateTime(At.Date).AddDays(apart)) }
            : Screening(given);
    }

    [Theory]
    [InlineData(AdverseEvent.Dizzy, "Cramp SkinChange")]
    [InlineData(AdverseEvent.NearFall, "Dizzy Cramp SkinChange")]
    [InlineData(AdverseEvent.Fall, "Dizzy NearFall Cramp SkinChange")]
    [InlineData(AdverseEvent.SkinChange, "Dizzy NearFall Fall Cramp")]
    [InlineData(AdverseEvent.Cramp, "")]
    public void Happening_is_milder_than_these(AdverseEvent was, string milder)
    {
        foreach (var now in Enum.GetValues<AdverseEvent>())
        {
            IsMilder(new AdverseEventEntry(Guid.Empty, At, was), new AdverseEventEntry(Guid.Empty, At, now)).ShouldBe(milder.Split(' ').Contains(now.ToString()), $"{was} to {now}");
        }
    }

    [Theory]
    [InlineData("heat yes", "heat yes", false)]
    [InlineData("heat yes", "heat unsure", true)]
    [InlineData("heat unsure", "heat no", true)]
    [InlineData("heat yes", "", true)]
    [InlineData("swelling yes", "", true)]
    [InlineData("swelling yes", "swelling yes", false)]
    [InlineData("swelling unsure", "swelling yes", false)]
    [InlineData("calf yes", "calf unsure", true)]
    [InlineData("calf unsure", "", true)]
    [InlineData("calf unsure", "calf yes", false)]
    [InlineData("skin black", "skin wound", true)]
    [InlineData("skin wound", "skin black", false)]
    [InlineData("skin mark", "skin mark", false)]
    [InlineData("skin mark", "skin wound", false)]
    [InlineData("skin wound", "skin mark", true)]
    [InlineData("skin mark", "skin mark heat yes", false)]
    [InlineData("degrees 2.6", "degrees 2.6", false)]
    [InlineData("degrees 2.6", "degrees -2.6", false)]
    [InlineData("degrees 2.6", "degrees 2.5", true)]
    [InlineData("degrees -2.6", "degrees 1", true)]
    [InlineData("degrees 2.6", "", true)]
    [InlineData("", "heat yes", false)]
    [InlineData("degrees 2.2", "degrees 0", false)]
    public void Foot_check_is_milder_when_something_found_is_less(string was, string now, bool milder) =>
        IsMilder(Check(was), Check(now)).ShouldBe(milder);

    [Theory]
    [InlineData("skin mark", "", 0, false, true)]
    [InlineData("skin mark", "", 1, false, false)]
    [InlineData("skin mark", "", -1, false, false)]
    [InlineData("skin mark", "", 1, true, true)]
    [InlineData("", "skin mark", 1, false, true)]
    [InlineData("skin mark", null, 1, false, false)]
    [InlineData("skin mark", null, 0, false, true)]
    public void Correction_that_makes_milder_is_effective_on_the_own_day_or_by_a_practitioner(string was, string? now, int daysLater, bool byPractitioner, bool may)
    {
        var before = Check(was);

        Severity.MayCorrect(before, now is null ? null : Check(now), before.DateIn(TimeZoneInfo.Utc).AddDays(daysLater), byPractitioner, TimeZoneInfo.Utc, _ => null, NeuropathicFootCondition.Instance).ShouldBe(may);
    }

    [Fact]
    public void What_was_not_effective_may_be_corrected() =>
        Severity.MayCorrect(null, Check(""), DateOnly.FromDateTime(At.Date), false, TimeZoneInfo.Utc, _ => null, NeuropathicFootCondition.Instance).ShouldBeTrue();

    [Theory]
    [InlineData("", false)]
    [InlineData("numb-feet=unsure", true)]
    [InlineData("touch-test=2", true)]
    public void Feet_that_are_numb_or_did_not_feel_may_not_feel(string answers, bool mayNot) =>
        NeuropathicFootCondition.Instance.MayNotFeel(Answering.But(answers)).ShouldBe(mayNot);

    private static bool IsMilder(Entry was, Entry now) => Severity.IsMilder(was, now, TimeZoneInfo.Utc, null, NeuropathicFootCondition.Instance);

    private static ScreeningEntry Screening(string change) => new(Guid.Empty, At, Answering.But(change.EndsWith("=-", StringComparison.Ordinal) ? change[..^1] : change));

    private static FootCheckEntry Check(string found)
    {
        var journal = JournalBuilder.Of().FootCheck(0);
        var words = found.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        journal = journal.Without("heat").Without("swelling");
        for (var i = 0; i < words.Length; i += 2)
        {
            journal = words[i] == "degrees"
                ? journal.With("sideDifferenceC", decimal.Parse(words[i + 1], System.Globalization.CultureInfo.InvariantCulture))
                : journal.With(words[i], words[i + 1]);
        }

        return journal.Entries.OfType<FootCheckEntry>().Single();
    }
}
