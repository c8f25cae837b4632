namespace Footing.Web.Figures;

/// <summary>A place of the foot that a drawing can mark.</summary>
public enum FootPlace
{
    /// <summary>The tip of the first toe.</summary>
    BigToe,

    /// <summary>The tip of the third.</summary>
    MiddleToe,

    /// <summary>The tip of the fifth.</summary>
    LittleToe,

    /// <summary>The sole under the ball and the outer edge, which carry the load.</summary>
    Sole,

    /// <summary>The heel.</summary>
    Heel,

    /// <summary>The skin between the toes.</summary>
    BetweenToes,

    /// <summary>The top and both edges.</summary>
    TopAndSides,
}

/// <summary>How the feet stand.</summary>
public enum Stance
{
    /// <summary>Side by side.</summary>
    SideBySide,

    /// <summary>One foot half a foot ahead.</summary>
    SemiTandem,

    /// <summary>Heel against toes.</summary>
    Tandem,
}

/// <summary>Names of places in texts.</summary>
public static class FootPlaces
{
    /// <summary>The last part of the text's key.</summary>
    public static string Id(this FootPlace place) => place switch
    {
        FootPlace.BigToe => "big-toe",
        FootPlace.MiddleToe => "middle-toe",
        FootPlace.LittleToe => "little-toe",
        FootPlace.Sole => "sole",
        FootPlace.Heel => "heel",
        FootPlace.BetweenToes => "between-toes",
        FootPlace.TopAndSides => "top-and-sides",
    };
}

/// <summary>Stances by their number in the test, from 1.</summary>
public static class Stances
{
    /// <summary>The stance of a number in an address; null when there is none.</summary>
    public static Stance? Find(string number) => number switch
    {
        "1" => Stance.SideBySide,
        "2" => Stance.SemiTandem,
        "3" => Stance.Tandem,
        _ => null,
    };

    /// <summary>Its number.</summary>
    public static int Number(this Stance stance) => (int)stance + 1;

    /// <summary>The last part of the text's key.</summary>
    public static string Id(this Stance stance) => stance switch
    {
        Stance.SideBySide => "side-by-side",
        Stance.SemiTandem => "semi-tandem",
        Stance.Tandem => "tandem",
    };
}
