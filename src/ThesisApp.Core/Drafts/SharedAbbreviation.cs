namespace ThesisApp.Core.Drafts;

/// <summary>An abbreviation that the sources explain, so that sections written at the same time use it alike.</summary>
/// <param name="ShortForm">Such as <c>DAG</c>.</param>
/// <param name="LongForm">Such as <c>directed acyclic graph</c>.</param>
/// <param name="SectionId">The section that writes it out: the first whose passages have it.</param>
public sealed record SharedAbbreviation(string ShortForm, string LongForm, string SectionId);
