using System.Text;
using System.Text.Json;
using Footing.Movements;
using Footing.Wording;

namespace Footing.Web.Figures;

/// <summary>Writes a clip for the player: <c>contract/figure.schema.json</c>.</summary>
public static class FigureClipJson
{
    /// <summary>The clip as JSON on one line.</summary>
    /// <param name="clip">The clip.</param>
    /// <param name="texts">The words of the poses: the key <c>pose.LABEL</c> for each.</param>
    /// <exception cref="KeyNotFoundException">A pose has no words.</exception>
    public static string Write(FigureClip clip, Texts texts)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream))
        {
            json.WriteStartObject();
            json.WriteNumber("format", 1);
            json.WriteString("movement", clip.Movement);
            json.WriteNumber("cycleMs", clip.CycleMs);
            json.WriteStartObject("joints");
            foreach (var (part, frames) in clip.Parts)
            {
                // A part that does not move keeps the transform that the drawing gives it.
                if (frames.All(frame => frame.Placement == frames[0].Placement))
                {
                    continue;
                }

                var scaled = frames.Any(frame => frame.Placement is not { ScaleX: 1, ScaleY: 1 });
                json.WriteStartArray(part);
                foreach (var (offset, placement) in frames)
                {
                    json.WriteStartObject();
                    json.WriteNumber("offset", offset);
                    json.WriteString("transform", placement.Css(scaled));
                    json.WriteEndObject();
                }

                json.WriteEndArray();
            }

            json.WriteEndObject();
            json.WriteStartArray("poses");
            foreach (var pose in clip.Poses)
            {
                json.WriteStartObject();
                json.WriteNumber("at", pose.At);
                json.WriteString("label", texts["pose." + pose.Label]);
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(stream.ToArray());
    }
}
