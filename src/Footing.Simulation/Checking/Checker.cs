using Footing.Programmes;

namespace Footing.Simulation.Checking;

/// <summary>An offer that was not allowed.</summary>
/// <param name="Person">The person's number.</param>
/// <param name="On">The date.</param>
/// <param name="Statement">The statement's id.</param>
public sealed record Violation(int Person, DateOnly On, string Statement);

/// <summary>
/// Judges what a person was offered by the entries that had arrived until then. It shares no plan and no screening
/// decision with the code it judges: it reads entries and scripts, and implements the contract a second time.
/// </summary>
internal static class Checker
{
    /// <summary>A person's result: how often each statement was in force and checked, and what violated it.</summary>
    /// <param name="InForce">By the index of the statement.</param>
    /// <param name="Asked">By the index of the statement.</param>
    /// <param name="Violations">In order of time.</param>
    public sealed record Judgement(int[] InForce, int[] Asked, ImmutableArray<Violation> Violations);

    /// <summary>Judges a person's record.</summary>
    /// <param name="record">What they reported, and what they were offered.</param>
    /// <param name="programme">The programme, for its declared levels.</param>
    /// <param name="condition">What the contract says of the condition.</param>
    public static Judgement Judge(PersonRecord record, Programme programme, ConditionChecks condition)
    {
        var statements = condition.Statements;
        var (inForce, asked) = (new int[statements.Length], new int[statements.Length]);
        var violations = ImmutableArray.CreateBuilder<Violation>();
        var performed = record.Openings.Where(opening => opening.Session is not null)
            .ToDictionary(opening => opening.Session!, StringComparer.Ordinal);
        var reading = new RecordedFacts(record.Arrivals, performed, condition);
        var before = new List<Opening>();
        foreach (var opening in record.Openings)
        {
            reading.ReadTo(opening.Known);
            var moment = new PlannedDate(reading, programme, opening, before);
            for (var place = 0; place < statements.Length; place++)
            {
                if (!statements[place].IsInForce(moment))
                {
                    continue;
                }

                inForce[place]++;
                if (opening.Script is null && !statements[place].IsOfAnOfferOwed)
                {
                    continue;
                }

                asked[place]++;
                if (statements[place].IsBroken(moment))
                {
                    violations.Add(new(record.Number, opening.On, statements[place].Id));
                }
            }

            before.Add(opening);
        }

        return new(inForce, asked, violations.ToImmutable());
    }
}
