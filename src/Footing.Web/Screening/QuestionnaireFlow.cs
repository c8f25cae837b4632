using System.Collections.Immutable;
using Footing.Journal;
using Footing.Screening;
using Footing.Web.Pages;
using Footing.Web.People;

namespace Footing.Web.Screening;

/// <summary>The pages of a screening, and their order.</summary>
/// <param name="questionnaire">What is asked.</param>
/// <param name="repeat">What a repeat starts from; null where there is none.</param>
public sealed class QuestionnaireFlow(Questionnaire questionnaire, RepeatedScreening? repeat = null)
{
    /// <summary>The page that shows all answers.</summary>
    public const string Check = "check";

    /// <summary>The pages for a person, as a repeat where that is possible.</summary>
    /// <param name="view">The whole journal, as read.</param>
    internal static QuestionnaireFlow Of(JournalView view)
    {
        var (condition, state) = (view.Programme.Condition, view.Projection.State);
        return new(
            condition.Questionnaire,
            RepeatedScreening.Of(condition, view.Effective, view.Preference.Zone, view.Today, state.UnsteadyOn, !state.BalanceConcerns.IsEmpty));
    }

    /// <summary>What a repeat starts from; null where there is none.</summary>
    public RepeatedScreening? Repeat => repeat;

    /// <summary>What is asked.</summary>
    public Questionnaire Questionnaire => questionnaire;

    /// <summary>Every page, in order.</summary>
    public ImmutableArray<QuestionGroup> All { get; } =
        [.. questionnaire.Pages.Select(questions => new QuestionGroup(questions, !questionnaire.IsSafety(questions[0])))];

    /// <summary>The address of a page.</summary>
    public static string Path(string id) => "/screening/" + id;

    /// <summary>Whether a page is a list from which a person goes to a question, and to which they return.</summary>
    public static bool IsList(string? page) => page == Check || page == QuestionGroup.StillRight.Id;

    /// <summary>The page that asks a question, in this screening or else in any; null when there is none.</summary>
    public QuestionGroup? Asking(string question, Draft draft) =>
        For(draft).FirstOrDefault(group => group.Questions.Contains(question)) ?? All.FirstOrDefault(group => group.Questions.Contains(question));

    /// <summary>The pages of one screening, in order.</summary>
    /// <param name="draft">The answers so far: some answers make a page unnecessary.</param>
    public ImmutableArray<QuestionGroup> For(Draft draft)
    {
        var asked = All.Where(group => IsNeeded(group, draft.Answers));
        if (!draft.IsRepeat || repeat is null)
        {
            return [.. asked];
        }

        // A repeat: what may be different by now, the tests that are asked for, then all else on one page.
        var anew = All.Select(group => group with { Questions = [.. group.Questions.Where(question => !questionnaire.IsLasting(question))] })
            .Where(group => !group.Questions.IsEmpty && IsNeeded(group, draft.Answers));
        var tests = asked.Where(group => TestAsked(group, draft) is not null);
        return
        [
            .. anew,
            .. repeat.AsksSince(draft.Answers) is null ? ImmutableArray<QuestionGroup>.Empty : [QuestionGroup.Since],
            .. tests,
            QuestionGroup.StillRight,
        ];
    }

    /// <summary>The test that a page of a repeat asks for; null where it asks for none.</summary>
    public RepeatedTest? TestAsked(QuestionGroup group, Draft draft) =>
        draft.IsRepeat && repeat is not null && group.Questions is [var question] && Question.Find(question) is { IsTest: true } && questionnaire.IsLasting(question) &&
        repeat.TestOf(question, draft.Answers, draft.Since) is { Why: not null } test ? test : null;

    /// <summary>The questions that are asked, given the answers, in the order of the table.</summary>
    public IEnumerable<string> Asked(Answers answers) => questionnaire.Questions.Select(question => question.Id)
        .Where(id => questionnaire.IsSafety(id) || IsNeeded(All.First(group => group.Questions.Contains(id)), answers));

    /// <summary>Whether a page is asked, given the answers so far.</summary>
    public bool IsNeeded(QuestionGroup group, Answers answers) => questionnaire.IsAsked(group.Id, answers);

    /// <summary>The position of a page; null for one that this screening does not ask.</summary>
    public Step? Position(QuestionGroup group, Draft draft)
    {
        var groups = Ids(draft);
        var index = groups.IndexOf(group.Id);
        return index < 0 ? null : new Step(index + 1, groups.Count);
    }

    /// <summary>Where Back leads.</summary>
    public string Before(QuestionGroup group, Draft draft, string? from)
    {
        var groups = Ids(draft);
        var index = groups.IndexOf(group.Id);
        return IsList(from) ? Path(from!) : index <= 0 ? "/screening" : Path(groups[index - 1]);
    }

    /// <summary>The page after this one: the list that the person came from, or the next question.</summary>
    public string After(QuestionGroup group, Draft draft, string? from)
    {
        var groups = Ids(draft);
        var index = groups.IndexOf(group.Id);
        return Path(IsList(from) ? from! : index >= 0 && index + 1 < groups.Count ? groups[index + 1] : Check);
    }

    /// <summary>The first page that still needs an answer.</summary>
    public string NextOpen(Draft draft) => For(draft).FirstOrDefault(group => !draft.Has(group))?.Id ?? Check;

    private List<string> Ids(Draft draft) => [.. For(draft).Select(group => group.Id)];
}
