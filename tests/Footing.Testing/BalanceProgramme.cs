using System.Collections.Concurrent;
using System.Collections.Immutable;
using Footing.Conditions.NeuropathicFoot;
using Footing.Content;
using Footing.Exercises;
using Footing.Programmes;
using Footing.Wording;

namespace Footing.Testing;

/// <summary>
/// A second programme, for tests only: three exercises for balance, all of them standing. It shows whether code works with
/// other exercises than the shipped ones.
/// </summary>
public static class BalanceProgramme
{
    public static readonly ExerciseId WeightShift = ExerciseId.Of("weight-shift");

    public static readonly ExerciseId TandemStand = ExerciseId.Of("tandem-stand");

    public static readonly ExerciseId HeelLift = ExerciseId.Of("heel-lift");

    public static readonly ImmutableArray<ExerciseId> All = [WeightShift, TandemStand, HeelLift];

    private static readonly Lazy<Programme> Once = new(() => ProgrammeReader.Read(Folder, UnsteadinessCondition.Instance).ValueOrThrow());

    private static readonly ConcurrentDictionary<string, Texts> Loaded = new();

    /// <summary>Its files.</summary>
    public static string Folder => Repository.Find("tests", "Footing.Testing", "balance-programme");

    /// <summary>The programme as its files have it, for a condition that only tests know; read once.</summary>
    public static Programme ForUnsteadiness() => Once.Value;

    /// <summary>The same exercises under the rules of the shipped condition.</summary>
    public static Programme Load() => Once.Value with { Condition = NeuropathicFootCondition.Instance };

    /// <summary>Its own words in <c>en</c> or <c>es</c>, read once, without those of the pages.</summary>
    public static Texts TextsIn(string language) => Loaded.GetOrAdd(
        language, static tag => TextsReader.Read(ContentFiles.Below(Folder), "texts/" + tag).ValueOrThrow());
}
