using System.Text.Json.Serialization;
using Footing.Plans;

namespace Footing.Snapshots;

/// <summary>
/// How a snapshot's JSON follows from its types: a member that is added to them is written and read without more code.
/// What can be derived from the rest has no setter, or is marked with <see cref="JsonIgnoreAttribute"/>.
/// </summary>
[JsonSerializable(typeof(SnapshotContents))]
[JsonSerializable(typeof(ImmutableArray<ExerciseProgress>))]
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    IgnoreReadOnlyProperties = true,
    IncludeFields = true,
    UseStringEnumConverter = true,
    GenerationMode = JsonSourceGenerationMode.Metadata,
    Converters = [typeof(AnswersConverter), typeof(MeasuredDatesConverter), typeof(AcceptedEntryConverter), typeof(ClosedSessionsConverter), typeof(ClosedMonthsConverter), typeof(EntryDatesConverter), typeof(IdsConverter), typeof(ProgressConverter), typeof(SessionsConverter)])]
internal sealed partial class SnapshotContext : JsonSerializerContext;
