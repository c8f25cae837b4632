using Footing.Testing;
using System.Collections.Immutable;
using System.Globalization;
using Footing.Exercises;
using Footing.Journal;
using Footing.Screening;

namespace Footing.Tests.Conditions.NeuropathicFoot.Proof;

/// <summary>
/// The screening's rules once more, as a table: written down for the tests, cell by cell, from what the rules have to
/// be and not from the code. Several rows of one rule are alternatives; the first that matches speaks.
/// </summary>
/// <param name="Rows">The rows.</param>
/// <param name="CutOffs">From which age how many chair stands raise no concern.</param>
/// <param name="Women">The answers on sex with which the women's numbers are used.</param>
internal sealed record RuleTable(ImmutableArray<Row> Rows, ImmutableArray<CutOff> CutOffs, ImmutableSortedSet<string> Women)
{
    /// <summary>Stands for no answer.</summary>
    public const string None = "-";

    /// <summary>Stands for every number that was found too long ago.</summary>
    public const string Aged = "aged";

    private const string Text = """
        R1  | cold-pale-limb: yes                                                | emergency       |  |  |
        R1  | cold-pale-limb: unsure                                             | same-day        |  |  | emergency-signs
        R2  | breathless-with-leg-swelling: yes                                  | emergency       |  |  |
        R2  | breathless-with-leg-swelling: unsure                               | same-day        |  |  | emergency-signs
        R3  | rapid-weakness: yes                                                | emergency       |  |  |
        R3  | rapid-weakness: unsure                                             | same-day        |  |  | emergency-signs
        R4  | wound-and-unwell: yes                                              | emergency       |  |  |
        R4  | wound-and-unwell: unsure                                           | same-day        |  |  | emergency-signs
        R5  | hot-red-swollen-foot: yes unsure                                   | same-day        |  |  |
        R6  | broken-skin: yes unsure; diabetes: yes unsure -                    | same-day        |  |  |
        R6  | broken-skin: yes unsure; touch-test: 2 3 4 5 6                     | same-day        |  |  |
        R6  | broken-skin: yes unsure; touch-test: not-done self; numb-feet: yes unsure | same-day |  |  |
        R6  | broken-skin: yes unsure                                            | clinician-first |  |  |
        R7  | swollen-tender-calf: yes unsure                                    | same-day        |  |  |
        R8  | rest-pain-eased-hanging-down: yes                                  | same-day        |  |  |
        R8  | rest-pain-eased-hanging-down: unsure                               | clinician-first |  |  |
        R9  | recent-foot-surgery-or-fracture: yes unsure                        | clinician-first |  |  |
        R10 | past-ulcer-or-amputation: yes unsure                               | clinician-first |  |  |
        R10 | kidney-failure: yes unsure                                         | clinician-first |  |  |
        R10 | charcot-history: yes unsure                                        | clinician-first |  |  |
        R11 | arterial-disease: yes unsure                                       | clinician-first | toe-lift ankle-pump heel-toe-lift |  |
        R12 | touch-test: 2 3 4 5 6; arterial-disease: yes unsure                | clinician-first | toe-lift ankle-pump heel-toe-lift |  |
        R12 | touch-test: 2 3 4 5 6; foot-deformity: yes unsure                  | clinician-first | toe-lift ankle-pump heel-toe-lift |  |
        R12 | touch-test: not-done self; numb-feet: yes unsure; arterial-disease: yes unsure | clinician-first | toe-lift ankle-pump heel-toe-lift |  |
        R12 | touch-test: not-done self; numb-feet: yes unsure; foot-deformity: yes unsure   | clinician-first | toe-lift ankle-pump heel-toe-lift |  |
        R13 | touch-test: 2 3 4 5 6                                              | proceed         | toe-lift ankle-pump heel-toe-lift calf-raise | calf-raise 2 | numb-feet-care
        R13 | touch-test: not-done self; numb-feet: yes unsure                   | proceed         | toe-lift ankle-pump heel-toe-lift calf-raise | calf-raise 2 | numb-feet-care
        R14 | touch-test: not-done self; numb-feet: no -                         | proceed         | all | ball-roll 1, calf-raise 2 | touch-test-needed
        R14 | numb-feet: yes unsure; touch-test: 0 1 -                           | proceed         | all | ball-roll 1, calf-raise 2 | podiatrist-review
        R15 | blood-thinner-or-easy-bruising: yes unsure                         | proceed         | toe-lift ankle-pump heel-toe-lift calf-raise |  |
        R16 | dizzy-on-standing: yes unsure                                      | seated-only     | ball-roll toe-lift ankle-pump heel-toe-lift |  |
        R16 | fall-in-last-year: yes unsure; tandem-stand-seconds: not-done aged - | seated-only   | ball-roll toe-lift ankle-pump heel-toe-lift |  |
        R16 | fall-in-last-year: yes unsure; chair-stands: not-done aged -       | seated-only     | ball-roll toe-lift ankle-pump heel-toe-lift |  |
        R16 | stands-with-support: no unsure                                     | seated-only     | ball-roll toe-lift ankle-pump heel-toe-lift |  |
        R16 | tandem-stand-seconds: 0 1 2 3 4 5 6 7 8 9                          | seated-only     | ball-roll toe-lift ankle-pump heel-toe-lift |  |
        R16 | chair-stands: below                                                | seated-only     | ball-roll toe-lift ankle-pump heel-toe-lift |  |
        R17 | cause-assessed: no unsure                                          | proceed         | all |  | clinician-review
        R17 | one-sided-or-motor-first: yes unsure                               | proceed         | all |  | clinician-review
        R17 | metformin: yes; b12-tested: no unsure                              | proceed         | all |  | clinician-review
        R18 | first-step-heel-pain: yes; burning-or-tingling: no                 | proceed         | all | ball-roll 1, calf-raise 2 | clinician-review
        R19 | insulin-or-sulfonylurea: yes unsure                                | proceed         | all |  | fast-sugar-near
        R21 | tandem-stand-seconds: not-done aged                                | proceed         | ball-roll toe-lift ankle-pump heel-toe-lift |  | balance-check-needed
        R21 | chair-stands: not-done aged; age: 60..                             | proceed         | ball-roll toe-lift ankle-pump heel-toe-lift |  | balance-check-needed
        R22 | black-skin: yes                                                    | emergency       |  |  |
        R22 | black-skin: unsure                                                 | same-day        |  |  | emergency-signs
        R23 | told-not-to: yes unsure                                            | clinician-first |  |  |
        R24 | fall-in-last-year: yes unsure                                      | proceed         | all | calf-raise 2 | falls-review
        """;

    /// <summary>The table as it has to be.</summary>
    public static RuleTable Right { get; } = new(
        [.. Text.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(Row.Read)],
        [
            new(18, 8, 8), new(60, 14, 12), new(65, 12, 11), new(70, 12, 10), new(75, 11, 10), new(80, 10, 9), new(85, 8, 8), new(90, 7, 4),
        ],
        ["female"]);

    /// <summary>The rules that it has.</summary>
    public IEnumerable<string> Rules => Rows.Select(row => row.Rule).Distinct();

    /// <summary>What a rule says of answers; null where it does not match.</summary>
    public TabledVerdict? Judge(string rule, Answers answers)
    {
        foreach (var row in Rows)
        {
            if (row.Rule == rule && row.Terms.All(term => Holds(term, answers)))
            {
                return row.Verdict;
            }
        }

        return null;
    }

    private bool Holds(Term term, Answers answers)
    {
        if (!term.IsBelowCutOff)
        {
            var answer = answers[term.Question];
            return term.Answers.Contains(Tree.Text(answer)) || (answer is { IsAged: true } && term.Answers.Contains(Aged));
        }

        if (answers.Number("chair-stands") is not { } stands || answers.Number("age") is not { } age)
        {
            return false;
        }

        var row = CutOffs.Last(cutOff => cutOff.FromAge <= age);
        return stands < (Women.Contains(answers["sex-for-norms"]?.ToString() ?? None) ? row.Women : row.Men);
    }
}

/// <summary>One row: what has to hold, and what it says then.</summary>
internal sealed record Row(string Rule, ImmutableArray<Term> Terms, TabledVerdict Verdict)
{
    public static Row Read(string line)
    {
        var cells = line.Split('|', StringSplitOptions.TrimEntries);
        ImmutableHashSet<ExerciseId> allowed = cells[3] == "all" ? [.. FootExercises.All] : [.. Words(cells[3]).Select(ExerciseId.Of)];
        var caps = cells[4].Split(',', StringSplitOptions.RemoveEmptyEntries).Select(Words)
            .ToImmutableDictionary(cap => ExerciseId.Of(cap[0]), cap => int.Parse(cap[1], CultureInfo.InvariantCulture));
        return new(
            cells[0],
            [.. cells[1].Split(';').Select(Term.Read)],
            new(Enum.GetValues<Disposition>().Single(disposition => disposition.Id() == cells[2]), allowed, caps, cells[5].Length == 0 ? null : cells[5]));
    }

    public override string ToString() => $"{Rule}: {string.Join("; ", Terms)} gives {Verdicts.Text(Verdict)}";

    private static string[] Words(string text) => text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
}

/// <summary>A question, and the answers with which the row speaks.</summary>
internal sealed record Term(string Question, ImmutableSortedSet<string> Answers)
{
    /// <summary>Every answer there is, as text, in order.</summary>
    public ImmutableArray<string> Domain => 
    [
        .. Tree.AnswersTo(Question).Select(Tree.Text).Distinct(),
        .. Tree.AnswersTo(Question).Any(answer => answer is { IsAged: true }) ? [RuleTable.Aged] : Array.Empty<string>(),
    ];

    /// <summary>Whether it asks for fewer chair stands than the cut-off.</summary>
    public bool IsBelowCutOff => Answers is ["below"];

    public static Term Read(string text)
    {
        var (question, answers) = (text.Split(':')[0].Trim(), text.Split(':')[1].Trim());
        return answers.EndsWith("..", StringComparison.Ordinal)
            ? new(question, [.. Tree.AnswersTo(question).Select(answer => answer?.Number).OfType<int>()
                .Where(number => number >= int.Parse(answers[..^2], CultureInfo.InvariantCulture)).Select(number => $"{number}")])
            : new(question, [.. answers.Split(' ')]);
    }

    public override string ToString() => $"{Question} {string.Join(' ', Answers.Take(12))}";
}

/// <summary>From this age on, fewer chair stands than these are below the cut-off.</summary>
internal sealed record CutOff(int FromAge, int Men, int Women);
