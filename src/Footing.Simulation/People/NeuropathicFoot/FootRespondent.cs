using Footing.Journal;

namespace Footing.Simulation.People.NeuropathicFoot;

/// <summary>How a simulated person answers the screening of neuropathic feet, the first time and later.</summary>
internal sealed class FootRespondent : Respondent
{
    /// <summary>The yes-or-no questions: the rates of yes and of unsure.</summary>
    private static readonly ImmutableArray<(string Question, double Yes, double Unsure)> Rates =
    [
        ("cold-pale-limb", 0.004, 0.004),
        ("breathless-with-leg-swelling", 0.003, 0.003),
        ("rapid-weakness", 0.005, 0.006),
        ("wound-and-unwell", 0.004, 0.003),
        ("hot-red-swollen-foot", 0.012, 0.01),
        ("broken-skin", 0.03, 0.01),
        ("swollen-tender-calf", 0.008, 0.006),
        ("rest-pain-eased-hanging-down", 0.01, 0.02),
        ("recent-foot-surgery-or-fracture", 0.012, 0.003),
        ("past-ulcer-or-amputation", 0.04, 0.005),
        ("kidney-failure", 0.01, 0.003),
        ("charcot-history", 0.006, 0.006),
        ("arterial-disease", 0.05, 0.03),
        ("foot-deformity", 0.09, 0.04),
        ("blood-thinner-or-easy-bruising", 0.2, 0.02),
        ("fall-in-last-year", 0.18, 0.02),
        ("stands-with-support", 0.96, 0.02),
        ("numb-feet", 0.4, 0.07),
        ("diabetes", 0.55, 0.02),
        ("insulin-or-sulfonylurea", 0.25, 0.03),
        ("metformin", 0.35, 0.02),
        ("b12-tested", 0.45, 0.2),
        ("cause-assessed", 0.65, 0.1),
        ("one-sided-or-motor-first", 0.06, 0.04),
        ("burning-or-tingling", 0.65, 0.05),
        ("first-step-heel-pain", 0.2, 0.05),
        ("black-skin", 0.004, 0.004),
        ("dizzy-on-standing", 0.07, 0.03),
        ("told-not-to", 0.03, 0.01),
    ];

    /// <summary>What becomes worse in time, and stays so.</summary>
    private static readonly ImmutableArray<string> Worsening =
        ["arterial-disease", "foot-deformity", "blood-thinner-or-easy-bruising", "numb-feet", "dizzy-on-standing", "tandem-stand-seconds", "chair-stands", "touch-test"];

    private readonly RandomSource _chance;
    private readonly Traits _traits;
    private Answers _answers = Answers.None;
    private MeasuredDates _measured = MeasuredDates.None;
    private DateOnly _today;
    private bool _isUnsteady;

    /// <param name="chance">The person's random numbers.</param>
    /// <param name="traits">The person.</param>
    public FootRespondent(RandomSource chance, Traits traits)
    {
        _chance = chance;
        _traits = traits;
        foreach (var (question, yes, unsure) in Rates)
        {
            if (IsNeeded(Question.Find(question)!.Number) || !chance.Is(0.12))
            {
                Put(question, Answer.Of(Word(yes, unsure)));
            }
        }

        Put("age", Answer.Of(traits.Age));
        if (!chance.Is(0.05))
        {
            Put("sex-for-norms", Answer.Of(chance.Of("female", "female", "male", "male", "unspecified")));
        }

        if (traits.FallsAgain)
        {
            HasFallen();
        }

        TestFeeling(0.5);
        TestBalance(0.93);
    }

    /// <inheritdoc/>
    public override ImmutableArray<string> RulesOfCaps => ["R13", "R14", "R24"];

    /// <inheritdoc/>
    public override (Answers Answers, MeasuredDates Measured) Respond(DateOnly on, bool isFirst)
    {
        _today = on;
        if (isFirst)
        {
            DateFirstTests();
        }
        else if (_chance.Is(0.12))
        {
            Worsen();
        }
        else
        {
            Change();
        }

        _isUnsteady = false;
        var given = _answers;
        if (_chance.Is(isFirst ? 0.07 : 0.03))
        {
            for (var count = _chance.From(1, 3); count > 0; count--)
            {
                given = given.Without(Question.Row(_chance.Is(0.1) ? _chance.From(32, 34) : _chance.From(1, 22)).Id);
            }
        }

        return (given, _traits.DatesTests ? _measured : MeasuredDates.None);
    }

    /// <inheritdoc/>
    public override void HasFallen() => Put("fall-in-last-year", Answer.Of("yes"));

    /// <inheritdoc/>
    public override void WasUnsteady() => _isUnsteady = true;

    /// <summary>Rows 1 to 22 and those of edition 2 must be answered.</summary>
    private static bool IsNeeded(int row) => row is <= 22 or >= 32;

    /// <summary>Rows 1 to 8 and black skin are about the present; the others about a whole life.</summary>
    private static bool IsOfNow(int row) => row is <= 8 or 32;

    /// <summary>Some were tested by a professional before they begin: days, or half a year ago.</summary>
    private void DateFirstTests()
    {
        Found("touch-test", _chance.Is(0.3) ? _chance.From(1, 220) : 0);
        var days = _chance.Is(0.15) ? _chance.From(1, 100) : 0;
        Found("tandem-stand-seconds", days);
        Found("chair-stands", days);
    }

    /// <summary>One thing becomes a step worse, and nothing better.</summary>
    private void Worsen()
    {
        var question = _chance.Of(Worsening.AsSpan());
        var answer = _answers[question];
        if (answer is { Word: "no" or "unsure" })
        {
            Put(question, Answer.Of(answer.Value.Word == "no" && _chance.Is(0.5) ? "unsure" : "yes"));
        }
        else if (Question.Find(question)!.Least is not null)
        {
            Put(question, Answer.Of(question == "touch-test" ? _chance.From(2, 6) : _chance.From(2, 7)));
            Found(question, 0);
        }
    }

    private void Found(string test, int daysAgo) => _measured = _measured.With(test, _today.AddDays(-daysAgo));

    private void Change()
    {
        foreach (var (question, yes, unsure) in Rates)
        {
            var row = Question.Find(question)!.Number;
            if (question == "rest-pain-eased-hanging-down" && _answers.IsFlag(question) && _chance.Is(0.6))
            {
                // What hurts at rest hurts for weeks.
                continue;
            }

            if (IsOfNow(row))
            {
                Put(question, Answer.Of(Word(yes * 0.5, unsure * 0.5)));
            }
            else if (_chance.Is(0.015))
            {
                Put(question, Answer.Of(Word(yes, unsure)));
            }
        }

        if (_chance.Is(_traits.KeepsTests ? 0.06 : 0.2))
        {
            TestFeeling(0.7);
            Found("touch-test", 0);
        }

        if (_chance.Is(_isUnsteady ? 0.75 : _traits.KeepsTests ? 0.12 : 0.4))
        {
            TestBalance(0.97);
            Found("tandem-stand-seconds", 0);
            Found("chair-stands", 0);
        }
    }

    private string Word(double yes, double unsure)
    {
        var part = _chance.Part();
        return part < yes ? "yes" : part < yes + unsure ? "unsure" : "no";
    }

    private void TestFeeling(double byHelper)
    {
        var isNumb = _answers.IsFlag("numb-feet");
        Put("touch-test", _chance.Is(byHelper)
            ? Answer.Of(isNumb ? _chance.Of(0, 0, 1, 1, 2, 3, 4, 6) : _chance.Of(0, 0, 0, 0, 0, 1, 1, 2))
            : Answer.Of(_chance.Of("not-done", "self")));
    }

    private void TestBalance(double done)
    {
        Put("tandem-stand-seconds", !_chance.Is(done)
            ? Answer.Of("not-done")
            : Answer.Of(_chance.Is(_traits.Frailty * 0.5) ? _chance.From(2, 9) : 10));
        Put("chair-stands", !_chance.Is(done)
            ? Answer.Of("not-done")
            : Answer.Of((int)Math.Clamp(_chance.Between(12, 24) - (_traits.Frailty * 9), 0, 40)));
    }

    private void Put(string question, Answer answer) => _answers = _answers.With(question, answer).Value;
}
