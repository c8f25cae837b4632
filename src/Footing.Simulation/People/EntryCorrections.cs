using Footing.Journal;

namespace Footing.Simulation.People;

/// <summary>Corrects mistakes and voids reports.</summary>
internal sealed class EntryCorrections(RandomSource chance)
{
    /// <summary>A correction, or a voiding; on purpose, some of these have no effect.</summary>
    /// <param name="entry">The entry to correct.</param>
    /// <param name="at">When.</param>
    public CorrectionEntry Correct(Entry entry, DateTimeOffset at)
    {
        Entry? now = entry switch
        {
            SetEntry set => set with { Done = Math.Max(0, set.Done - chance.From(1, 5)) },
            SessionEntry session => session with
            {
                PainAfter = chance.From(0, 6),
                StopReason = chance.Is(0.5) ? session.StopReason : null,
            },
            FootCheckEntry check => check with
            {
                Skin = chance.Of(SkinFinding.Clear, SkinFinding.Clear, SkinFinding.Mark),
                Calf = YesNoUnsure.No,
                SideDifferenceC = null,
            },
            AdverseEventEntry happened => happened with { Event = chance.Of(AdverseEvent.Cramp, AdverseEvent.NearFall, AdverseEvent.Fall) },
            NextMorningEntry { Because: null } morning => morning with { PainRaised = !morning.PainRaised },
            NextMorningEntry morning => morning with { Pain = chance.From(0, 10), Because = chance.Of(Enum.GetValues<YesNoUnsure>()) },
            LeaveOutEntry leaveOut => leaveOut with { IsOut = !leaveOut.IsOut },
            CheckInEntry checkIn => checkIn with { Pain = chance.From(0, 10) },
            _ => null,
        };
        return new(
            chance.Id(at),
            at,
            entry.Id,
            now is null || chance.Is(0.15) ? null : EntryWriter.Fields(now),
            chance.Is(0.15));
    }
}
