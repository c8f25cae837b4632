using System.CommandLine;
using Footing.Content;
using Footing.Plans;
using Footing.Programmes;

namespace Footing.Cli;

/// <summary><c>footing plan JOURNAL --on DATE</c>: what a person does on a date, and why.</summary>
internal static class PlanVerb
{
    public static Command Command()
    {
        var (journal, on, zone) = (JournalArgument(), OnOption(), ZoneOption());
        var command = new Command("plan", "The plan of a date from a journal, as one JSON object.") { journal, on, zone };
        command.SetAction(async (parsed, cancellation) =>
        {
            var plan = await PlanAsync(parsed.GetRequiredValue(journal), parsed.GetRequiredValue(on), parsed.GetValue(zone), cancellation);
            if (plan is null)
            {
                return Exit.BadInput;
            }

            await Input.WriteLineAsync(PlanJson.Write(plan), cancellation);
            return Exit.Done;
        });
        return command;
    }

    public static Argument<string> JournalArgument() =>
        new("JOURNAL") { Description = "Entries, one JSON object a line; - is standard input." };

    public static Option<string> OnOption() =>
        new("--on") { Description = "The date, such as 2026-01-05, in the person's zone.", Required = true };

    public static Option<string?> ZoneOption() =>
        new("--zone") { Description = "The person's time zone, such as Europe/London; UTC if absent." };

    /// <summary>The plan; null after lines on standard error with what is wrong.</summary>
    public static async Task<Plan?> PlanAsync(string journal, string on, string? zone, CancellationToken cancellation)
    {
        if (DateAndZone.OfOptions(on, zone) is not { } day)
        {
            return null;
        }

        return await JournalInput.ReadAsync(journal, cancellation) is { } lines
            ? Planner.PlanFor(lines.Select(line => line.Entry), new ProgrammeLibrary(ShippedProgramme.Load()), day.On, day.Zone)
            : null;
    }
}
