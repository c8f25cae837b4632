namespace Footing.Web.Pages;

/// <summary>An answer to choose.</summary>
/// <param name="Value">What is sent and stored.</param>
/// <param name="Text">What the person reads.</param>
public readonly record struct Choice(string Value, string Text);
