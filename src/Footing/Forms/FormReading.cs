using System.Text.Json.Nodes;

namespace Footing.Forms;

/// <summary>What was read from a form.</summary>
/// <param name="Fields">
/// The fields of the entry except <c>id</c>, <c>at</c> and <c>kind</c>: what is known and what was answered. Where there
/// are problems it is no whole entry.
/// </param>
/// <param name="Problems">What is wrong, in the order of the form; empty when the fields are an entry's.</param>
public sealed record FormReading(JsonObject Fields, ImmutableArray<FormProblem> Problems)
{
    /// <summary>Whether the fields are those of an entry.</summary>
    public bool Succeeded => Problems.IsEmpty;

    /// <summary>What is wrong, in a language.</summary>
    public ImmutableArray<Problem> Say(Texts texts, string programme = "") =>
        [.. Problems.Select(problem => new Problem(problem.Field, problem.Message.Say(texts, programme)))];
}
