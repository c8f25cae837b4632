using System.Text.Json;
using Footing.Journal;
using Footing.Journal.Corrections;
using Footing.Outcomes;
using Footing.Testing;
using FsCheck.Xunit;

namespace Footing.Tests.Outcomes;

[Properties(MaxTest = 25, Arbitrary = [typeof(RandomJournals)])]
public sealed class ProgressTests
{
    [Property]
    public void Any_journal_on_any_date_has_an_answer(RandomJournal random, int seed)
    {
        var chance = new Random(seed);
        var entries = random.Journal.Entries.AddRange(Enumerable.Range(0, chance.Next(0, 400)).Select(_ => Any(chance)));

        foreach (var on in new[] { -400, 0, 13, 35, 63, 91, 92, 175, 400, 4000 })
        {
            var json = Json([.. entries], on);
            json.ShouldNotContain("NaN");
            using var document = JsonDocument.Parse(json);
        }
    }

    [Property]
    public void Order_of_arrival_changes_nothing(RandomJournal random, int seed)
    {
        var chance = new Random(seed);
        Entry[] entries = [.. random.Journal.Entries, .. Enumerable.Range(0, 200).Select(_ => Any(chance))];
        var before = Json(entries, 200);
        chance.Shuffle(entries);

        Json(entries, 200).ShouldBe(before);
    }

    [Property]
    public void Nothing_that_is_dated_later_changes_a_look(int seed)
    {
        var chance = new Random(seed);
        Entry[] entries = [.. CheckIns.Pain(200, _ => 6, seed)];
        var early = Looks(entries.Where(entry => entry.DateIn(TimeZoneInfo.Utc) <= JournalBuilder.Date(91)), 91);

        Looks(entries, chance.Next(92, 199)).Take(3).ShouldBe(early);
    }

    [Fact]
    public void Entry_that_arrives_late_or_is_corrected_changes_the_look_it_belongs_to()
    {
        Entry[] entries = [.. CheckIns.Pain(100, day => day < 28 ? 7 : 3)];
        Looks(entries, 99)[^1].Verdict.ShouldBe(OutcomeVerdict.Better);

        Entry[] corrections = [.. entries.Where((_, day) => day is >= 14).Select((entry, number) =>
            new CorrectionEntry(Guid.CreateVersion7(), CheckIns.At(99).AddSeconds(number), entry.Id, JsonDocument.Parse("""{"span":"day","pain":7}""").RootElement))];
        Looks([.. entries, .. corrections], 99)[^1].Verdict.ShouldNotBe(OutcomeVerdict.Better);
    }

    [Fact]
    public void Date_is_that_of_the_person_s_zone()
    {
        CheckInEntry[] late = [CheckIns.Daily(0, pain: 5) with { At = new(2026, 1, 5, 23, 30, 0, TimeSpan.Zero) }];

        Progress.Of(late, JournalBuilder.Date(1), TimeZoneInfo.FindSystemTimeZoneById("Europe/Paris"))[OutcomeMeasure.Pain]!.Series.First.ShouldBe(JournalBuilder.Date(1));
        Progress.Of(late, JournalBuilder.Date(0), TimeZoneInfo.FindSystemTimeZoneById("Europe/Paris")).Measures.ShouldBeEmpty();
    }

    private static List<LookVerdict> Looks(IEnumerable<Entry> entries, int on) => [.. Of(entries, on)[OutcomeMeasure.Pain]!.Looks];

    private static string Json(IEnumerable<Entry> entries, int on) => System.Text.Encoding.UTF8.GetString(ProgressJson.Write(Of(entries, on)));

    private static Progress Of(IEnumerable<Entry> entries, int on) => Progress.Of(
        EffectiveEntries.Of(entries, JournalBuilder.Programme.Condition, TimeZoneInfo.Utc, JournalBuilder.Date(on)), JournalBuilder.Date(on), TimeZoneInfo.Utc);

    private static CheckInEntry Any(Random chance)
    {
        int? Maybe(int most) => chance.Next(2) == 0 ? null : chance.Next(most + 1);
        var bytes = new byte[16];
        chance.NextBytes(bytes);
        return new(
            new Guid(bytes), CheckIns.At(chance.Next(0, 380)), chance.Next(4) switch { 0 => null, 1 => CheckInSpan.Week, _ => CheckInSpan.Day },
            Maybe(10), Maybe(10), Maybe(7), Maybe(1440), Maybe(1000), chance.Next(3) == 0 ? new(chance.Next(11), chance.Next(11), chance.Next(11)) : null, Maybe(10));
    }
}
