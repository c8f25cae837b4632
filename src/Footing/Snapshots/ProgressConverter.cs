using System.Text.Json;
using System.Text.Json.Serialization;
using Footing.Plans;

namespace Footing.Snapshots;

/// <summary>The progress of each exercise as an array, in its order; each says which exercise it is about.</summary>
internal sealed class ProgressConverter : JsonConverter<PerExercise<ExerciseProgress>>
{
    public override PerExercise<ExerciseProgress> Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        JsonSerializer.Deserialize(ref reader, SnapshotContext.Default.ImmutableArrayExerciseProgress)
            .Aggregate(PerExercise<ExerciseProgress>.Empty, (all, progress) => all.SetItem(progress.Exercise, progress));

    public override void Write(Utf8JsonWriter writer, PerExercise<ExerciseProgress> value, JsonSerializerOptions options) =>
        JsonSerializer.Serialize(writer, [.. value.Values], SnapshotContext.Default.ImmutableArrayExerciseProgress);
}
