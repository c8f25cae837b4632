using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Footing.Journal;
using Footing.Screening;
using Footing.Web.People;

namespace Footing.Web.Screening;

/// <summary>A screening in progress: kept for a day, so that a person can continue where they stopped.</summary>
public sealed record Draft
{
    /// <summary>How long it is kept after the last answer.</summary>
    public static readonly TimeSpan Lifetime = TimeSpan.FromHours(24);

    /// <summary>The answers so far.</summary>
    public Answers Answers { get; init; } = Answers.None;

    /// <summary>Pages that were left out on purpose.</summary>
    public ImmutableSortedSet<string> Skipped { get; init; } = [];

    /// <summary>Whether an earlier screening's answers may be shown again instead of asked.</summary>
    public bool IsRepeat { get; init; }

    /// <summary>Whether the answers that do not change were checked.</summary>
    public bool IsStillRight { get; init; }

    /// <summary>Whether the feet became number since the touch test; null before that was asked.</summary>
    public YesNoUnsure? Since { get; init; }

    /// <summary>The dates of the numbers that were kept of an earlier screening.</summary>
    public MeasuredDates Measured { get; init; } = MeasuredDates.None;

    /// <summary>The answers with which an emergency was recorded in the journal at once; null when none was.</summary>
    public string? Alarm { get; init; }

    /// <summary>A new one; a repeat when there is an earlier screening with all its answers.</summary>
    public static Draft New(RepeatedScreening? repeat) => new() { IsRepeat = repeat is not null };

    /// <summary>Whether a page needs no more answers.</summary>
    public bool Has(QuestionGroup group) => group == QuestionGroup.StillRight
        ? IsStillRight
        : group == QuestionGroup.Since ? Since is not null
        : Skipped.Contains(group.Id) || group.Questions.All(question => Answers[question] is not null);

    /// <summary>Whether one of the emergency signs was answered with yes.</summary>
    public bool IsAlarming(Condition condition) => condition.DangerIn(Answers)?.IsEmergency() == true;

    /// <summary>Whether an emergency was recorded in the journal with exactly these answers.</summary>
    internal bool IsAlarmRecorded => Alarm == AnswersJson(Answers).ToJsonString();

    /// <summary>The draft after an emergency was recorded with its answers.</summary>
    internal Draft WithAlarm() => this with { Alarm = AnswersJson(Answers).ToJsonString() };

    /// <summary>The draft as stored.</summary>
    public byte[] ToJson() => JsonSerializer.SerializeToUtf8Bytes(new JsonObject
    {
        ["answers"] = AnswersJson(Answers),
        ["skipped"] = new JsonArray([.. Skipped.Select(id => (JsonNode)id)]),
        ["repeat"] = IsRepeat,
        ["stillRight"] = IsStillRight,
        ["since"] = Since is { } since ? Vocabulary.YesNoUnsure[since] : null,
        ["measured"] = new JsonObject(Measured.All.Select(one => KeyValuePair.Create(one.Key, (JsonNode?)one.Value.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)))),
        ["alarm"] = Alarm,
    });

    /// <summary>The stored draft; null when an earlier version stored something that can no longer be read.</summary>
    public static Draft? From(ReadOnlyMemory<byte> json)
    {
        try
        {
            using var document = JsonDocument.Parse(json);
            var root = document.RootElement;
            return UnsentScreening.AnswersOf(json) is not { } answers ? null : new()
            {
                Answers = answers,
                Skipped = [.. root.GetProperty("skipped").EnumerateArray().Select(id => id.GetString()!)],
                IsRepeat = root.GetProperty("repeat").GetBoolean(),
                IsStillRight = root.GetProperty("stillRight").GetBoolean(),
                Since = root.TryGetProperty("since", out var since) && since.GetString() is { } word ? Vocabulary.YesNoUnsure.Find(word) : null,
                Measured = root.TryGetProperty("measured", out var measured) && MeasuredDates.From(measured, "measured") is { Succeeded: true } dates ? dates.Value : MeasuredDates.None,
                Alarm = root.GetProperty("alarm").GetString(),
            };
        }
        catch (Exception e) when (e is JsonException or KeyNotFoundException or InvalidOperationException)
        {
            return null;
        }
    }

    /// <summary>The answers as stored, in the order of the table.</summary>
    private static JsonObject AnswersJson(Answers answers)
    {
        var json = new JsonObject();
        foreach (var question in answers.Answered)
        {
            var answer = answers[question.Id]!.Value;
            json[question.Id] = answer.Number is { } number ? JsonValue.Create(number) : JsonValue.Create(answer.Word);
        }

        return json;
    }
}
