using Footing.Testing;
using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Footing.Exercises;
using Footing.Journal;
using Footing.Plans;

namespace Footing.Tests.Sessions;

/// <summary>The plans behind the golden scripts, from journals as people write them; each is due on its date.</summary>
internal static class GoldenPlans
{
    private const string Safe = """
        "cold-pale-limb":"no","breathless-with-leg-swelling":"no","rapid-weakness":"no","wound-and-unwell":"no",
        "hot-red-swollen-foot":"no","broken-skin":"no","swollen-tender-calf":"no","rest-pain-eased-hanging-down":"no",
        "recent-foot-surgery-or-fracture":"no","past-ulcer-or-amputation":"no","kidney-failure":"no","charcot-history":"no",
        "arterial-disease":"no","foot-deformity":"no","blood-thinner-or-easy-bruising":"no","fall-in-last-year":"no",
        "stands-with-support":"yes","tandem-stand-seconds":10,"chair-stands":16,"age":67,
        "black-skin":"no","dizzy-on-standing":"no","told-not-to":"no"
        """;

    private static readonly DateOnly Wednesday = new(2026, 3, 4);

    public static ImmutableSortedDictionary<string, Plan> All { get; } = new Dictionary<string, Plan>
    {
        ["everything"] = On(Wednesday, Screening("no", 0)),
        ["sitting"] = On(Wednesday, Screening("yes", 3)),
        ["calf-raise-on-step"] = On(
            Wednesday,
            Screening("no", 0),
            Adjustment("\"exercise\":\"calf-raise\",\"level\":4"),
            Adjustment("\"exercise\":\"ball-roll\",\"lock\":true"),
            Adjustment("\"exercise\":\"ankle-pump\",\"lock\":true"),
            Adjustment("\"exercise\":\"toe-lift\",\"level\":3")),
        ["trimmed"] = On(
            Wednesday,
            Screening("no", 0),
            Adjustment("\"exercise\":\"ankle-pump\",\"level\":3"),
            Entry("schedule", "\"weekdays\":[\"mon\",\"wed\",\"fri\"],\"minutes\":10")),
        // With those above, every exercise at every level: what is said can be heard through.
        ["level-2"] = AtLevel(2),
        ["level-3"] = AtLevel(3),
        ["level-4"] = AtLevel(4),
        ["level-5"] = AtLevel(5),
        // The fourth session at the first levels: all of it is known.
        ["known"] = Scripts.PlanOf(FootExercises.All.Where(exercise => exercise != FootExercises.HeelToeLift).Select(exercise => Scripts.Familiar(exercise, 1))),
        // As a person hears it who has come three times a week for three weeks.
        ["tenth"] = JournalBuilder.Of().Screened(0).Sessions(0, 2, 4, 7, 9, 11, 14, 16, 18).PlanOn(21),
    }.ToImmutableSortedDictionary(StringComparer.Ordinal);

    /// <summary>Each exercise that has the level, at its usual dose; no journal leads to it.</summary>
    private static Plan AtLevel(int level) => Scripts.PlanOf(
        FootExercises.All.Where(exercise => Scripts.Programme[exercise].Top >= level).Select(exercise => Scripts.Planned(exercise, level)));

    private static Plan On(DateOnly date, params ReadOnlySpan<string> entries)
    {
        var read = ImmutableArray.CreateBuilder<Entry>();
        var n = 0;
        foreach (var fields in entries)
        {
            n++;
            var line = string.Create(
                CultureInfo.InvariantCulture,
                $"{{\"id\":\"01956f4e-0000-7000-8000-{n:D12}\",\"at\":\"2026-03-04T09:{n:D2}:00Z\",{fields}}}");
            var entry = EntryReader.From(Encoding.UTF8.GetBytes(line));
            entry.Succeeded.ShouldBeTrue(entry.Succeeded ? "" : string.Join("; ", entry.Problems));
            read.Add(entry.Value);
        }

        return Planner.PlanFor(read.ToImmutable(), Scripts.Programme, date, TimeZoneInfo.Utc);
    }

    private static string Screening(string numb, int notFelt) => Entry(
        "screening",
        string.Create(CultureInfo.InvariantCulture, $"\"answers\":{{{Safe},\"numb-feet\":\"{numb}\",\"touch-test\":{notFelt}}}"));

    private static string Adjustment(string fields) => Entry("adjustment", fields + ",\"by\":\"A. Coach\"");

    private static string Entry(string kind, string fields) => $"\"kind\":\"{kind}\",{fields}";
}
