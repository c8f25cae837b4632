using Footing.Plans;
using Footing.Programmes;

namespace Footing.Sessions;

/// <summary>Turns a day's plan into the timeline of its session.</summary>
public static class ScriptCompiler
{
    /// <summary>
    /// The script of a plan. It is the same for the same plan, programme and texts; its order is that of
    /// <see cref="SessionOrder"/>, its doses are those of the plan.
    /// </summary>
    /// <param name="plan">A plan with at least one exercise, due or not.</param>
    /// <param name="programme">The programme that the plan was made from.</param>
    /// <param name="texts">The programme's words in one language.</param>
    /// <exception cref="ArgumentException">The plan holds no exercise: there is nothing to perform.</exception>
    /// <exception cref="KeyNotFoundException">A text is missing.</exception>
    public static SessionScript Compile(Plan plan, Programme programme, Texts texts)
    {
        if (plan.Exercises.IsEmpty)
        {
            throw new ArgumentException($"The plan for {PlanJson.Date(plan.On)} holds no exercise: there is nothing to perform.", nameof(plan));
        }

        var order = SessionOrder.Of(plan.Exercises);
        var checksFeet = programme.Condition.ChecksFeet;
        var isFamiliar = order.All(planned => planned.IsFamiliar);
        var last = texts[checksFeet ? "cues.next.sole-check" : "cues.next.questions"];
        var work = ImmutableArray.CreateBuilder<ScriptStep>();
        for (var i = 0; i < order.Length; i++)
        {
            work.AddRange(new ExerciseSteps(programme, order, i, texts, last).All());
        }

        if (checksFeet)
        {
            work.Add(SoleCheck(isFamiliar, texts));
        }

        work.Add(Questions(checksFeet ? new Timeline() : new Timeline().Say(texts["cues.done.session"]), plan, isFamiliar, texts));
        return new(
            plan.Edition,
            texts.Language,
            plan.On,
            plan.Due,
            [.. order.Select(planned => Described(planned, texts))],
            [GetReady(order, work.Sum(step => step.DurationMs), isFamiliar, texts), .. work]);
    }

    private static ScriptExercise Described(PlannedExercise planned, Texts texts)
    {
        var level = planned.Level;
        var id = planned.Exercise;
        return new(
            planned.Exercise,
            level.Number,
            planned.IsFamiliar ? Guidance.Short : Guidance.Full,
            texts[$"{id}.name"],
            level.Position,
            texts[$"support.{level.Support}"],
            planned.Dose,
            DoseText.Of(planned.Dose, texts),
            [.. level.Ready.Select(thing => texts[$"ready.{thing}"])],
            texts[$"{id}.wear"],
            texts.List($"{ExerciseSteps.KeyOf(planned)}.how"),
            texts[$"{ExerciseSteps.KeyOf(planned)}.caution"],
            texts.List($"{id}.stop"));
    }

    private static ScriptStep GetReady(ImmutableArray<PlannedExercise> order, int workMs, bool isFamiliar, Texts texts)
    {
        // It says how long the whole session takes, including this step: made once to measure, then again to say it.
        var itself = GetReady(order, SessionScript.ToMinutes(workMs).ToString(texts.Culture), isFamiliar, texts).DurationMs;
        return GetReady(order, SessionScript.ToMinutes(workMs + itself).ToString(texts.Culture), isFamiliar, texts);
    }

    /// <summary>What to fetch stands on the page before the session, where it can still be fetched: here it is only asked for.</summary>
    private static ScriptStep GetReady(ImmutableArray<PlannedExercise> order, string minutes, bool isFamiliar, Texts texts)
    {
        var time = new Timeline().Say(texts.Say(isFamiliar ? "cues.get-ready.again" : "cues.get-ready.say", ("minutes", minutes)));
        if (!isFamiliar)
        {
            time.Say(texts["cues.get-ready.stop"]);
        }

        time.Say(texts["cues.get-ready.things"]).Say(GoOn(isFamiliar, texts)).ToHalfSecond();
        return new(
            "get-ready",
            StepKind.GetReady,
            null,
            texts["cues.get-ready.title"],
            texts.Say("cues.get-ready.detail", ("minutes", minutes)),
            time.EndMs,
            true,
            null,
            null,
            null,
            time.Cues,
            texts[$"{order[0].Exercise}.name"]);
    }

    private static string GoOn(bool isFamiliar, Texts texts) => texts[isFamiliar ? "cues.go-on-again" : "cues.go-on"];

    private static ScriptStep SoleCheck(bool isFamiliar, Texts texts)
    {
        var time = new Timeline().Say(texts["cues.done.session"]);
        if (isFamiliar)
        {
            time.Say(texts["cues.sole-check.again"]);
        }
        else
        {
            time.Say(texts["cues.sole-check.say"]).Say(texts.List("cues.sole-check.how")).Say(texts["cues.sole-check.found"]);
        }

        time.Say(texts["cues.sole-check.shoes"]).Say(GoOn(isFamiliar, texts)).ToHalfSecond();
        return new(
            "sole-check",
            StepKind.SoleCheck,
            null,
            texts["cues.sole-check.title"],
            "",
            time.EndMs,
            true,
            null,
            null,
            null,
            time.Cues,
            texts["cues.next.questions"]);
    }

    private static ScriptStep Questions(Timeline before, Plan plan, bool isFamiliar, Texts texts)
    {
        var time = before.Say(texts[isFamiliar ? "cues.questions.again" : "cues.questions.say"], Tone.End);
        if (plan.NextDue is { } next)
        {
            time.Say(texts.Say("cues.goodbye", ("day", DayOf(next, plan.On, texts))));
        }

        time.ToHalfSecond();
        return new(
            "questions",
            StepKind.Questions,
            null,
            texts["cues.questions.title"],
            "",
            time.EndMs,
            false,
            null,
            null,
            null,
            time.Cues,
            "");
    }

    /// <summary>A date as people say it: the weekday within a week, with the day and the month after that.</summary>
    private static string DayOf(DateOnly date, DateOnly today, Texts texts)
    {
        var format = texts.Culture.DateTimeFormat;
        return date.DayNumber - today.DayNumber < 7
            ? date.ToString("dddd", format)
            : date.ToString($"dddd, {format.MonthDayPattern}", format);
    }
}
