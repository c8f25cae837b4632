using Microsoft.AspNetCore.Http;

namespace Footing.Web.Pages;

/// <summary>Records within a request that the device must forget everything that it keeps of the person.</summary>
internal static class DeviceForgetting
{
    private static readonly object Asked = new();

    /// <summary>The device must forget.</summary>
    public static void Ask(HttpContext context) => context.Items[Asked] = true;

    /// <summary>Whether the device that receives a page must forget. An offline page does not say so.</summary>
    public static bool IsAsked(HttpContext? context) => context?.Items.ContainsKey(Asked) == true && !OfflineMode.IsAsked(context);
}
