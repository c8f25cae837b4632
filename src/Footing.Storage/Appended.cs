using Footing.Reading;

namespace Footing.Storage;

/// <summary>What became of an entry that was to be appended.</summary>
public enum AppendOutcome
{
    /// <summary>It is in the journal now, durably.</summary>
    Accepted,

    /// <summary>It was there before with the same content; the first bytes stay. A retry ends here.</summary>
    Duplicate,

    /// <summary>Rejected: the id is there with other content, which stays.</summary>
    Conflict,

    /// <summary>Rejected: its <c>at</c> is more than 24 hours ahead of the store's clock.</summary>
    TooFarAhead,
}

/// <summary>What became of one entry.</summary>
/// <param name="Id">The entry's id.</param>
/// <param name="Outcome">What became of it.</param>
public readonly record struct Appended(Guid Id, AppendOutcome Outcome)
{
    /// <summary>Why it was rejected, naming the field; null when it is in the journal.</summary>
    public Problem? Problem => Outcome switch
    {
        AppendOutcome.Accepted or AppendOutcome.Duplicate => null,
        AppendOutcome.Conflict => new Problem("id", "the journal has another entry with this id: give the new one an id of its own"),
        AppendOutcome.TooFarAhead => new Problem("at", "is more than 24 hours ahead: check the clock and time zone of the device"),
    };
}
