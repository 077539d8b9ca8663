namespace ThesisApp.Core.Drafts;

/// <summary>What one task gives and others need: objectives, definitions, the findings for a question.</summary>
/// <param name="Name">Its name in the outline.</param>
/// <param name="Claims">Its statements.</param>
/// <param name="Terms">The terms that it fixes, most important first.</param>
public sealed record Artifact(string Name, IReadOnlyList<Claim> Claims, IReadOnlyList<string> Terms);
