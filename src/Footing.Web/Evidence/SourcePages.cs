using System.Collections.Immutable;
using Footing.Content;
using Footing.Programmes;
using Footing.Web.Pages;
using Footing.Web.People;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Footing.Web.Evidence;

/// <summary>The sources of rules, questions, doses and cautions, for anyone who asks why.</summary>
internal static class SourcePages
{
    private static readonly ClinicalBasis Basis = ClinicalBasis.Load();

    public static void Map(IEndpointRouteBuilder pages)
    {
        pages.MapGet("/sources", async (PersonJournal journal) => Show.Page<SourcesPage>(new { Basis, (await journal.ReadTodayAsync()).Programme }));
        pages.MapGet("/why/{of}", Why);
    }

    /// <summary>Whether sources of a rule or of a question are written down.</summary>
    public static bool Has(string of) => Basis.Rules.ContainsKey(of) || Basis.Questions.ContainsKey(of);

    private static async Task<IResult> Why(string of, PersonJournal journal, CurrentProgramme current)
    {
        // Whose rules these are is known once the journal was read.
        await journal.ReadTodayAsync();
        var words = current.Pages;
        // Ids of rules are in upper case, ids of questions in lower case.
        var (rule, question) = (of.ToUpperInvariant(), of.ToLowerInvariant());
        return Basis.Rules.TryGetValue(rule, out var behind) && words.Has($"rules.{rule}.title") ? Page(rule, true, [], behind, "/plan")
            : Basis.Questions.TryGetValue(question, out var rules) ? Page(question, false, [.. rules.Where(read => words.Has($"rules.{read}.title"))], Basis.Behind(question), $"/screening/{question}")
            : Show.Page<FailurePage>(new { Reason = "not-found" }, StatusCodes.Status404NotFound);
    }

    private static IResult Page(string of, bool isRule, ImmutableArray<string> rules, ImmutableArray<string> behind, string back) => Show.Page<WhyPage>(new
    {
        Of = of,
        IsRule = isRule,
        Rules = rules,
        Sources = behind.Select(id => Basis.Sources[id]).ToList(),
        Back = back,
    });
}
