using System.Collections.Immutable;
using Footing.Journal;
using Footing.Simulation.Checking;
using Footing.Simulation.Cohorts;
using Footing.Simulation.People;
using Footing.Testing;

namespace Footing.Simulation.Tests;

/// <summary>What a simulation knows of the condition that only tests have: how people answer, and what must hold.</summary>
internal static class UnsteadyPeople
{
    public static ConditionModel Model { get; } = new("unsteadiness", new Contract(), static (chance, traits) => new UnsteadyRespondent(chance, traits));

    public static SimulationOptions Usual { get; } = new(BalanceProgramme.ForUnsteadiness(), BalanceProgramme.TextsIn("en")) { Weeks = 20, Seed = 1 };

    /// <summary>Answers seven questions; some are bad, some are left out, a fall is remembered.</summary>
    private sealed class UnsteadyRespondent(RandomSource chance, Traits traits) : Respondent
    {
        private bool _hasFallen = chance.Is(0.15);

        public override (Answers Answers, MeasuredDates Measured) Respond(DateOnly on, bool isFirst)
        {
            var answers = Answers.None
                .With("breathless-with-leg-swelling", Answer.Of(chance.Is(0.01) ? "yes" : "no")).Value
                .With("rapid-weakness", Answer.Of(chance.Is(0.02) ? "unsure" : "no")).Value
                .With("recent-foot-surgery-or-fracture", Answer.Of(chance.Is(0.03) ? "yes" : "no")).Value
                .With("fall-in-last-year", Answer.Of(_hasFallen ? "yes" : "no")).Value
                .With("stands-with-support", Answer.Of(chance.Is(0.05) ? "no" : "yes")).Value
                .With("tandem-stand-seconds", chance.Is(0.1) ? Answer.Of("not-done") : Answer.Of(chance.From(2, 10))).Value
                .With("age", Answer.Of(traits.Age)).Value;
            return (chance.Is(0.05) ? answers.Without("rapid-weakness") : answers, MeasuredDates.None);
        }

        public override void HasFallen() => _hasFallen = true;
    }

    /// <summary>The rules of that condition, implemented apart from its own code.</summary>
    private sealed class Contract : ConditionChecks
    {
        private static readonly string[] Asked =
        [
            "breathless-with-leg-swelling", "rapid-weakness", "recent-foot-surgery-or-fracture", "fall-in-last-year", "stands-with-support",
            "tandem-stand-seconds", "age",
        ];

        internal override ImmutableArray<Statement> Statements { get; } =
        [
            .. ScreeningStatements.All,
            Statement.Nothing("signs", "nothing after a sign of danger (R31, R32)", moment =>
                Says(moment, "breathless-with-leg-swelling", "yes", "unsure") || Says(moment, "rapid-weakness", "yes", "unsure")),
            Statement.Nothing("surgery", "nothing after surgery or fracture (R33)", moment => moment.IsUnlifted("R33")),
            Statement.Nothing("no-standing", "nothing standing without support (R34)", moment => moment.IsUnlifted("R34")),
            Caps("fallen", "level 2 at most after a fall (R35)", 2, moment => moment.IsUnlifted("R35")),
            Caps("untested", "level 1 while balance is untested (R36)", 1, moment => moment.IsUnlifted("R36")),
            Statement.Nothing("unsteady", "nothing after a fall till tested again (P6)", moment =>
                moment.Reading.Unsteady is { } on && !moment.Reading.Screenings.Exists(screening =>
                    screening.On > on && screening.Answers.Number("tandem-stand-seconds") is not null)),
            .. StopStatements.Findings,
            .. StopStatements.Others,
            .. StepStatements.All,
            .. DoseStatements.All,
        ];

        public override IEnumerable<string> SafetyQuestions => Asked;

        public override IEnumerable<string> LiftableRules => ["R33", "R34", "R35", "R36"];

        public override ImmutableArray<string> RulesEndedByFall => ["R34", "R36"];

        public override bool ChecksFeet => false;

        public override IEnumerable<string> QuestionsOf(string rule) => rule switch
        {
            "R33" => ["recent-foot-surgery-or-fracture"],
            "R34" => ["stands-with-support"],
            "R35" => ["fall-in-last-year"],
            _ => ["tandem-stand-seconds"],
        };

        public override bool Matches(string rule, JudgedScreening screening) => Matches(rule, screening.Answers);

        private static bool Matches(string rule, Answers answers) => rule switch
        {
            "R33" => answers["recent-foot-surgery-or-fracture"]?.Word is "yes" or "unsure",
            "R34" => answers["stands-with-support"]?.Word is "no" or "unsure",
            "R35" => answers["fall-in-last-year"]?.Word is "yes" or "unsure",
            "R36" => answers["tandem-stand-seconds"]?.Word == "not-done",
            _ => false,
        };

        public override bool IsWorse(string question, Answers was, Answers now) => question == "tandem-stand-seconds"
            ? (was.Number(question), now.Number(question)) switch
            {
                (null, null) => false,
                ({ } before, { } after) => after < before,
                _ => true,
            }
            : now[question] is not null && was[question] is not null && now[question] != was[question] &&
                now.Is(question, question == "stands-with-support" ? "no" : "yes");

        public override bool IsNumb(Answers answers) => false;

        public override bool MayNotFeel(Answers answers) => false;

        public override bool IsSurelyWell(Answers answers) => Asked.All(question => answers[question] is not null) &&
            Asked[..4].All(question => answers.Is(question, "no")) && answers.Is("stands-with-support", "yes");

        private static Statement Caps(string id, string sentence, int most, Func<PlannedDate, bool> isInForce) =>
            new(id, sentence, isInForce, moment => moment.Offered.Any(offered => offered.Level > most));

        private static bool Says(PlannedDate moment, string question, params string[] words) =>
            moment.Answers?[question]?.Word is { } word && words.Contains(word);
    }
}
