using System.Globalization;

namespace Footing.Content;

/// <summary>Checks one movement by itself.</summary>
internal static class MovementLint
{
    /// <summary>What is wrong, each with the field's path in the movement's file, such as <c>keys.2.at</c>.</summary>
    internal static IEnumerable<Problem> Check(Movement movement)
    {
        var before = 0.0;
        for (var i = 0; i < movement.Keys.Length; i++)
        {
            var at = movement.Keys[i].At;
            var field = string.Create(CultureInfo.InvariantCulture, $"keys.{i + 1}.at");
            if (i == 0 && at != 0)
            {
                yield return new(field, "The first key moment must be at 0.");
            }
            else if (i > 0 && (at <= before || at > 1))
            {
                yield return new(field, string.Create(
                    CultureInfo.InvariantCulture, $"Here is {at}; expected is more than {before}, the moment before, and at most 1."));
            }

            before = at;
        }
    }
}
