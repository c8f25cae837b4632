using System.Collections;
using System.Collections.Immutable;
using System.Globalization;
using System.Reflection;
using System.Text;
using System.Text.Json;
using Footing.Exercises;
using Footing.Journal;
using Footing.Plans;
using Footing.Programmes;
using Footing.Screening;
using Footing.Snapshots;
using Footing.Testing;

namespace Footing.Tests.Plans;

/// <summary>Entries in the order in which they were accepted, and what is asked of them with a snapshot.</summary>
internal static class Arrivals
{
    private const BindingFlags Members = BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic;

    /// <summary>The lines of a journal, accepted one after the other.</summary>
    public static ImmutableArray<AcceptedEntry> Accepted(this JournalBuilder journal) => AcceptedEntries.Of(journal.Lines);

    /// <summary>A snapshot of the journal, written and read again.</summary>
    public static PlanSnapshot? SnapshotOn(this JournalBuilder journal, int day, string zone = "UTC") => Again(PlanSnapshot.Of(
        journal.Accepted(), JournalBuilder.Programme, JournalBuilder.Date(day), TimeZoneInfo.FindSystemTimeZoneById(zone)));

    /// <summary>Written and read again.</summary>
    public static PlanSnapshot? Again(PlanSnapshot? snapshot) => snapshot is null ? null : PlanSnapshot.From(snapshot.ToJson()).ShouldNotBeNull();

    public static ResumeResult ResumeOn(this PlanSnapshot snapshot, int day, JournalBuilder journal) =>
        snapshot.Resume(journal.Accepted(), JournalBuilder.Programme, JournalBuilder.Date(day), TimeZoneInfo.Utc);

    /// <summary>What a projection is: its plan as JSON, and every part of its state.</summary>
    public static string Told(Projection folded) => Encoding.UTF8.GetString(PlanJson.Write(Planner.PlanFor(folded))) + '\n' + Parts(folded.State);

    /// <summary>Every part of a value, private ones too.</summary>
    public static string Parts(object? value)
    {
        var text = new StringBuilder();
        Tell(text, value);
        return text.ToString();
    }

    /// <summary>The parts of a value that can be distinguished, with their names.</summary>
    public static IEnumerable<(string Name, object? Value)> PartsOf(object value) => value.GetType().GetProperties(Members)
        .Where(member => member.GetIndexParameters().Length == 0 && member.Name != "EqualityContract")
        .Select(member => (member.Name, member.GetValue(value)));

    private static void Tell(StringBuilder text, object? value)
    {
        switch (value)
        {
            case null:
                text.Append("null");
                break;
            case Programme programme:
                text.Append(CultureInfo.InvariantCulture, $"{programme.Id} {programme.Version}");
                break;
            case string or Guid or bool or int or long or decimal or Enum or ExerciseId:
                text.Append(CultureInfo.InvariantCulture, $"{value}");
                break;
            case DateOnly or DateTimeOffset:
                text.Append(CultureInfo.InvariantCulture, $"{value:O}");
                break;
            case ReadOnlyMemory<byte> json:
                text.Append(Encoding.UTF8.GetString(json.Span));
                break;
            case ClosedSessions sessions:
                text.Append(Convert.ToBase64String(sessions.ToBytes()));
                break;
            case JsonElement json:
                text.Append(json.GetRawText());
                break;
            case Rule rule:
                text.Append(rule.Name);
                break;
            case Answers answers:
                Tell(text, answers.Answered.Select(question => $"{question.Id}={answers[question.Id]}"));
                break;
            case IEnumerable items:
                text.Append('[');
                foreach (var item in items)
                {
                    Tell(text, item);
                    text.Append(", ");
                }

                text.Append(']');
                break;
            case System.Runtime.CompilerServices.ITuple tuple:
                Tell(text, Enumerable.Range(0, tuple.Length).Select(place => tuple[place]));
                break;
            default:
                text.Append('{');
                var kind = value.GetType();
                var isPair = kind.IsGenericType && kind.GetGenericTypeDefinition() == typeof(KeyValuePair<,>);
                foreach (var (name, part) in PartsOf(value).Where(part => !isPair || part.Name is "Key" or "Value"))
                {
                    text.Append(name).Append(": ");
                    Tell(text, part);
                    text.Append('\n');
                }

                text.Append('}');
                break;
        }
    }
}
