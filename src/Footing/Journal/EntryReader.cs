using System.Text.Json;
using System.Text.Unicode;

namespace Footing.Journal;

/// <summary>
/// Reads entries from JSON. An unknown field is ignored, an unknown kind becomes an <see cref="OtherEntry"/>, and any
/// exercise may be named, also one that no programme here has, so that a journal written by a newer version can be read.
/// </summary>
public static class EntryReader
{
    /// <summary>An entry of more than this many bytes is refused.</summary>
    public const int MostBytes = 64 * 1024;

    /// <summary>The role with which a practitioner's correction is marked.</summary>
    internal const string Practitioner = "practitioner";

    private static readonly JsonDocumentOptions Strict = new() { AllowDuplicateProperties = false, MaxDepth = 32 };

    /// <summary>Reads one entry.</summary>
    /// <param name="utf8">One JSON object.</param>
    /// <returns>The entry, or every problem with its field.</returns>
    public static Result<Entry> From(ReadOnlyMemory<byte> utf8)
    {
        if (utf8.Length > MostBytes)
        {
            return Result<Entry>.Failed("", $"the entry has {utf8.Length} bytes; at most {MostBytes} are taken");
        }

        if (!Utf8.IsValid(utf8.Span))
        {
            return Result<Entry>.Failed("", "not JSON: the text is not UTF-8");
        }

        JsonElement json;
        try
        {
            using var document = JsonDocument.Parse(utf8, Strict);
            json = document.RootElement.Clone();
        }
        catch (JsonException problem)
        {
            return Result<Entry>.Failed("", "not JSON: " + FirstSentence(problem.Message));
        }
        catch (InvalidOperationException)
        {
            // The search for duplicate names throws this.
            return Result<Entry>.Failed("", "not JSON: a name holds half of a surrogate pair");
        }

        return From(json);
    }

    /// <summary>Reads one entry.</summary>
    /// <param name="json">One JSON object; it must outlive the entry (a correction keeps a part of it).</param>
    /// <returns>The entry, or every problem with its field.</returns>
    public static Result<Entry> From(JsonElement json)
    {
        if (json.ValueKind != JsonValueKind.Object)
        {
            return Result<Entry>.Failed("", "expected a JSON object");
        }

        var problems = new List<Problem>();
        var fields = new JsonFields(json, "", problems);
        var id = fields.Uuid("id");
        var at = fields.Instant("at");
        var kind = fields.Name("kind");
        var entry = Read(kind, id, at, fields, problems);
        return problems.Count > 0 ? Result<Entry>.Failed(problems) : Result<Entry>.Of(entry);
    }

    /// <summary>Reads what a correction makes of an entry.</summary>
    /// <param name="original">The entry that is corrected; id and kind stay, and <c>at</c> unless it is given.</param>
    /// <param name="with">All fields of that kind.</param>
    /// <returns>The corrected entry, or every problem with its field's path, which begins with <c>with</c>.</returns>
    public static Result<Entry> Corrected(Entry original, JsonElement with)
    {
        if (with.ValueKind != JsonValueKind.Object)
        {
            return Result<Entry>.Failed("with", "expected an object of fields, or \"void\"");
        }

        var problems = new List<Problem>();
        var fields = new JsonFields(with, "with.", problems);
        var at = fields.Find("at") is null ? original.At : fields.Instant("at");
        var entry = Read(KindOf(original), original.Id, at, fields, problems);
        return problems.Count > 0 ? Result<Entry>.Failed(problems) : Result<Entry>.Of(entry);
    }

    /// <summary>Reads an entry from its fields, as a form gives them.</summary>
    /// <param name="kind">Its kind.</param>
    /// <param name="id">Its id.</param>
    /// <param name="at">Its instant.</param>
    /// <param name="fields">Its fields; <c>id</c>, <c>at</c> and <c>kind</c> among them are not read.</param>
    /// <returns>The entry, or every problem with its field.</returns>
    public static Result<Entry> Of(EntryKind kind, Guid id, DateTimeOffset at, JsonElement fields)
    {
        if (fields.ValueKind != JsonValueKind.Object)
        {
            return Result<Entry>.Failed("", "expected an object of fields");
        }

        var problems = new List<Problem>();
        var entry = Read(kind, id, at, new JsonFields(fields, "", problems), problems);
        return problems.Count > 0 ? Result<Entry>.Failed(problems) : Result<Entry>.Of(entry);
    }

    /// <summary>The kind of an entry, as written in data.</summary>
    public static string KindOf(Entry entry) => entry switch
    {
        OtherEntry other => other.Kind,
        UnreadableEntry unreadable => unreadable.Kind,
        _ => Vocabulary.EntryKinds[KnownKindOf(entry)],
    };

    private static EntryKind KnownKindOf(Entry entry) => entry switch
    {
        ScreeningEntry => EntryKind.Screening,
        FootCheckEntry => EntryKind.FootCheck,
        SetEntry => EntryKind.Set,
        SessionEntry => EntryKind.Session,
        NextMorningEntry => EntryKind.NextMorning,
        CheckInEntry => EntryKind.CheckIn,
        AdverseEventEntry => EntryKind.Event,
        LeaveOutEntry => EntryKind.LeaveOut,
        ScheduleEntry => EntryKind.Schedule,
        ProgrammeEntry => EntryKind.Programme,
        ClearanceEntry => EntryKind.Clearance,
        AdjustmentEntry => EntryKind.Adjustment,
        CorrectionEntry => EntryKind.Correction,
        _ => throw new ArgumentException($"{entry.GetType().Name} has no kind.", nameof(entry)),
    };

    private static Entry Read(string kind, Guid id, DateTimeOffset at, JsonFields fields, List<Problem> problems) =>
        Vocabulary.EntryKinds.Find(kind) is { } known ? Read(known, id, at, fields, problems) : new OtherEntry(id, at, kind);

    private static Entry Read(EntryKind kind, Guid id, DateTimeOffset at, JsonFields fields, List<Problem> problems) => kind switch
    {
        EntryKind.Screening => new ScreeningEntry(id, at, ReadAnswers(fields, problems)) { Measured = ReadMeasured(fields, problems) },
        EntryKind.FootCheck => ReadFootCheck(id, at, fields),
        EntryKind.Set => ReadSet(id, at, fields),
        EntryKind.Session => ReadSession(id, at, fields),
        EntryKind.NextMorning => ReadNextMorning(id, at, fields),
        EntryKind.LeaveOut => ReadLeaveOut(id, at, fields),
        EntryKind.CheckIn => ReadCheckIn(id, at, fields),
        EntryKind.Background => new BackgroundEntry(
            id, at, fields.KnownTexts("causesTold"), fields.KnownTexts("sites"), fields.KnownTexts("since"), fields.KnownTexts("treatments"), fields.KnownTexts("medicines")),
        EntryKind.Event => new AdverseEventEntry(id, at, fields.Word("what", Vocabulary.AdverseEvents)),
        EntryKind.Schedule => ReadSchedule(id, at, fields),
        EntryKind.Programme => new ProgrammeEntry(id, at, fields.Name("programme"), fields.Name("version")),
        EntryKind.Clearance => ReadClearance(id, at, fields),
        EntryKind.Adjustment => ReadAdjustment(id, at, fields, problems),
        EntryKind.Correction => ReadCorrection(id, at, fields),
        EntryKind.Preference => new PreferenceEntry(id, at, fields.KnownText("zone"), fields.KnownText("country"), fields.KnownText("language")),
    };

    private static Answers ReadAnswers(JsonFields fields, List<Problem> problems)
    {
        if (fields.Need("answers") is not { } json)
        {
            return Answers.None;
        }

        var answers = Answers.From(json, "answers");
        if (answers.Succeeded)
        {
            return answers.Value;
        }

        problems.AddRange(answers.Problems);
        return Answers.None;
    }

    private static MeasuredDates ReadMeasured(JsonFields fields, List<Problem> problems)
    {
        if (fields.Find("measured") is not { } json)
        {
            return MeasuredDates.None;
        }

        var measured = MeasuredDates.From(json, "measured");
        problems.AddRange(measured.Problems);
        return measured.Succeeded ? measured.Value : MeasuredDates.None;
    }

    /// <summary>Of an entry with both forms neither is dropped: raised pain in either counts.</summary>
    private static NextMorningEntry ReadNextMorning(Guid id, DateTimeOffset at, JsonFields fields)
    {
        var session = fields.Name("session");
        var hasNumber = fields.Find("pain") is not null || fields.Find("because") is not null;
        return new(
            id,
            at,
            session,
            hasNumber ? fields.OptionalWord("painRaised", Vocabulary.YesNo) : fields.Word("painRaised", Vocabulary.YesNo),
            hasNumber ? fields.Whole("pain", 0, 10) : null,
            hasNumber ? fields.Word("because", Vocabulary.YesNoUnsure) : null);
    }

    private static LeaveOutEntry ReadLeaveOut(Guid id, DateTimeOffset at, JsonFields fields)
    {
        var isOut = fields.Need("out");
        if (isOut is { ValueKind: not (JsonValueKind.True or JsonValueKind.False) } found)
        {
            fields.Add("out", $"expected true or false, found {JsonFields.Show(found)}");
        }

        return new(id, at, fields.Exercise("exercise"), isOut?.ValueKind == JsonValueKind.True, fields.OptionalWord("reason", Vocabulary.LeaveOutReasons));
    }

    private static DateTimeOffset? ReadBegan(DateTimeOffset at, JsonFields fields)
    {
        if (fields.Find("began") is null)
        {
            return null;
        }

        var began = fields.Instant("began");
        // Of a time that cannot be read its own problem is enough.
        if (at != default && began != default && (began > at || at - began > SessionEntry.LongestTime))
        {
            fields.Add("began", $"expected an instant at most {SessionEntry.LongestTime.TotalHours:0} hours before at, and not after it");
        }

        return began;
    }

    private static ImmutableArray<KnownFinding> ReadKnown(JsonFields fields)
    {
        var known = new SortedSet<KnownFinding>();
        foreach (var item in fields.List("known"))
        {
            if (LenientJson.Text(item) is { } word && Vocabulary.KnownFindings.Find(word) is { } finding)
            {
                known.Add(finding);
            }
            else
            {
                fields.Add("known", $"expected {string.Join(", ", Vocabulary.KnownFindings.Words)}, found {JsonFields.Show(item)}");
            }
        }

        return [.. known];
    }

    private static FootCheckEntry ReadFootCheck(Guid id, DateTimeOffset at, JsonFields fields) => new(
        id,
        at,
        fields.Word("skin", Vocabulary.SkinFindings),
        fields.OptionalWord("heat", Vocabulary.YesNoUnsure),
        fields.OptionalWord("swelling", Vocabulary.YesNoUnsure),
        fields.OptionalWord("looked", Vocabulary.Observers),
        fields.OptionalNumber("sideDifferenceC", -30, 30),
        fields.OptionalWord("side", Vocabulary.Sides))
    {
        Calf = fields.OptionalWord("calf", Vocabulary.YesNoUnsure),
        Known = ReadKnown(fields),
    };

    private static SetEntry ReadSet(Guid id, DateTimeOffset at, JsonFields fields)
    {
        const int mostSeconds = 3600;
        var inSeconds = fields.Find("seconds") is not null;
        if (inSeconds == fields.Find("reps") is not null)
        {
            fields.Add(inSeconds ? "seconds" : "reps", inSeconds ? "stands beside reps; give one of them" : "is missing, and so is seconds");
        }

        return new(
            id,
            at,
            fields.Name("session"),
            fields.Exercise("exercise"),
            fields.Whole("level", 1, 99),
            fields.Whole("set", 1, 99),
            fields.Word("side", Vocabulary.Sides),
            fields.OptionalWhole(inSeconds ? "seconds" : "reps", 0, mostSeconds) ?? 0,
            inSeconds,
            fields.OptionalWhole("target", 1, mostSeconds));
    }

    private static SessionEntry ReadSession(Guid id, DateTimeOffset at, JsonFields fields)
    {
        var cramp = ImmutableArray.CreateBuilder<ExerciseId>();
        foreach (var item in fields.List("cramp"))
        {
            if (fields.Exercise(item, "cramp") is { } exercise && !cramp.Contains(exercise))
            {
                cramp.Add(exercise);
            }
        }

        return new(
            id,
            at,
            fields.Name("session"),
            fields.OptionalWhole("painBefore", 0, 10),
            fields.OptionalWhole("painAfter", 0, 10),
            fields.RatingsByExercise("effort"),
            fields.RatingsByExercise("pain"),
            cramp.ToImmutable(),
            fields.OptionalWord("stopReason", Vocabulary.StopReasons),
            fields.Find("edition") is { } edition &&
                LenientJson.Text(edition, "rules") is { } rules &&
                LenientJson.Text(edition, "programme") is { } programme &&
                LenientJson.Text(edition, "version") is { } version
                    ? new(rules, programme, version)
                    : null) { Began = ReadBegan(at, fields) };
    }

    private static CheckInEntry ReadCheckIn(Guid id, DateTimeOffset at, JsonFields fields) => new(
        id,
        at,
        fields.KnownWord("span", Vocabulary.CheckInSpans),
        fields.OptionalWhole("pain", 0, 10),
        fields.OptionalWhole("worstPain", 0, 10),
        fields.OptionalWhole("nightsWoken", 0, 7),
        fields.OptionalWhole("walkingMinutes", 0, CheckInEntry.MostWalkingMinutes),
        fields.OptionalWhole("rests", 0, CheckInEntry.MostRests),
        ReadPeg(fields),
        fields.OptionalWhole("mood", 0, 10),
        fields.OptionalWord("change", Vocabulary.ImpressionsOfChange));

    private static PegItems? ReadPeg(JsonFields fields)
    {
        const string name = "peg";
        if (fields.Find(name) is null)
        {
            return null;
        }

        var items = fields.List(name);
        if (items.Length != 3)
        {
            fields.Add(name, $"expected three numbers from 0 to 10, found {items.Length}");
            return null;
        }

        decimal[] numbers = [.. items.Select(item => fields.Number(item, name, 0, 10) ?? 0)];
        return new(numbers[0], numbers[1], numbers[2]);
    }

    private static ScheduleEntry ReadSchedule(Guid id, DateTimeOffset at, JsonFields fields)
    {
        ImmutableArray<DayOfWeek>? weekdays = null;
        if (fields.Find("weekdays") is not null)
        {
            var days = ImmutableArray.CreateBuilder<DayOfWeek>();
            foreach (var item in fields.List("weekdays"))
            {
                if (LenientJson.Text(item) is { } word && Vocabulary.Weekdays.Find(word) is { } day && !days.Contains(day))
                {
                    days.Add(day);
                }
                else
                {
                    fields.Add("weekdays", $"expected two to six different days of mon to sun, found {JsonFields.Show(item)}");
                }
            }

            if (days.Count is < ScheduleEntry.FewestDays or > ScheduleEntry.MostDays)
            {
                fields.Add("weekdays", $"expected two to six different days of mon to sun, found {days.Count}");
            }

            weekdays = days.ToImmutable();
        }

        return new(id, at, weekdays, fields.OptionalWhole("minutes", 10, 36));
    }

    private static ClearanceEntry ReadClearance(Guid id, DateTimeOffset at, JsonFields fields)
    {
        var rules = ImmutableArray.CreateBuilder<string>();
        fields.Need("rules");
        foreach (var item in fields.List("rules"))
        {
            if (LenientJson.Text(item) is { } rule)
            {
                rules.Add(rule);
            }
            else
            {
                fields.Add("rules", $"expected names of rules such as \"R13\", found {JsonFields.Show(item)}");
            }
        }

        return new(id, at, rules.ToImmutable(), DecidedBy(fields), fields.KnownText("source"), fields.KnownText("note")) { Said = Said(fields) };
    }

    /// <summary>Who decided it: a text, or an object with a name and a role; null for anything else.</summary>
    private static DecisionMaker? DecidedBy(JsonFields fields) =>
        fields.Find("by") is not { } by ? null
        : LenientJson.Text(by) is { } text ? new(text)
        : LenientJson.Text(by, "name") is { } name ? new(name, LenientJson.Text(by, "role"))
        : null;

    /// <summary>The date on which a decision was said; null for anything else: no rule reads it.</summary>
    private static DateOnly? Said(JsonFields fields) =>
        fields.KnownText("said") is { } text && MeasuredDates.TryDate(text, out var on) ? on : null;

    private static AdjustmentEntry ReadAdjustment(Guid id, DateTimeOffset at, JsonFields fields, List<Problem> problems) =>
        new(id, at, fields.Exercise("exercise"), ReadAct(fields, problems), DecidedBy(fields), fields.KnownText("reason"))
        {
            Source = fields.KnownText("source"),
            Said = Said(fields),
        };

    private static readonly string[] Acts = ["lock", "unlock", "cap", "level", "dose"];

    private static Adjustment ReadAct(JsonFields fields, List<Problem> problems)
    {
        string[] acts = [.. Acts.Where(name => fields.Find(name) is not null)];
        if (acts.Length != 1)
        {
            fields.Add(
                acts.Length == 0 ? "lock" : acts[1],
                "expected exactly one of lock, unlock, cap, level, dose, found " + (acts.Length == 0 ? "none" : string.Join(" and ", acts)));
            return new Adjustment.Lock();
        }

        return acts[0] switch
        {
            "cap" => new Adjustment.Cap(fields.Whole("cap", 1, 99)),
            "level" => new Adjustment.ToLevel(fields.Whole("level", 1, 99)),
            "dose" => ReadDose(fields, problems),
            var act => ReadLock(act, fields),
        };
    }

    private static Adjustment ReadLock(string act, JsonFields fields)
    {
        if (fields.Find(act)?.ValueKind != JsonValueKind.True)
        {
            fields.Add(act, $"expected true, found {JsonFields.Show(fields.Find(act)!.Value)}");
        }

        return act == "lock" ? new Adjustment.Lock() : new Adjustment.Unlock();
    }

    private static Adjustment.ToDose ReadDose(JsonFields fields, List<Problem> problems)
    {
        var json = fields.Find("dose")!.Value;
        if (json.ValueKind != JsonValueKind.Object)
        {
            fields.Add("dose", $"expected an object with sets, and reps or seconds, found {JsonFields.Show(json)}");
            return new Adjustment.ToDose(1, 1, null);
        }

        var dose = new JsonFields(json, "dose.", problems);
        var sets = dose.Whole("sets", 1, 10);
        var reps = dose.OptionalWhole("reps", 1, 100);
        var seconds = dose.OptionalWhole("seconds", 1, 600);
        if (dose.Find("reps") is null == dose.Find("seconds") is null)
        {
            dose.Add("reps", "expected either reps or seconds");
        }

        return new Adjustment.ToDose(sets, reps, seconds);
    }

    private static CorrectionEntry ReadCorrection(Guid id, DateTimeOffset at, JsonFields fields)
    {
        var of = fields.Uuid("of");
        var with = fields.Need("with");
        var isVoid = with is { } word && LenientJson.Text(word) == EntryWriter.Void;
        if (with is { } given && !isVoid && given.ValueKind != JsonValueKind.Object)
        {
            fields.Add("with", $"expected an object of fields, or \"void\", found {JsonFields.Show(given)}");
        }

        var byPractitioner = fields.Find("role") is { } role && LenientJson.Text(role) == Practitioner;
        return new(id, at, of, isVoid ? null : with, byPractitioner);
    }

    private static string FirstSentence(string message) => message.Split(". ", 2)[0].TrimEnd('.');
}
