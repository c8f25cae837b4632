using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Footing.Exercises;
using Footing.Journal;
using Footing.Programmes;
using Footing.Reading;
using Footing.Web.Pages;
using Footing.Wording;

namespace Footing.Web.JournalHistory;

/// <summary>How a field is answered.</summary>
public enum FieldShape
{
    /// <summary>One of several words.</summary>
    Words,

    /// <summary>0 to 10, or another short row of numbers.</summary>
    Scale,

    /// <summary>Any number of several words.</summary>
    Boxes,

    /// <summary>A whole number, typed.</summary>
    Number,
}

/// <summary>One field of an entry in the form that corrects it.</summary>
/// <param name="Name">Its path in the entry, such as <c>painAfter</c>, with dots into objects.</param>
/// <param name="Question">The question.</param>
/// <param name="Shape">How it is answered.</param>
/// <param name="Options">The answers to choose from.</param>
/// <param name="IsNeeded">Whether the entry requires it.</param>
public sealed record CorrectionField(string Name, string Question, FieldShape Shape, IReadOnlyList<Choice> Options, bool IsNeeded)
{
    /// <summary>What it belongs to, such as an exercise; null for the entry as a whole.</summary>
    public string? Group { get; init; }

    /// <summary>The value that is sent when there is no answer.</summary>
    public const string None = "none";

    /// <summary>The most repetitions or seconds of a set.</summary>
    public const int MostInSet = 3600;

    /// <summary>The fields of an entry's form; empty for a kind without a form.</summary>
    internal static IReadOnlyList<CorrectionField> Of(TimelineItem record, Programme programme, Texts texts) => record.Shown switch
    {
        SessionEntry session => Session(session, record, programme, texts),
        SetEntry set => [Done(set.InSeconds, texts)],
        FootCheckEntry =>
        [
            Words("skin", texts, true, [.. Vocabulary.SkinFindings.Words]),
            Words("heat", texts, false, [.. Vocabulary.YesNoUnsure.Words]),
            Words("swelling", texts, false, [.. Vocabulary.YesNoUnsure.Words]),
            Words("looked", texts, false, [.. Vocabulary.Observers.Words]),
        ],
        NextMorningEntry => [Words("painRaised", texts, true, [.. Vocabulary.YesNo.Words])],
        AdverseEventEntry => [Words("what", texts, true, [.. Vocabulary.AdverseEvents.Words])],
        CheckInEntry =>
        [
            Scale("pain", texts["history.fields.pain"], 10),
            Scale("worstPain", texts["history.fields.worstPain"], 10),
            Scale("nightsWoken", texts["history.fields.nightsWoken"], 7),
            Words("change", texts, false, [.. Vocabulary.ImpressionsOfChange.Words]),
        ],
        _ => [],
    };

    /// <summary>The answers in an entry's fields.</summary>
    internal IReadOnlyList<string> Read(JsonObject fields)
    {
        JsonNode? node = fields;
        foreach (var part in Name.Split('.'))
        {
            node = (node as JsonObject)?[part];
        }

        return node switch
        {
            JsonArray list => [.. list.Select(item => item?.ToString()).OfType<string>()],
            null => [None],
            // 5.0 is the answer 5.
            JsonValue number when number.TryGetValue(out JsonElement json) && LenientJson.Whole(json) is { } whole => [whole.ToString(CultureInfo.InvariantCulture)],
            _ => [node.ToString()],
        };
    }

    /// <summary>Writes answers into an entry's fields.</summary>
    /// <returns>Whether the answers are valid for this field.</returns>
    internal bool Write(JsonObject fields, IReadOnlyList<string> given)
    {
        var parts = Name.Split('.');
        var at = parts.Length == 1 ? fields : fields[parts[0]] as JsonObject;
        if (at is null)
        {
            fields[parts[0]] = at = [];
        }

        if (Shape == FieldShape.Boxes)
        {
            if (!given.All(IsOffered))
            {
                return false;
            }

            // Values that the form does not offer stay, such as an exercise that this version does not know.
            List<string> words = [.. given, .. (at[parts[^1]] as JsonArray ?? []).Select(item => item?.ToString()).OfType<string>().Where(word => !IsOffered(word))];
            at.Remove(parts[^1]);
            if (words.Count > 0)
            {
                at[parts[^1]] = new JsonArray([.. words.Select(word => (JsonNode)word)]);
            }

            return true;
        }

        var answer = given.Count == 1 ? TypedInput.Normalize(given[0]) : None;
        if (answer is None or "")
        {
            at.Remove(parts[^1]);
            return !IsNeeded;
        }

        if (Shape == FieldShape.Words)
        {
            at[parts[^1]] = answer;
            return IsOffered(answer);
        }

        if (TypedInput.Whole(answer, 0, MostInSet) is not { } number)
        {
            return false;
        }

        at[parts[^1]] = number;
        return Shape == FieldShape.Number || IsOffered(answer);
    }

    private bool IsOffered(string word) => Options.Any(option => option.Value == word);

    private static List<CorrectionField> Session(SessionEntry session, TimelineItem record, Programme programme, Texts texts)
    {
        var exercises = texts.InOrder(
            [.. record.Sets.Select(set => set.Exercise), .. session.Effort.Keys, .. session.Pain.Keys, .. session.Cramp], programme);
        List<CorrectionField> fields =
            [Scale("painBefore", texts["history.fields.painBefore"], 10), Scale("painAfter", texts["history.fields.painAfter"], 10)];
        foreach (var exercise in exercises)
        {
            var name = texts[$"{exercise.Id()}.name"];
            fields.Add(Scale($"effort.{exercise.Id()}", texts.Say("history.fields.effort", ("exercise", name)), 10) with { Group = name });
            fields.Add(Scale($"pain.{exercise.Id()}", texts.Say("history.fields.pain-in", ("exercise", name)), 10) with { Group = name });
        }

        if (exercises.Count > 0)
        {
            fields.Add(new("cramp", texts["history.fields.cramp"], FieldShape.Boxes, [.. exercises.Select(e => new Choice(e.Id(), texts[$"{e.Id()}.name"]))], false));
        }

        fields.Add(Words("stopReason", texts, false, [.. Vocabulary.StopReasons.Words]));
        return fields;
    }

    private static CorrectionField Done(bool inSeconds, Texts texts) =>
        new(inSeconds ? "seconds" : "reps", texts[inSeconds ? "history.form.seconds" : "history.form.reps"], FieldShape.Number, [], true);

    private static CorrectionField Scale(string name, string question, int most) => new(
        name,
        question,
        FieldShape.Scale,
        [.. Enumerable.Range(0, most + 1).Select(n => n.ToString(CultureInfo.InvariantCulture)).Select(n => new Choice(n, n))],
        false);

    private static CorrectionField Words(string name, Texts texts, bool isNeeded, params string[] words) => new(
        name,
        texts[$"history.fields.{name}.label"],
        FieldShape.Words,
        [.. words.Select(word => new Choice(word, texts[$"history.fields.{name}.{word}"]))],
        isNeeded);
}
