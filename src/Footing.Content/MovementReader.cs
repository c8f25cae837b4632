namespace Footing.Content;

/// <summary>Reads one movement from the fields of its file.</summary>
internal static class MovementReader
{
    private static readonly ImmutableArray<string> Phases = ["up", "hold", "down"];

    /// <summary>The movement; null when something is missing. Problems are added to the fields' findings.</summary>
    /// <param name="id">The file's name without its ending.</param>
    /// <param name="fields">The file's root map.</param>
    internal static Movement? Read(string id, YamlFields fields)
    {
        var named = fields.Text("id");
        if (named is not null && named != id)
        {
            fields.Report("id", $"\"{named}\" is not the file's name: it must be \"{id}\".");
        }

        var view = fields.Text("view");
        var scene = fields.Text("scene");
        var wear = fields.Text("wear");
        var planted = fields.TextIfAny("planted");
        var turn = fields.Has("turn") ? fields.Number("turn") : 0;
        var keys = fields.Maps("keys").Select(Key).ToImmutableArray();
        var stills = fields.Maps("stills").Select(Still).ToImmutableArray();
        fields.Close();
        return view is null || scene is null || wear is null || turn is null
            || keys.IsEmpty || keys.Any(key => key is null) || stills.Any(still => still is null)
            ? null
            : new(id, view, scene, wear, planted, [.. keys.Select(key => key!)], [.. stills.Select(still => still!)], turn.Value);
    }

    private static KeyPose? Key(YamlFields fields)
    {
        var moment = At(fields);
        var planted = fields.TextIfAny("planted");
        var angles = fields.Map("angles");
        fields.Close();
        if (moment is null || angles is null)
        {
            return null;
        }

        var byJoint = ImmutableSortedDictionary.CreateBuilder<string, double>(StringComparer.Ordinal);
        foreach (var joint in angles.Keys)
        {
            if (angles.Number(joint) is { } degrees)
            {
                byJoint[joint] = degrees;
            }
        }

        return new(moment.Value, byJoint.ToImmutable(), planted);
    }

    private static StillPose? Still(YamlFields fields)
    {
        var moment = At(fields);
        var label = fields.Text("label");
        fields.Close();
        return moment is null || label is null ? null : new(moment.Value, label);
    }

    private static Moment? At(YamlFields fields)
    {
        var phase = fields.Choice<Phase>("phase", Find, Phases);
        var at = fields.Number("at");
        return phase is null || at is null ? null : new(phase.Value, at.Value);
    }

    private static Phase? Find(string? id) => id switch
    {
        "up" => Phase.Up,
        "hold" => Phase.Hold,
        "down" => Phase.Down,
        _ => null,
    };
}
