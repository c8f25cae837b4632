namespace Footing.Content;

/// <summary>Reads one movement from the fields of its file.</summary>
internal static class MovementReader
{
    /// <summary>The movement; null when something is missing. What is wrong joins the findings of the fields.</summary>
    /// <param name="id">The file's name without its ending.</param>
    /// <param name="fields">The file's root map.</param>
    internal static Movement? Read(string id, Fields fields)
    {
        var named = fields.Text("id");
        if (named is not null && named != id)
        {
            fields.Report("id", $"\"{named}\" is not the file's name: it must be \"{id}\".");
        }

        var view = fields.Text("view");
        var scene = fields.Text("scene");
        var planted = fields.TextIfAny("planted");
        var keys = fields.Maps("keys").Select(Key).ToImmutableArray();
        fields.Close();
        return view is null || scene is null || keys.IsEmpty || keys.Any(key => key is null)
            ? null
            : new(id, view, scene, planted, [.. keys.Select(key => key!)]);
    }

    private static KeyPose? Key(Fields fields)
    {
        var at = fields.Number("at");
        var angles = fields.Map("angles");
        fields.Close();
        if (at is null || angles is null)
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

        return new(at.Value, byJoint.ToImmutable());
    }
}
