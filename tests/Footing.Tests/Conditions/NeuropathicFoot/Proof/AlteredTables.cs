using Footing.Testing;
using System.Collections.Immutable;
using Footing.Exercises;
using Footing.Screening;

namespace Footing.Tests.Conditions.NeuropathicFoot.Proof;

/// <summary>The table with one cell altered: every cell, in every direction.</summary>
internal static class AlteredTables
{
    private static readonly string?[] Advice = [null, "emergency-signs", "touch-test-needed", "clinician-review", "fast-sugar-near", "balance-check-needed", "podiatrist-review", "numb-feet-care", "falls-review"];

    /// <summary>What was altered, the rule that it concerns, and the table.</summary>
    public static IEnumerable<(string What, string Rule, RuleTable Table)> Of(RuleTable table)
    {
        for (var i = 0; i < table.Rows.Length; i++)
        {
            var row = table.Rows[i];
            var place = i;
            yield return ($"{row}: without the row", row.Rule, table with { Rows = table.Rows.RemoveAt(place) });
            foreach (var (what, altered) in TermsOf(row).Concat(VerdictsOf(row)))
            {
                yield return ($"{row}: {what}", row.Rule, table with { Rows = table.Rows.SetItem(place, altered) });
            }
        }

        foreach (var (what, cutOffs) in CutOffsOf(table.CutOffs))
        {
            yield return (what, "R16", table with { CutOffs = cutOffs });
        }

        foreach (var sex in new Term("sex-for-norms", []).Domain)
        {
            yield return ($"women's numbers: {sex} toggled", "R16", table with { Women = Toggle(table.Women, sex) });
        }
    }

    private static IEnumerable<(string What, Row Row)> TermsOf(Row row)
    {
        foreach (var term in row.Terms.Where(term => !term.IsBelowCutOff))
        {
            if (row.Terms.Length > 1)
            {
                yield return ($"{term} is not asked", row with { Terms = row.Terms.Remove(term) });
            }

            var domain = term.Domain;
            for (var i = 0; i < domain.Length; i++)
            {
                // Of a run of numbers only the edges: the numbers within are no cells of their own.
                var isEdge = !char.IsDigit(domain[i][0]) || !IsLike(i - 1) || !IsLike(i + 1);
                if (isEdge)
                {
                    yield return ($"{term.Question}: {domain[i]} toggled", row with { Terms = row.Terms.Replace(term, term with { Answers = Toggle(term.Answers, domain[i]) }) });
                }

                bool IsLike(int other) => other >= 0 && other < domain.Length && char.IsDigit(domain[other][0]) &&
                    term.Answers.Contains(domain[other]) == term.Answers.Contains(domain[i]);
            }
        }
    }

    private static IEnumerable<(string What, Row Row)> VerdictsOf(Row row)
    {
        var verdict = row.Verdict;
        foreach (var disposition in Enum.GetValues<Disposition>().Where(other => other != verdict.Disposition))
        {
            yield return ($"{disposition.Id()}", row with { Verdict = verdict with { Disposition = disposition } });
        }

        foreach (var exercise in FootExercises.All)
        {
            var allowed = verdict.Allowed.SymmetricExcept([exercise]);
            yield return ($"{exercise.Id()} toggled", row with { Verdict = verdict with { Allowed = allowed } });
            if (!verdict.Caps.TryGetValue(exercise, out var cap))
            {
                yield return ($"{exercise.Id()} capped", row with { Verdict = verdict with { Caps = verdict.Caps.Add(exercise, 1) } });
                continue;
            }

            yield return ($"{exercise.Id()} not capped", row with { Verdict = verdict with { Caps = verdict.Caps.Remove(exercise) } });
            foreach (var other in (int[])[cap - 1, cap + 1])
            {
                yield return ($"{exercise.Id()} capped at {other}", row with { Verdict = verdict with { Caps = verdict.Caps.SetItem(exercise, other) } });
            }
        }

        foreach (var advice in Advice.Where(other => other != verdict.Advisory))
        {
            yield return ($"advice {advice}", row with { Verdict = verdict with { Advisory = advice } });
        }
    }

    private static IEnumerable<(string What, ImmutableArray<CutOff> CutOffs)> CutOffsOf(ImmutableArray<CutOff> cutOffs)
    {
        for (var i = 0; i < cutOffs.Length; i++)
        {
            foreach (var by in (int[])[-1, 1])
            {
                var row = cutOffs[i];
                yield return ($"{row}: men {by}", cutOffs.SetItem(i, row with { Men = row.Men + by }));
                yield return ($"{row}: women {by}", cutOffs.SetItem(i, row with { Women = row.Women + by }));
                if (i > 0)
                {
                    yield return ($"{row}: age {by}", cutOffs.SetItem(i, row with { FromAge = row.FromAge + by }));
                }
            }
        }
    }

    private static ImmutableSortedSet<string> Toggle(ImmutableSortedSet<string> set, string value) =>
        set.SymmetricExcept([value]);
}
