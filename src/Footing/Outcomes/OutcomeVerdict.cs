namespace Footing.Outcomes;

/// <summary>What a look says of a measure.</summary>
public enum OutcomeVerdict
{
    /// <summary>No look's day has come.</summary>
    TooEarly,

    /// <summary>What was recorded does not tell.</summary>
    CannotTell,

    /// <summary>Whatever change there is, it is smaller than one that matters.</summary>
    AboutTheSame,

    /// <summary>Better, by a change that matters.</summary>
    Better,

    /// <summary>Better, by less than a change that matters.</summary>
    ALittleBetter,

    /// <summary>Worse, by less than a change that matters.</summary>
    ALittleWorse,

    /// <summary>Worse, by a change that matters.</summary>
    Worse,
}
