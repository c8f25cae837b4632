namespace Footing.Web.JournalHistory;

/// <summary>One part of an entry's content, in words.</summary>
/// <param name="Label">What it is about; empty when the value is enough.</param>
/// <param name="Value">The answer.</param>
public readonly record struct LabelledValue(string Label, string Value);
