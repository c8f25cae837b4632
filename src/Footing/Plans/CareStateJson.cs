using System.Buffers.Binary;
using System.Text.Json;
using Footing.Journal;
using Footing.Screening;

namespace Footing.Plans;

/// <summary>
/// A state as JSON, to be read again by the same build of Footing: enumerations stand as numbers, answers in the order
/// of the questions, ids packed.
/// </summary>
public static class CareStateJson
{
    private const int IdSize = 16;
    private const int DoneSize = sizeof(int) + IdSize;

    /// <summary>One JSON object, UTF-8.</summary>
    public static byte[] Write(CareState state)
    {
        var buffer = new System.Buffers.ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer))
        {
            Write(json, state);
        }

        return buffer.WrittenSpan.ToArray();
    }

    /// <summary>Reads what <see cref="Write(CareState)"/> wrote.</summary>
    /// <param name="json">The object.</param>
    /// <param name="on">The date of the state: its decision is made anew with the clearances that hold on it.</param>
    /// <exception cref="InvalidOperationException">It is not what was written.</exception>
    /// <exception cref="KeyNotFoundException">It is not what was written.</exception>
    public static CareState Read(JsonElement json, DateOnly on)
    {
        var screening = Optional(json, "screening") is { } made
            ? new ScreeningEntry(
                made.GetProperty("id").GetGuid(),
                made.GetProperty("at").GetDateTimeOffset(),
                ReadAnswers(made.GetProperty("answers")))
            : null;
        ImmutableArray<Clearance> clearances =
        [
            .. json.GetProperty("clearances").EnumerateArray().Select(clearance => new Clearance(
                Date(clearance.GetProperty("from")),
                ReadAnswers(clearance.GetProperty("basis")),
                [.. clearance.GetProperty("rules").EnumerateArray().Select(rule => rule.GetString()!)])),
        ];
        return new(
            screening,
            Date(json.GetProperty("screenedOn")),
            screening is null ? null : Decision.Of(screening.Answers, Clearance.LiftedOn(on, clearances)),
            clearances,
            OptionalDate(json, "startedOn"),
            [.. json.GetProperty("weekdays").EnumerateArray().Select(weekday => (DayOfWeek)weekday.GetInt32())],
            json.GetProperty("minutesLimit").GetInt32(),
            [.. json.GetProperty("findings").EnumerateArray().Select(ReadFinding)],
            [.. json.GetProperty("unsteady").EnumerateArray().Select(ReadFinding)],
            Optional(json, "warmCheck")?.GetGuid(),
            OptionalFinding(json, "lastMeasured"),
            OptionalFinding(json, "measuredBefore"),
            json.GetProperty("joined").GetBoolean(),
            ReadStandings(json.GetProperty("standings"), ReadDone(json.GetProperty("good"))),
            OptionalDate(json, "firstSession"),
            OptionalDone(json, "lastSession"),
            OptionalFinding(json, "restart"),
            [
                .. json.GetProperty("attendance").EnumerateArray().Select(date => new Attended(
                    Date(date.GetProperty("on")),
                    date.GetProperty("wasDue").GetBoolean(),
                    date.GetProperty("hadSession").GetBoolean())),
            ],
            ReadReports(json.GetProperty("reports")))
        {
            Unreadable = [.. json.GetProperty("unreadable").EnumerateArray().Select(ReadFinding)],
        };
    }

    internal static void Write(Utf8JsonWriter json, CareState state)
    {
        json.WriteStartObject();
        if (state.Screening is { } screening)
        {
            json.WriteStartObject("screening");
            json.WriteString("id", screening.Id);
            json.WriteString("at", screening.At);
            Write(json, "answers", screening.Answers);
            json.WriteEndObject();
        }

        json.WriteNumber("screenedOn", state.ScreenedOn.DayNumber);
        json.WriteStartArray("clearances");
        foreach (var clearance in state.Clearances)
        {
            json.WriteStartObject();
            json.WriteNumber("from", clearance.From.DayNumber);
            Write(json, "basis", clearance.Basis);
            json.WriteStartArray("rules");
            foreach (var rule in clearance.Rules)
            {
                json.WriteStringValue(rule);
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        json.WriteEndArray();
        Write(json, "startedOn", state.StartedOn);
        json.WriteStartArray("weekdays");
        foreach (var weekday in state.Weekdays)
        {
            json.WriteNumberValue((int)weekday);
        }

        json.WriteEndArray();
        json.WriteNumber("minutesLimit", state.MinutesLimit);
        Write(json, "findings", state.Findings);
        Write(json, "unsteady", state.Unsteady);
        Write(json, "unreadable", state.Unreadable);
        if (state.WarmCheck is { } warm)
        {
            json.WriteString("warmCheck", warm);
        }

        Write(json, "lastMeasured", state.LastMeasured);
        Write(json, "measuredBefore", state.MeasuredBefore);
        json.WriteBoolean("joined", state.Joined);
        WriteStandings(json, state.Standings);
        Write(json, "firstSession", state.FirstSession);
        Write(json, "lastSession", state.LastSession);
        Write(json, "restart", state.Restart);
        json.WriteStartArray("attendance");
        foreach (var date in state.Attendance)
        {
            json.WriteStartObject();
            json.WriteNumber("on", date.On.DayNumber);
            json.WriteBoolean("wasDue", date.WasDue);
            json.WriteBoolean("hadSession", date.HadSession);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        Write(json, state.Reports);
        json.WriteEndObject();
    }

    /// <summary>The values in the order of the questions, null where there is none: a third of the size with names.</summary>
    private static void Write(Utf8JsonWriter json, string name, Answers answers)
    {
        json.WriteStartArray(name);
        foreach (var question in Question.All)
        {
            switch (answers[question.Id])
            {
                case { Number: { } number }:
                    json.WriteNumberValue(number);
                    break;
                case { Word: { } word }:
                    json.WriteStringValue(word);
                    break;
                default:
                    json.WriteNullValue();
                    break;
            }
        }

        json.WriteEndArray();
    }

    private static Answers ReadAnswers(JsonElement json) => Answers.InOrder(json.EnumerateArray().Select(value => value.ValueKind switch
    {
        JsonValueKind.Number => Answer.Of(value.GetInt32()),
        JsonValueKind.String => Answer.Of(value.GetString()!),
        _ => (Answer?)null,
    }));

    /// <summary>
    /// The good sessions are the same for many exercises, so they stand once, and each exercise names runs of them: the
    /// first one's place and how many.
    /// </summary>
    private static void WriteStandings(Utf8JsonWriter json, ImmutableSortedDictionary<Exercise, Standing> standings)
    {
        var good = standings.Values.SelectMany(standing => standing.Good).Distinct().ToList();
        var places = good.Index().ToDictionary(pair => pair.Item, pair => pair.Index);
        json.WriteBase64String("good", Bytes([.. good]));
        json.WriteStartArray("standings");
        foreach (var standing in standings.Values)
        {
            json.WriteStartObject();
            json.WriteNumber("exercise", (int)standing.Exercise);
            json.WriteNumber("level", standing.Level);
            json.WriteBoolean("halved", standing.IsHalved);
            if (standing.Dose is { } dose)
            {
                json.WriteStartObject("dose");
                json.WriteNumber("sets", dose.Sets);
                Write(json, "reps", dose.Reps);
                Write(json, "seconds", dose.Seconds);
                json.WriteEndObject();
            }

            Write(json, "why", standing.Why);
            Write(json, "cap", standing.Cap);
            Write(json, "pending", standing.Pending);
            json.WriteBoolean("locked", standing.IsLocked);
            json.WriteBoolean("lockedByPain", standing.IsLockedByPain);
            Write(json, "lastPain", standing.LastPain);
            Write(json, "restsSince", standing.RestsSince);
            json.WriteStartArray("good");
            for (int from = 0, to = 1; from < standing.Good.Length; from = to++)
            {
                while (to < standing.Good.Length && places[standing.Good[to]] == places[standing.Good[to - 1]] + 1)
                {
                    to++;
                }

                json.WriteNumberValue(places[standing.Good[from]]);
                json.WriteNumberValue(to - from);
            }

            json.WriteEndArray();
            Write(json, "lastDone", standing.LastDone);
            json.WriteNumber("gap", (int)standing.Gap);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static ImmutableSortedDictionary<Exercise, Standing> ReadStandings(JsonElement json, ImmutableArray<Done> good)
    {
        var standings = ImmutableSortedDictionary.CreateBuilder<Exercise, Standing>();
        foreach (var standing in json.EnumerateArray())
        {
            var exercise = (Exercise)standing.GetProperty("exercise").GetInt32();
            standings.Add(exercise, new Standing(exercise)
            {
                Level = standing.GetProperty("level").GetInt32(),
                IsHalved = standing.GetProperty("halved").GetBoolean(),
                Dose = Optional(standing, "dose") is { } dose
                    ? new(dose.GetProperty("sets").GetInt32(), OptionalWhole(dose, "reps"), OptionalWhole(dose, "seconds"))
                    : null,
                Why = OptionalReason(standing, "why"),
                Cap = OptionalLevel(standing, "cap"),
                Pending = OptionalLevel(standing, "pending"),
                IsLocked = standing.GetProperty("locked").GetBoolean(),
                IsLockedByPain = standing.GetProperty("lockedByPain").GetBoolean(),
                LastPain = OptionalDate(standing, "lastPain"),
                RestsSince = OptionalDate(standing, "restsSince"),
                Good = ReadRuns(standing.GetProperty("good"), good),
                LastDone = OptionalDone(standing, "lastDone"),
                Gap = (Gap)standing.GetProperty("gap").GetInt32(),
            });
        }

        return standings.ToImmutable();
    }

    private static ImmutableArray<Done> ReadRuns(JsonElement json, ImmutableArray<Done> good)
    {
        var runs = ImmutableArray.CreateBuilder<Done>();
        for (var at = 0; at < json.GetArrayLength(); at += 2)
        {
            runs.AddRange(good.AsSpan().Slice(json[at].GetInt32(), json[at + 1].GetInt32()));
        }

        return runs.ToImmutable();
    }

    private static void Write(Utf8JsonWriter json, Reports reports)
    {
        json.WriteStartObject("reports");
        Write(json, "first", reports.First);
        Write(json, "latest", reports.Latest);
        Write(json, "firstPain", reports.FirstPain);
        Write(json, "firstPegSum", reports.FirstPegSum);
        Write(json, "firstNights", reports.FirstNights);
        Write(json, "firstUp", reports.FirstUp);
        Write(json, "worse", reports.Worse);
        json.WriteEndObject();
    }

    private static Reports ReadReports(JsonElement json) => new()
    {
        First = OptionalCheckIn(json, "first"),
        Latest = OptionalCheckIn(json, "latest"),
        FirstPain = OptionalWhole(json, "firstPain"),
        FirstPegSum = Optional(json, "firstPegSum")?.GetDecimal(),
        FirstNights = OptionalWhole(json, "firstNights"),
        FirstUp = OptionalDone(json, "firstUp"),
        Worse = OptionalReason(json, "worse"),
    };

    private static void Write(Utf8JsonWriter json, string name, CheckInEntry? checkIn)
    {
        if (checkIn is not null)
        {
            json.WriteStartObject(name);
            json.WriteString("id", checkIn.Id);
            json.WriteString("at", checkIn.At);
            Write(json, "pain", checkIn.Pain);
            Write(json, "pegSum", checkIn.PegSum);
            Write(json, "nightsWoken", checkIn.NightsWoken);
            Write(json, "change", (int?)checkIn.Change);
            json.WriteEndObject();
        }
    }

    private static CheckInEntry? OptionalCheckIn(JsonElement json, string name) => Optional(json, name) is { } checkIn
        ? new(
            checkIn.GetProperty("id").GetGuid(),
            checkIn.GetProperty("at").GetDateTimeOffset(),
            OptionalWhole(checkIn, "pain"),
            Optional(checkIn, "pegSum")?.GetDecimal(),
            OptionalWhole(checkIn, "nightsWoken"),
            (Change?)OptionalWhole(checkIn, "change"))
        : null;

    private static void Write(Utf8JsonWriter json, string name, ImmutableArray<Finding> findings)
    {
        json.WriteStartArray(name);
        foreach (var finding in findings)
        {
            Write(json, finding);
        }

        json.WriteEndArray();
    }

    private static void Write(Utf8JsonWriter json, string name, Finding? finding)
    {
        if (finding is not null)
        {
            json.WritePropertyName(name);
            Write(json, finding);
        }
    }

    private static void Write(Utf8JsonWriter json, Finding finding)
    {
        json.WriteStartObject();
        json.WriteNumber("on", finding.On.DayNumber);
        json.WriteBase64String("entries", Bytes(finding.Entries));
        json.WriteEndObject();
    }

    private static Finding ReadFinding(JsonElement json) => new(Date(json.GetProperty("on")), ReadIds(json.GetProperty("entries")));

    private static Finding? OptionalFinding(JsonElement json, string name) =>
        Optional(json, name) is { } finding ? ReadFinding(finding) : null;

    private static void Write(Utf8JsonWriter json, string name, Reason? reason)
    {
        if (reason is not null)
        {
            json.WriteStartObject(name);
            json.WriteString("rule", reason.Rule);
            json.WriteBase64String("entries", Bytes(reason.Entries));
            json.WriteEndObject();
        }
    }

    private static Reason? OptionalReason(JsonElement json, string name) => Optional(json, name) is { } reason
        ? new(reason.GetProperty("rule").GetString()!, ReadIds(reason.GetProperty("entries")))
        : null;

    private static void Write(Utf8JsonWriter json, string name, (int Level, Guid By)? limit)
    {
        if (limit is { } given)
        {
            json.WriteStartObject(name);
            json.WriteNumber("level", given.Level);
            json.WriteString("by", given.By);
            json.WriteEndObject();
        }
    }

    private static (int Level, Guid By)? OptionalLevel(JsonElement json, string name) => Optional(json, name) is { } limit
        ? (limit.GetProperty("level").GetInt32(), limit.GetProperty("by").GetGuid())
        : null;

    private static void Write(Utf8JsonWriter json, string name, Done? done)
    {
        if (done is { } once)
        {
            json.WriteBase64String(name, Bytes([once]));
        }
    }

    private static Done? OptionalDone(JsonElement json, string name) => Optional(json, name) is { } done ? ReadDone(done)[0] : null;

    private static void Write(Utf8JsonWriter json, string name, DateOnly? date) => Write(json, name, date?.DayNumber);

    private static void Write(Utf8JsonWriter json, string name, int? number)
    {
        if (number is { } whole)
        {
            json.WriteNumber(name, whole);
        }
    }

    private static void Write(Utf8JsonWriter json, string name, decimal? number)
    {
        if (number is { } value)
        {
            json.WriteNumber(name, value);
        }
    }

    private static JsonElement? Optional(JsonElement json, string name) => json.TryGetProperty(name, out var value) ? value : null;

    private static int? OptionalWhole(JsonElement json, string name) => Optional(json, name)?.GetInt32();

    private static DateOnly Date(JsonElement json) => DateOnly.FromDayNumber(json.GetInt32());

    private static DateOnly? OptionalDate(JsonElement json, string name) => Optional(json, name) is { } date ? Date(date) : null;

    internal static byte[] Bytes(ImmutableArray<Guid> ids)
    {
        var bytes = new byte[ids.Length * IdSize];
        for (var i = 0; i < ids.Length; i++)
        {
            ids[i].TryWriteBytes(bytes.AsSpan(i * IdSize));
        }

        return bytes;
    }

    internal static ImmutableArray<Guid> ReadIds(JsonElement json)
    {
        var bytes = json.GetBytesFromBase64();
        var ids = ImmutableArray.CreateBuilder<Guid>(bytes.Length / IdSize);
        for (var at = 0; at < bytes.Length; at += IdSize)
        {
            ids.Add(new(bytes.AsSpan(at, IdSize)));
        }

        return ids.ToImmutable();
    }

    private static byte[] Bytes(ImmutableArray<Done> sessions)
    {
        var bytes = new byte[sessions.Length * DoneSize];
        for (var i = 0; i < sessions.Length; i++)
        {
            BinaryPrimitives.WriteInt32BigEndian(bytes.AsSpan(i * DoneSize), sessions[i].On.DayNumber);
            sessions[i].Entry.TryWriteBytes(bytes.AsSpan((i * DoneSize) + sizeof(int)));
        }

        return bytes;
    }

    private static ImmutableArray<Done> ReadDone(JsonElement json)
    {
        var bytes = json.GetBytesFromBase64();
        var sessions = ImmutableArray.CreateBuilder<Done>(bytes.Length / DoneSize);
        for (var at = 0; at < bytes.Length; at += DoneSize)
        {
            sessions.Add(new(
                DateOnly.FromDayNumber(BinaryPrimitives.ReadInt32BigEndian(bytes.AsSpan(at))),
                new(bytes.AsSpan(at + sizeof(int), IdSize))));
        }

        return sessions.ToImmutable();
    }
}
