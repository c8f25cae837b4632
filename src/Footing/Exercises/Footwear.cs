namespace Footing.Exercises;

/// <summary>What is on the feet while an exercise is done.</summary>
public enum Footwear
{
    /// <summary>Shoes.</summary>
    Shoes,

    /// <summary>Socks; the shoes stand beside.</summary>
    Socks,
}

/// <summary>Ids of footwear in data.</summary>
public static class FootwearIds
{
    /// <summary>All of them.</summary>
    public static ImmutableArray<string> All { get; } = ["shoes", "socks"];

    /// <summary>The footwear with this id, or null when there is none.</summary>
    public static Footwear? Find(string? id) => id switch
    {
        "shoes" => Footwear.Shoes,
        "socks" => Footwear.Socks,
        _ => null,
    };
}
