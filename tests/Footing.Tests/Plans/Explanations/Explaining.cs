using Footing.Plans;
using Footing.Plans.Explanations;
using Footing.Testing;

namespace Footing.Tests.Plans.Explanations;

/// <summary>What is explained about a journal on a day, in few words.</summary>
internal static class Explaining
{
    public static CareState StateOn(this JournalBuilder journal, int day) => ProjectionOn(journal, day).State;

    public static Projection ProjectionOn(this JournalBuilder journal, int day) =>
        Projection.Of(journal.Entries, JournalBuilder.Programme, JournalBuilder.Date(day), TimeZoneInfo.Utc);

    /// <summary>Exercises and reasons, such as <c>ball-roll WarmFoot P9</c>.</summary>
    public static string InWords(this IEnumerable<WithheldExercise> withheld) => string.Join(", ", withheld.Select(one =>
        $"{one.Exercise} {string.Join(" and ", one.Reasons.Select(reason => $"{reason.Because} {reason.Rule}".TrimEnd()))}"));
}
