namespace ThesisApp.Cli.Commands.Doctor;

/// <summary>What <c>thesis doctor --json</c> prints.</summary>
/// <param name="Healthy">True if everything that is required, or was asked for, is there.</param>
/// <param name="Checks">Programs and parts.</param>
/// <param name="Sandboxes">Kinds of sandbox.</param>
internal sealed record DoctorResult(bool Healthy, IReadOnlyList<DoctorCheck> Checks, IReadOnlyList<SandboxFinding> Sandboxes);
