using System.Text.Json;
using Footing.Plans;
using Footing.Screening;

namespace Footing.Sessions;

/// <summary>Coming sessions as JSON, in the shape of <c>contract/upcoming.schema.json</c>.</summary>
public static class UpcomingJson
{
    /// <summary>
    /// Writes one object: <c>made</c> (when), <c>before</c> (what each session needs first), and <c>dates</c>, each with
    /// its scripts.
    /// </summary>
    /// <param name="json">Where to.</param>
    /// <param name="dates">The dates.</param>
    /// <param name="made">The instant it was made, with the offset of the person's zone.</param>
    /// <param name="before">What must be entered on each date before its session; null for nothing.</param>
    public static void Write(Utf8JsonWriter json, ImmutableArray<UpcomingDate> dates, DateTimeOffset made, EntryBefore? before)
    {
        json.WriteStartObject();
        json.WriteString("made", made);
        if (before is null)
        {
            json.WriteNull("before");
        }
        else
        {
            json.WriteStartObject("before");
            json.WriteString("kind", before.Kind);
            json.WriteString("until", before.Until);
            json.WriteEndObject();
        }

        json.WriteStartArray("dates");
        foreach (var date in dates)
        {
            json.WriteStartObject();
            json.WriteString("date", PlanJson.Date(date.On));
            json.WriteBoolean("due", date.Due);
            json.WriteStartArray("scripts");
            foreach (var alternative in date.Scripts)
            {
                Write(json, alternative);
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, Alternative alternative)
    {
        json.WriteStartObject();
        json.WritePropertyName("script");
        if (alternative.Script is { } script)
        {
            json.WriteRawValue(ScriptJson.Write(script), skipInputValidation: true);
        }
        else
        {
            json.WriteNullValue();
        }

        json.WriteStartArray("unless");
        foreach (var condition in alternative.Unless)
        {
            Write(json, condition);
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    /// <summary>A condition; what it does not use is left out.</summary>
    public static void Write(Utf8JsonWriter json, EntryCondition condition)
    {
        json.WriteStartObject();
        json.WriteString("kind", condition.Kind);
        if (condition.Field is { } field)
        {
            json.WriteString("field", field);
        }

        if (condition.Minus is { } minus)
        {
            json.WriteString("minus", minus);
        }

        if (condition.Range is { } range)
        {
            json.WriteStartObject("range");
            if (range.Words.IsEmpty)
            {
                json.WriteNumber("from", range.From!.Value);
                json.WriteNumber("to", range.To!.Value);
            }
            else
            {
                json.WriteStartArray("in");
                foreach (var word in range.Words)
                {
                    json.WriteStringValue(word);
                }

                json.WriteEndArray();
            }

            json.WriteEndObject();
        }

        if (condition.IsFinding)
        {
            json.WriteBoolean("finding", true);
        }

        json.WriteString("since", condition.Since);
        json.WriteEndObject();
    }
}
