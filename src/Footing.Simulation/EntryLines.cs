using System.Text;
using System.Text.Json;
using Footing.Journal;

namespace Footing.Simulation;

/// <summary>Entries as lines of a journal file, so that a simulated journal can be planned and inspected.</summary>
public static class EntryLines
{
    /// <summary>One JSON object.</summary>
    public static byte[] Write(Entry entry)
    {
        using var bytes = new MemoryStream();
        using (var json = new Utf8JsonWriter(bytes))
        {
            json.WriteStartObject();
            json.WriteString("id", entry.Id);
            json.WriteString("at", entry.At);
            json.WriteString("kind", EntryReader.KindOf(entry));
            WriteFields(json, entry);
            json.WriteEndObject();
        }

        return bytes.ToArray();
    }

    /// <summary>An entry's own fields, as a correction contains them.</summary>
    internal static JsonElement Fields(Entry entry)
    {
        using var bytes = new MemoryStream();
        using (var json = new Utf8JsonWriter(bytes))
        {
            json.WriteStartObject();
            WriteFields(json, entry);
            json.WriteEndObject();
        }

        using var document = JsonDocument.Parse(bytes.ToArray());
        return document.RootElement.Clone();
    }

    private static void WriteFields(Utf8JsonWriter json, Entry entry)
    {
        switch (entry)
        {
            case ScreeningEntry screening:
                WriteAnswers(json, screening.Answers);
                break;
            case FootCheckEntry check:
                WriteCheck(json, check);
                break;
            case SetEntry set:
                json.WriteString("session", set.Session);
                json.WriteString("exercise", set.Exercise.Id());
                json.WriteNumber("level", set.Level);
                json.WriteNumber("set", set.Set);
                json.WriteString("side", set.Side.Id());
                json.WriteNumber(set.InSeconds ? "seconds" : "reps", set.Done);
                WriteNumber(json, "target", set.Target);
                break;
            case SessionEntry session:
                WriteSession(json, session);
                break;
            case NextMorningEntry morning:
                json.WriteString("session", morning.Session);
                json.WriteString("painRaised", morning.PainRaised ? "yes" : "no");
                break;
            case CheckInEntry checkIn:
                WriteCheckIn(json, checkIn);
                break;
            case AdverseEventEntry happened:
                json.WriteString("what", Word(happened.Event));
                break;
            case ScheduleEntry schedule:
                WriteWords(json, "weekdays", schedule.Weekdays?.Select(day => Vocabulary.Weekdays[day]));
                WriteNumber(json, "minutes", schedule.Minutes);
                break;
            case ClearanceEntry clearance:
                WriteWords(json, "rules", clearance.Rules);
                json.WriteString("by", "a virtual clinician");
                json.WriteString("note", "");
                break;
            case AdjustmentEntry adjustment:
                json.WriteString("exercise", adjustment.Exercise.Id());
                WriteAct(json, adjustment.Adjustment);
                json.WriteString("by", "a virtual clinician");
                json.WriteString("reason", "");
                break;
            case CorrectionEntry correction:
                WriteCorrection(json, correction);
                break;
        }
    }

    private static void WriteAnswers(Utf8JsonWriter json, Answers answers)
    {
        json.WriteStartObject("answers");
        foreach (var question in answers.Answered)
        {
            var answer = answers[question.Id]!.Value;
            if (answer.Number is { } number)
            {
                json.WriteNumber(question.Id, number);
            }
            else
            {
                json.WriteString(question.Id, answer.Word);
            }
        }

        json.WriteEndObject();
    }

    private static void WriteCheck(Utf8JsonWriter json, FootCheckEntry check)
    {
        json.WriteString("skin", Word(check.Skin));
        WriteWord(json, "heat", check.Heat);
        WriteWord(json, "swelling", check.Swelling);
        WriteWord(json, "looked", check.ObservedBy);
        if (check.SideDifferenceC is { } difference)
        {
            json.WriteNumber("sideDifferenceC", difference);
        }
    }

    private static void WriteSession(Utf8JsonWriter json, SessionEntry session)
    {
        json.WriteString("session", session.Session);
        WriteNumber(json, "painBefore", session.PainBefore);
        WriteNumber(json, "painAfter", session.PainAfter);
        WriteRatings(json, "effort", session.Effort);
        WriteRatings(json, "pain", session.Pain);
        WriteWords(json, "cramp", session.Cramp.Select(exercise => exercise.Id()));
        WriteWord(json, "stopReason", session.StopReason);
    }

    private static void WriteCheckIn(Utf8JsonWriter json, CheckInEntry checkIn)
    {
        json.WriteString("span", "week");
        WriteNumber(json, "pain", checkIn.Pain);
        WriteNumber(json, "nightsWoken", checkIn.NightsWoken);
        WriteWord(json, "change", checkIn.Change);
        if (checkIn.PegSum is { } sum)
        {
            // The rules read only the sum.
            var third = Math.Floor(sum / 3);
            json.WriteStartArray("peg");
            json.WriteNumberValue(third);
            json.WriteNumberValue(Math.Floor((sum - third) / 2));
            json.WriteNumberValue(sum - third - Math.Floor((sum - third) / 2));
            json.WriteEndArray();
        }
    }

    private static void WriteAct(Utf8JsonWriter json, Adjustment act)
    {
        switch (act)
        {
            case Adjustment.Lock:
                json.WriteBoolean("lock", true);
                break;
            case Adjustment.Unlock:
                json.WriteBoolean("unlock", true);
                break;
            case Adjustment.Cap cap:
                json.WriteNumber("cap", cap.Level);
                break;
            case Adjustment.ToLevel to:
                json.WriteNumber("level", to.Level);
                break;
            case Adjustment.ToDose dose:
                json.WriteStartObject("dose");
                json.WriteNumber("sets", dose.Sets);
                WriteNumber(json, "reps", dose.Reps);
                WriteNumber(json, "seconds", dose.Seconds);
                json.WriteEndObject();
                break;
        }
    }

    private static void WriteCorrection(Utf8JsonWriter json, CorrectionEntry correction)
    {
        json.WriteString("of", correction.Of);
        if (correction.With is { } with)
        {
            json.WritePropertyName("with");
            with.WriteTo(json);
        }
        else
        {
            json.WriteString("with", "void");
        }

        if (correction.ByPractitioner)
        {
            json.WriteString("role", "practitioner");
        }
    }

    private static void WriteRatings(Utf8JsonWriter json, string name, PerExercise<int> ratings)
    {
        json.WriteStartObject(name);
        foreach (var (exercise, rating) in ratings)
        {
            json.WriteNumber(exercise.Id(), rating);
        }

        json.WriteEndObject();
    }

    private static void WriteNumber(Utf8JsonWriter json, string name, int? number)
    {
        if (number is { } value)
        {
            json.WriteNumber(name, value);
        }
    }

    private static void WriteWord<T>(Utf8JsonWriter json, string name, T? word)
        where T : struct, Enum
    {
        if (word is { } value)
        {
            json.WriteString(name, Word(value));
        }
    }

    private static void WriteWords(Utf8JsonWriter json, string name, IEnumerable<string>? words)
    {
        if (words is null)
        {
            return;
        }

        json.WriteStartArray(name);
        foreach (var word in words)
        {
            json.WriteStringValue(word);
        }

        json.WriteEndArray();
    }

    /// <summary>Words in data are the names of the code in lower-case kebab-case.</summary>
    private static string Word<T>(T value)
        where T : struct, Enum
    {
        var word = new StringBuilder();
        foreach (var letter in value.ToString())
        {
            if (char.IsUpper(letter) && word.Length > 0)
            {
                word.Append('-');
            }

            word.Append(char.ToLowerInvariant(letter));
        }

        return word.ToString();
    }
}
