using Microsoft.AspNetCore.Components;

namespace Footing.Web.Pages;

/// <summary>Data that a page contains for its script; a browser neither shows nor runs it.</summary>
internal static class JsonBlock
{
    /// <summary>The block.</summary>
    /// <param name="id">The id by which the script finds it.</param>
    /// <param name="json">The data. Nothing in it can end the block.</param>
    public static MarkupString Of(string id, string json) =>
        new($"<script type=\"application/json\" id=\"{id}\">{json.Replace("<", "\\u003c", StringComparison.Ordinal)}</script>");
}
