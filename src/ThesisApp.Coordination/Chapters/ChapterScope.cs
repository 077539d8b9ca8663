namespace ThesisApp.Coordination.Chapters;

/// <summary>A chapter of a run, as a sandbox is bound to it.</summary>
/// <param name="RunId">The run.</param>
/// <param name="Chapter">Id of the chapter.</param>
public sealed record ChapterScope(string RunId, string Chapter);
