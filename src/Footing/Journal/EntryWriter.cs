using System.Buffers;
using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Footing.Journal;

/// <summary>
/// Writes entries as JSON, in the shape of <c>contract/entry.schema.json</c>: what <see cref="EntryReader"/> reads from
/// it equals what was written. Fields that no type holds are not written; <see cref="Fields(Entry, Entry, JsonElement)"/>
/// keeps them where an entry is corrected. What a field may hold is not judged here: <see cref="EntryReader"/> does that.
/// </summary>
public static class EntryWriter
{
    /// <summary>The word in the place of a correction's fields that voids an entry.</summary>
    internal const string Void = "void";

    // Letters of all languages without escapes.
    private static readonly JsonWriterOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>One JSON object, as UTF-8: id, time and kind, then the entry's own fields.</summary>
    /// <exception cref="ArgumentException">The entry is an <see cref="UnreadableEntry"/>: its content is not known.</exception>
    public static byte[] Write(Entry entry)
    {
        var bytes = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(bytes, Plain))
        {
            json.WriteStartObject();
            json.WriteString("id", entry.Id);
            json.WriteString("at", TextOf(entry.At));
            json.WriteString("kind", EntryReader.KindOf(entry));
            WriteFields(json, entry);
            json.WriteEndObject();
        }

        return bytes.WrittenSpan.ToArray();
    }

    /// <summary>The entry's own fields, without id, time and kind, as a correction contains them.</summary>
    /// <exception cref="ArgumentException">As for <see cref="Write"/>.</exception>
    public static JsonElement Fields(Entry entry)
    {
        var bytes = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(bytes, Plain))
        {
            json.WriteStartObject();
            WriteFields(json, entry);
            json.WriteEndObject();
        }

        using var document = JsonDocument.Parse(bytes.WrittenMemory);
        return document.RootElement.Clone();
    }

    /// <summary>
    /// The entry's own fields, and what else the fields before hold: fields that no type has, such as those of a
    /// newer version.
    /// </summary>
    /// <param name="entry">The entry as it should be.</param>
    /// <param name="before">The entry as it was.</param>
    /// <param name="fields">The fields from which it was read.</param>
    /// <exception cref="ArgumentException">As for <see cref="Write"/>.</exception>
    public static JsonElement Fields(Entry entry, Entry before, JsonElement fields)
    {
        var written = LenientJson.Fields(Fields(entry));
        AddUnread(written, LenientJson.Fields(fields), LenientJson.Fields(Fields(before)));
        using var document = JsonDocument.Parse(JsonSerializer.SerializeToUtf8Bytes(written, JsonSerializerOptions.Default));
        return document.RootElement.Clone();
    }

    /// <summary>Adds what an object holds beyond what was read from it.</summary>
    private static void AddUnread(JsonObject to, JsonObject from, JsonObject read)
    {
        foreach (var (name, value) in from)
        {
            var known = read[name];
            if (known is null && !to.ContainsKey(name))
            {
                to[name] = value?.DeepClone();
                continue;
            }

            switch (value, to[name] ?? known)
            {
                case (JsonObject members, JsonObject):
                    var rest = to[name] as JsonObject ?? [];
                    AddUnread(rest, members, known as JsonObject ?? []);
                    Put(to, name, rest);
                    break;
                case (JsonArray items, JsonArray):
                    var list = to[name] as JsonArray ?? [];
                    foreach (var item in items.Where(item => known is not JsonArray all || !all.Any(other => JsonNode.DeepEquals(item, other))))
                    {
                        list.Add(item?.DeepClone());
                    }

                    Put(to, name, list);
                    break;
            }
        }
    }

    /// <summary>Puts in a node that is not there yet and holds something.</summary>
    private static void Put(JsonObject to, string name, JsonNode value)
    {
        if (value.Parent is null && (value is JsonObject { Count: > 0 } or JsonArray { Count: > 0 }))
        {
            to[name] = value;
        }
    }

    /// <summary>In thousandths of a second; as fine as the value where that loses something.</summary>
    private static string TextOf(DateTimeOffset at) => at.ToString(
        at.Ticks % TimeSpan.TicksPerMillisecond == 0 ? "yyyy-MM-dd'T'HH:mm:ss.fffzzz" : "yyyy-MM-dd'T'HH:mm:ss.fffffffzzz", CultureInfo.InvariantCulture);

    private static void WriteFields(Utf8JsonWriter json, Entry entry)
    {
        switch (entry)
        {
            case ScreeningEntry screening:
                WriteAnswers(json, screening.Answers);
                WriteMeasured(json, screening.Measured);
                break;
            case FootCheckEntry check:
                WriteFootCheck(json, check);
                break;
            case SetEntry set:
                WriteSet(json, set);
                break;
            case SessionEntry session:
                WriteSession(json, session);
                break;
            case NextMorningEntry morning:
                json.WriteString("session", morning.Session);
                WriteWord(json, "painRaised", morning.PainRaised, Vocabulary.YesNo);
                WriteNumber(json, "pain", morning.Pain);
                WriteWord(json, "because", morning.Because, Vocabulary.YesNoUnsure);
                break;
            case LeaveOutEntry leaveOut:
                json.WriteString("exercise", leaveOut.Exercise.ToString());
                json.WriteBoolean("out", leaveOut.IsOut);
                WriteWord(json, "reason", leaveOut.Reason, Vocabulary.LeaveOutReasons);
                break;
            case CheckInEntry checkIn:
                WriteCheckIn(json, checkIn);
                break;
            case BackgroundEntry background:
                WriteList(json, "causesTold", background.CausesTold);
                WriteList(json, "sites", background.Sites);
                WriteTexts(json, "since", background.Since);
                WriteTexts(json, "treatments", background.Treatments);
                WriteTexts(json, "medicines", background.Medicines);
                break;
            case AdverseEventEntry happened:
                json.WriteString("what", Vocabulary.AdverseEvents[happened.Event]);
                break;
            case ScheduleEntry schedule:
                WriteSchedule(json, schedule);
                break;
            case ProgrammeEntry programme:
                json.WriteString("programme", programme.Programme);
                json.WriteString("version", programme.Version);
                break;
            case ClearanceEntry clearance:
                json.WriteStartArray("rules");
                WriteItems(json, clearance.Rules);
                WriteDecisionMaker(json, clearance.By);
                WriteText(json, "source", clearance.Source);
                WriteDate(json, "said", clearance.Said);
                WriteText(json, "note", clearance.Note);
                break;
            case AdjustmentEntry adjustment:
                WriteAdjustment(json, adjustment);
                break;
            case CorrectionEntry correction:
                WriteCorrection(json, correction);
                break;
            case PreferenceEntry preference:
                WriteText(json, "zone", preference.Zone);
                // Null says that no country was chosen, in place of one chosen before.
                json.WriteString("country", preference.Country);
                WriteText(json, "language", preference.Language);
                break;
            case UnreadableEntry:
                throw new ArgumentException("The content of an entry that cannot be read is not known.", nameof(entry));
        }
    }

    private static void WriteDate(Utf8JsonWriter json, string name, DateOnly? date)
    {
        if (date is { } on)
        {
            json.WriteString(name, on.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        }
    }

    private static void WriteMeasured(Utf8JsonWriter json, MeasuredDates measured)
    {
        if (measured.IsEmpty)
        {
            return;
        }

        json.WriteStartObject("measured");
        foreach (var (question, on) in measured.All)
        {
            json.WriteString(question, on.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        }

        json.WriteEndObject();
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

    private static void WriteFootCheck(Utf8JsonWriter json, FootCheckEntry check)
    {
        json.WriteString("skin", Vocabulary.SkinFindings[check.Skin]);
        WriteWord(json, "heat", check.Heat, Vocabulary.YesNoUnsure);
        WriteWord(json, "swelling", check.Swelling, Vocabulary.YesNoUnsure);
        WriteWord(json, "calf", check.Calf, Vocabulary.YesNoUnsure);
        WriteList(json, "known", [.. check.Known.Select(finding => Vocabulary.KnownFindings[finding])]);
        WriteWord(json, "looked", check.ObservedBy, Vocabulary.Observers);
        WriteWord(json, "side", check.Side, Vocabulary.Sides);
        if (check.SideDifferenceC is { } difference)
        {
            json.WriteNumber("sideDifferenceC", difference);
        }
    }

    private static void WriteSet(Utf8JsonWriter json, SetEntry set)
    {
        json.WriteString("session", set.Session);
        json.WriteString("exercise", set.Exercise.ToString());
        json.WriteNumber("level", set.Level);
        json.WriteNumber("set", set.Set);
        json.WriteString("side", Vocabulary.Sides[set.Side]);
        json.WriteNumber(set.InSeconds ? "seconds" : "reps", set.Done);
        WriteNumber(json, "target", set.Target);
    }

    private static void WriteSession(Utf8JsonWriter json, SessionEntry session)
    {
        json.WriteString("session", session.Session);
        if (session.Began is { } began)
        {
            json.WriteString("began", TextOf(began));
        }

        WriteNumber(json, "painBefore", session.PainBefore);
        WriteNumber(json, "painAfter", session.PainAfter);
        WriteRatings(json, "effort", session.Effort);
        if (!session.Pain.IsEmpty)
        {
            WriteRatings(json, "pain", session.Pain);
        }

        WriteList(json, "cramp", [.. session.Cramp.Select(exercise => exercise.ToString())]);
        WriteWord(json, "stopReason", session.StopReason, Vocabulary.StopReasons);
        if (session.Edition is { } edition)
        {
            json.WriteStartObject("edition");
            json.WriteString("rules", edition.Rules);
            json.WriteString("programme", edition.Programme);
            json.WriteString("version", edition.Version);
            json.WriteEndObject();
        }
    }

    private static void WriteCheckIn(Utf8JsonWriter json, CheckInEntry checkIn)
    {
        WriteWord(json, "span", checkIn.Span, Vocabulary.CheckInSpans);
        WriteNumber(json, "pain", checkIn.Pain);
        WriteNumber(json, "worstPain", checkIn.WorstPain);
        WriteNumber(json, "nightsWoken", checkIn.NightsWoken);
        WriteNumber(json, "walkingMinutes", checkIn.WalkingMinutes);
        WriteNumber(json, "rests", checkIn.Rests);
        if (checkIn.Peg is { } peg)
        {
            json.WriteStartArray("peg");
            json.WriteNumberValue(peg.Pain);
            json.WriteNumberValue(peg.Enjoyment);
            json.WriteNumberValue(peg.Activity);
            json.WriteEndArray();
        }

        WriteNumber(json, "mood", checkIn.Mood);
        WriteWord(json, "change", checkIn.Change, Vocabulary.ImpressionsOfChange);
    }

    private static void WriteSchedule(Utf8JsonWriter json, ScheduleEntry schedule)
    {
        if (schedule.Weekdays is { } weekdays)
        {
            json.WriteStartArray("weekdays");
            WriteItems(json, weekdays.Select(day => Vocabulary.Weekdays[day]));
        }

        WriteNumber(json, "minutes", schedule.Minutes);
    }

    private static void WriteAdjustment(Utf8JsonWriter json, AdjustmentEntry adjustment)
    {
        json.WriteString("exercise", adjustment.Exercise.ToString());
        switch (adjustment.Adjustment)
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

        WriteDecisionMaker(json, adjustment.By);
        WriteText(json, "source", adjustment.Source);
        WriteDate(json, "said", adjustment.Said);
        WriteText(json, "reason", adjustment.Reason);
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
            json.WriteString("with", Void);
        }

        if (correction.ByPractitioner)
        {
            json.WriteString("role", EntryReader.Practitioner);
        }
    }

    private static void WriteDecisionMaker(Utf8JsonWriter json, DecisionMaker? by)
    {
        if (by is { Role: { } role })
        {
            json.WriteStartObject("by");
            json.WriteString("name", by.Name);
            json.WriteString("role", role);
            json.WriteEndObject();
        }
        else
        {
            WriteText(json, "by", by?.Name);
        }
    }

    private static void WriteRatings(Utf8JsonWriter json, string name, PerExercise<int> ratings)
    {
        json.WriteStartObject(name);
        foreach (var (exercise, rating) in ratings)
        {
            json.WriteNumber(exercise.ToString(), rating);
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

    private static void WriteText(Utf8JsonWriter json, string name, string? text)
    {
        if (text is not null)
        {
            json.WriteString(name, text);
        }
    }

    private static void WriteWord<T>(Utf8JsonWriter json, string name, T? value, ClosedVocabulary<T> words)
        where T : struct => WriteText(json, name, value is { } given ? words[given] : null);

    /// <summary>One text as text, several as a list.</summary>
    private static void WriteTexts(Utf8JsonWriter json, string name, ImmutableArray<string> texts)
    {
        if (texts is [var text])
        {
            json.WriteString(name, text);
        }
        else
        {
            WriteList(json, name, texts);
        }
    }

    /// <summary>A list; nothing where it is empty.</summary>
    private static void WriteList(Utf8JsonWriter json, string name, ImmutableArray<string> items)
    {
        if (!items.IsEmpty)
        {
            json.WriteStartArray(name);
            WriteItems(json, items);
        }
    }

    private static void WriteItems(Utf8JsonWriter json, IEnumerable<string> items)
    {
        foreach (var item in items)
        {
            json.WriteStringValue(item);
        }

        json.WriteEndArray();
    }
}
