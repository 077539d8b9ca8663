namespace ThesisApp.Writing.Chat.Asking;

/// <summary>An artifact as a model gives it.</summary>
/// <param name="Claims">Its statements.</param>
/// <param name="Terms">Its terms.</param>
internal sealed record EstablishedArtifact(IReadOnlyList<EstablishedClaim> Claims, IReadOnlyList<string> Terms);
