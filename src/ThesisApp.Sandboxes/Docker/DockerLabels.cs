namespace ThesisApp.Sandboxes.Docker;

/// <summary>What containers are marked with, so that they are found again.</summary>
internal static class DockerLabels
{
    /// <summary>The pool that a container belongs to.</summary>
    public const string Pool = "thesis.pool";

    /// <summary>The sandbox's id.</summary>
    public const string Sandbox = "thesis.sandbox";
}
