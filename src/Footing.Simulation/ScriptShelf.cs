using System.Collections.Concurrent;
using System.Globalization;
using System.Text;
using Footing.Plans;
using Footing.Programmes;
using Footing.Sessions;

namespace Footing.Simulation;

/// <summary>
/// Compiled scripts. The compiler reads only the levels and doses of a plan's exercises, and copies the date and
/// whether it is due; so plans with the same ones share one compilation. A test compares it with a new compilation.
/// </summary>
internal sealed class ScriptShelf(Programme programme, Texts texts)
{
    private readonly ConcurrentDictionary<string, SessionScript> _compiled = new(StringComparer.Ordinal);

    /// <summary>How many scripts were compiled.</summary>
    public int Count => _compiled.Count;

    /// <summary>The script of a plan; null for a plan without an exercise.</summary>
    public SessionScript? Of(Plan plan) => plan.Exercises.IsEmpty
        ? null
        : _compiled.GetOrAdd(Key(plan), _ => ScriptCompiler.Compile(plan, programme, texts)) with { Date = plan.On, Due = plan.Due };

    private static string Key(Plan plan)
    {
        var key = new StringBuilder();
        foreach (var planned in plan.Exercises)
        {
            var (level, dose) = (planned.Level, planned.Dose);
            key.Append(CultureInfo.InvariantCulture, $"{planned.Exercise}.{level.Number}.{(int)level.Position}:");
            key.Append(CultureInfo.InvariantCulture, $"{dose.Sets}x{dose.Reps}/{dose.Seconds}{dose.PerSide} ");
            key.Append(CultureInfo.InvariantCulture, $"{planned.Halved}{planned.Trimmed}{planned.IsFamiliar}{planned.LastDone} ");
        }

        key.Append(plan.NextDue?.DayNumber - plan.On.DayNumber).Append(plan.NextDue?.DayOfWeek);

        return key.ToString();
    }
}
