using Footing.Web.Pages;

namespace Footing.Web.Screening;

/// <summary>The order of the pages of a screening.</summary>
internal static class QuestionnaireFlow
{
    /// <summary>The page that shows all answers.</summary>
    public const string Check = "check";

    /// <summary>The position of a page; null for one that this screening does not ask.</summary>
    public static Step? Position(QuestionGroup stop, Draft draft)
    {
        var stops = QuestionGroup.For(draft);
        var index = stops.Select(s => s.Id).ToList().IndexOf(stop.Id);
        return index < 0 ? null : new Step(index + 1, stops.Length);
    }

    /// <summary>Where Back leads.</summary>
    public static string Before(QuestionGroup stop, Draft draft, string? from)
    {
        var stops = QuestionGroup.For(draft).Select(s => s.Id).ToList();
        var index = stops.IndexOf(stop.Id);
        return from is Check or QuestionGroup.StillRight ? Path(from) : index <= 0 ? "/screening" : Path(stops[index - 1]);
    }

    /// <summary>The page after this one: the list that the person came from, or the next question.</summary>
    public static string After(QuestionGroup stop, Draft draft, string? from)
    {
        var stops = QuestionGroup.For(draft).Select(s => s.Id).ToList();
        var index = stops.IndexOf(stop.Id);
        return Path(from is Check or QuestionGroup.StillRight ? from : index >= 0 && index + 1 < stops.Count ? stops[index + 1] : Check);
    }

    /// <summary>The first page that still needs an answer.</summary>
    public static string NextOpen(Draft draft) => QuestionGroup.For(draft).FirstOrDefault(stop => !draft.Has(stop))?.Id ?? Check;

    /// <summary>The address of a page.</summary>
    public static string Path(string id) => "/screening/" + id;
}
