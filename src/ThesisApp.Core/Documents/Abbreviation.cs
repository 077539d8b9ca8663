namespace ThesisApp.Core.Documents;

/// <summary>An entry of the list of abbreviations.</summary>
/// <param name="Short">Such as <c>SCCS</c>.</param>
/// <param name="Long">Such as <c>Source Code Control System</c>.</param>
public sealed record Abbreviation(string Short, string Long);
