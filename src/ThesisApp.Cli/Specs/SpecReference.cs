namespace ThesisApp.Cli.Specs;

/// <summary>A path or pattern in a specification.</summary>
/// <param name="Text">As it is written.</param>
/// <param name="Line">Its line, from 1.</param>
/// <param name="Column">Its column, from 1.</param>
internal sealed record SpecReference(string Text, int Line, int Column);
