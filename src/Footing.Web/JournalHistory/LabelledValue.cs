namespace Footing.Web.JournalHistory;

/// <summary>One thing that an entry says, in words.</summary>
/// <param name="Label">What it is about; empty where the value says it all.</param>
/// <param name="Value">What was answered.</param>
public readonly record struct LabelledValue(string Label, string Value);
