namespace ThesisApp.Client;

/// <summary>One mistake in what was submitted.</summary>
/// <param name="File">The file.</param>
/// <param name="Line">Its line, from 1; 0 when it concerns the whole file.</param>
/// <param name="Message">What is wrong.</param>
/// <param name="Remedy">What would be right.</param>
public sealed record ApiError(string File, int Line, string Message, string Remedy);
