namespace ThesisApp.Core.Documents;

/// <summary>An entry of the list of abbreviations.</summary>
/// <param name="ShortForm">Such as <c>SCCS</c>.</param>
/// <param name="LongForm">Such as <c>Source Code Control System</c>.</param>
public sealed record Abbreviation(string ShortForm, string LongForm);
