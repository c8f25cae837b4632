using System.Globalization;
using Footing.Screening;
using Footing.Simulation.Checking;
using Footing.Simulation.Cohorts;
using Footing.Simulation.People;

namespace Footing.Simulation.Reporting;

/// <summary>The results of a cohort as plain text of at most 80 columns; the same for the same seed.</summary>
public static class CohortTable
{
    /// <summary>The first and the last line.</summary>
    public const string Purpose = "This tests rules on virtual people. It forecasts nobody's recovery.";

    private const int MostExamples = 10;

    /// <summary>Writes it.</summary>
    public static void Write(TextWriter output, CohortResult result)
    {
        output.WriteLine(Purpose);
        WritePeople(output, result);
        WriteReach(output, result);
        WriteDoses(output, result);
        WriteLevels(output, result);
        WriteSessions(output, result);
        WriteWithheld(output, result);
        WriteOccurrences(output, result);
        WriteStatements(output, result);
        WriteViolations(output, result);
        output.WriteLine(Purpose);
    }

    private static void WritePeople(TextWriter output, CohortResult result)
    {
        var (options, people) = (result.Options, result.People);
        output.WriteLine();
        output.WriteLine(Line($"{options.People:N0} people, {options.Weeks} weeks, seed {options.Seed}"));
        output.WriteLine(Line($"programme {options.Programme.Id}, version {options.Programme.Version}"));
        output.WriteLine(Line($"{people.Count(person => person.Course.MayExercise):N0} of them were offered exercise at some time"));
        Heading(output, "First screening", "people", "share", "offered");
        foreach (var disposition in Enum.GetValues<Disposition>())
        {
            var those = people.Where(person => person.Course.First == disposition).ToList();
            Row(output, disposition.Id(), N(those.Count), Share(those.Count, people.Length), N(those.Count(person => person.Course.MayExercise)));
        }

        var none = people.Count(person => person.Course.First is null);
        Row(output, "not opened after it", N(none), Share(none, people.Length), "0");
    }

    private static void WriteReach(TextWriter output, CohortResult result)
    {
        var courses = result.People.Select(person => person.Course).ToList();
        Heading(output, "Of all of them", "people", "share");
        Count("offered three exercises or more in week 1", course => course.MostInFirstWeek >= 3);
        Count("offered a standing exercise by week 4", course => course.StoodByWeekFour);
        Count("locked by pain, though screened 28 days on", course => course.WaitedInVain);

        void Count(string name, Predicate<Trajectory> isSo)
        {
            var those = courses.FindAll(isSo);
            Row(output, name, N(those.Count), Share(those.Count, courses.Count));
        }
    }

    private static void WriteDoses(TextWriter output, CohortResult result)
    {
        Heading(output, "Full dose of", "offered", "reached", "share", "1st quart.", "median", "3rd quart.");
        foreach (var exercise in result.Options.Programme.ExerciseIds)
        {
            var offered = result.People.Count(person => person.Course.DaysAt.Keys.Any(key => key.Exercise == exercise));
            var weeks = result.People
                .Where(person => person.Course.FullWeek.ContainsKey(exercise))
                .Select(person => person.Course.FullWeek[exercise]).Order().ToList();
            string[] quartiles = [.. Enumerable.Range(1, 3).Select(quarter => Quantile(weeks, quarter))];
            Row(output, exercise.Id(), [N(offered), N(weeks.Count), Share(weeks.Count, offered), .. quartiles]);
        }

        output.WriteLine("Quartiles and median: the week, of those who reached it.");
    }

    private static void WriteLevels(TextWriter output, CohortResult result)
    {
        var top = result.Options.Programme.Exercises.Max(exercise => exercise.Top);
        Heading(output, "Weeks spent at", [.. Enumerable.Range(1, top).Select(level => Line($"level {level}"))]);
        foreach (var exercise in result.Options.Programme.ExerciseIds)
        {
            var weeks = Enumerable.Range(1, top)
                .Select(level => result.People.Sum(person => (long)person.Course.DaysAt.GetValueOrDefault((exercise, level))) / 7).ToList();
            Row(output, exercise.Id(), [.. weeks.Select((count, place) =>
                place < result.Options.Programme[exercise].Top ? N(count) : "")]);
        }
    }

    private static void WriteSessions(TextWriter output, CohortResult result)
    {
        var due = result.People.Sum(person => (long)person.Course.Due);
        var done = result.People.Sum(person => (long)person.Course.Done);
        var all = result.People.Sum(person => (long)person.Course.Sessions);
        Heading(output, "Sessions", "number", "share");
        Row(output, "dates on which one was due", N(due), "");
        Row(output, "of these, done", N(done), Share(done, due));
        Row(output, "done though none was due", N(all - done), "");
    }

    private static void WriteWithheld(TextWriter output, CohortResult result)
    {
        Heading(output, "Withheld by, times the app was opened", "all of it", "an exercise");
        var rules = result.People.SelectMany(person => person.Course.AllWithheld.Keys.Concat(person.Course.OneWithheld.Keys)).Distinct();
        foreach (var rule in rules.OrderBy(rule => rule[0]).ThenBy(rule => rule.Length).ThenBy(rule => rule, StringComparer.Ordinal))
        {
            Row(
                output,
                rule,
                N(result.People.Sum(person => (long)person.Course.AllWithheld.GetValueOrDefault(rule))),
                N(result.People.Sum(person => (long)person.Course.OneWithheld.GetValueOrDefault(rule))));
        }
    }

    private static void WriteOccurrences(TextWriter output, CohortResult result)
    {
        Heading(output, "What happened", "times");
        foreach (var name in result.People.SelectMany(person => person.Occurrences.Counts.Keys).Distinct().Order(StringComparer.Ordinal))
        {
            Row(output, name, N(result.People.Sum(person => (long)person.Occurrences.Counts.GetValueOrDefault(name))));
        }

        Heading(output, "Findings that stop (P5), and exercise after them", "number");
        var known = result.People.SelectMany(person => person.Occurrences.DaysAfterKnown).ToList();
        var late = result.People.SelectMany(person => person.Occurrences.DaysUntilKnown).ToList();
        Row(output, "told at once", N(result.People.Sum(person => (long)person.Occurrences.Findings.AtOnce)));
        Row(output, "told later", N(result.People.Sum(person => (long)person.Occurrences.Findings.Late)));
        Row(output, "days to the last set once known: most", N(known.DefaultIfEmpty().Max()));
        Row(output, "told later, with sets before it was known", N(late.Count(days => days > 0)));
        Row(output, "days to the last set before it was known: most", N(late.DefaultIfEmpty().Max()));
    }

    private static void WriteStatements(TextWriter output, CohortResult result)
    {
        Heading(output, "Safety: what must never be otherwise", "in force", "checked", "broken");
        var broken = result.Violations.CountBy(violation => violation.Statement).ToDictionary();
        var statements = result.Model.Checks.Statements;
        for (var place = 0; place < statements.Length; place++)
        {
            var statement = statements[place];
            Row(
                output,
                statement.Sentence,
                N(result.People.Sum(person => (long)person.Judgement.InForce[place])),
                N(result.People.Sum(person => (long)person.Judgement.Asked[place])),
                N(broken.GetValueOrDefault(statement.Id)));
        }

        output.WriteLine("In force: times the app was opened while it had something to say.");
        output.WriteLine("Checked: those at which exercise was offered.");
    }

    private static void WriteViolations(TextWriter output, CohortResult result)
    {
        var violations = result.Violations.ToList();
        output.WriteLine();
        output.WriteLine(violations.Count == 0 ? "Nothing was broken." : Line($"Broken {violations.Count:N0} times; the first of them:"));
        foreach (var violation in violations.Take(MostExamples))
        {
            output.WriteLine(Line($"  person {violation.Person} on {violation.On:yyyy-MM-dd}: {violation.Statement}"));
        }

        if (violations.Count > 0)
        {
            output.WriteLine("See that journal by the same command with --person, such as");
            var (options, first) = (result.Options, violations[0].Person);
            output.WriteLine(Line($"  footing simulate --weeks {options.Weeks} --seed {options.Seed} --person {first}"));
        }

        output.WriteLine();
    }

    private static void Heading(TextWriter output, string name, params ReadOnlySpan<string> columns)
    {
        output.WriteLine();
        Row(output, name, columns);
    }

    /// <summary>The name at the left, the numbers at the right, at most 80 columns.</summary>
    private static void Row(TextWriter output, string name, params ReadOnlySpan<string> cells)
    {
        var width = cells.Length > 4 ? 11 : cells.Length > 3 ? 12 : cells.Length > 2 ? 10 : 13;
        var line = name.PadRight(Math.Min(50, 80 - (width * cells.Length)));
        foreach (var cell in cells)
        {
            line += cell.PadLeft(width);
        }

        output.WriteLine(line.TrimEnd());
    }

    private static string Quantile(List<int> sorted, int quarter) =>
        sorted.Count == 0 ? "-" : N(sorted[Math.Min(sorted.Count - 1, sorted.Count * quarter / 4)]);

    private static string Share(long part, long whole) => whole == 0 ? "-" : Line($"{100.0 * part / whole:F1} %");

    private static string N(long number) => number.ToString("N0", CultureInfo.InvariantCulture);

    private static string Line(FormattableString line) => line.ToString(CultureInfo.InvariantCulture);
}
