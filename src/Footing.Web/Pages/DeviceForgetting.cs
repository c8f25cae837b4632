using Microsoft.AspNetCore.Http;

namespace Footing.Web.Pages;

/// <summary>Says within a request that the device must forget all that it keeps of the person.</summary>
internal static class DeviceForgetting
{
    private static readonly object Asked = new();

    /// <summary>The device must forget.</summary>
    public static void Ask(HttpContext context) => context.Items[Asked] = true;

    /// <summary>Whether the device that a page goes to must forget. A page that is kept for later does not say so.</summary>
    public static bool IsAsked(HttpContext? context) => context?.Items.ContainsKey(Asked) == true && !OfflineMode.IsAsked(context);
}
