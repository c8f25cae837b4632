namespace Footing.Simulation.Checking;

/// <summary>P12 where it is certain: only dates that were due in every case count as missed.</summary>
internal static class Attendance
{
    /// <summary>Whether under 70 % of the due dates of the 14 days up to a session had one.</summary>
    public static bool IsSurelyLow(PlannedDate moment, PerformedSession session)
    {
        var reading = moment.Reading;
        if (session.On.DayNumber - reading.Sessions[0].On.DayNumber < 14)
        {
            return false;
        }

        int had = 0, missed = 0;
        for (var date = session.On.AddDays(-13); date <= session.On; date = date.AddDays(1))
        {
            if (reading.Sessions.Exists(other => other.On == date))
            {
                had++;
            }
            else if (WasSurelyDue(moment, date))
            {
                missed++;
            }
        }

        return had * 10 < (had + missed) * 7;
    }

    private static bool HasSeated(PlannedDate moment) => moment.Programme.Exercises
        .Any(exercise => exercise.Levels.All(level => level.Position is Position.Seated or Position.Lying));

    private static bool WasSurelyDue(PlannedDate moment, DateOnly date)
    {
        var reading = moment.Reading;
        var screening = reading.Screenings.FindLast(screening => screening.On <= date);
        var before = reading.Sessions.FindLast(other => other.On < date);
        return moment.WeekdaysOn(date).Contains(date.DayOfWeek) &&
            screening is not null &&
            screening.On < date &&
            date.DayNumber - screening.On.DayNumber <= 27 &&
            // No answer or entry that could stop, withhold or rest an exercise: other people are not judged here.
            reading.Condition.IsSurelyWell(screening.Answers) &&
            !(reading.LastStop(date) >= screening.On) &&
            // After a fall, or a warm foot, nothing may remain where all is done standing.
            (HasSeated(moment) || !(reading.Unsteady >= screening.On || reading.Checks.Exists(check => !check.IsClear && check.On <= date))) &&
            reading.Adjustments.Count == 0 &&
            reading.LeaveOuts.Count == 0 &&
            reading.LastDisturbance < 0 &&
            before is not null &&
            date.DayNumber - before.On.DayNumber is > 1 and < 15 &&
            !reading.Sessions.Exists(other => moment.Programme.ExerciseIds.Any(other.IsPain));
    }
}
