namespace Footing.Web.Pages;

/// <summary>The main places of Footing, in the order of the bar that leads to them.</summary>
public enum Place
{
    /// <summary>What is due today.</summary>
    Today,

    /// <summary>The plan, with its reasons.</summary>
    Plan,

    /// <summary>Whether it helps.</summary>
    Progress,

    /// <summary>What was done and answered.</summary>
    History,
}

/// <summary>Addresses and ids of places.</summary>
public static class Places
{
    /// <summary>The last part of the text's key.</summary>
    public static string Id(this Place place) => place switch
    {
        Place.Today => "today",
        Place.Plan => "plan",
        Place.Progress => "progress",
        Place.History => "history",
    };

    /// <summary>The address of a place.</summary>
    public static string Path(this Place place) => "/" + place.Id();
}

/// <summary>The position in a series of pages.</summary>
/// <param name="Number">This page, from 1.</param>
/// <param name="Of">How many there are.</param>
public readonly record struct Step(int Number, int Of);
