namespace ThesisApp.Core.Checks.Theses;

/// <summary>A section that the outline asks for.</summary>
/// <param name="Number">Its number.</param>
/// <param name="Title">Its heading.</param>
/// <param name="Words">Its budget.</param>
public sealed record ExpectedSection(string Number, string Title, int Words);
