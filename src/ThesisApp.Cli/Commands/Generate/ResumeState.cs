namespace ThesisApp.Cli.Commands.Generate;

/// <summary>What <c>generate</c> remembers in the output folder, so that the same command goes on after it was killed.</summary>
/// <param name="InputHash">Hash of all inputs.</param>
/// <param name="Server">The server that was named, or null for an own system.</param>
/// <param name="Nonce">Makes the idempotency key this folder's own, and a new one after each finished run.</param>
/// <param name="RunId">The run, once it is submitted.</param>
/// <param name="IsFinished">True once the run has ended and was exported or reported.</param>
/// <param name="Documents">Files that were exported.</param>
internal sealed record ResumeState(
    string InputHash,
    string? Server,
    string Nonce,
    string? RunId,
    bool IsFinished,
    IReadOnlyList<string>? Documents)
{
    /// <summary>The key under which the run is submitted.</summary>
    public string IdempotencyKey => $"{InputHash}-{Nonce}";
}
