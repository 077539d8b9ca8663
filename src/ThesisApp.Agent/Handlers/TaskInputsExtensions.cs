using ThesisApp.Coordination.Cache;
using ThesisApp.Core;
using ThesisApp.Core.Drafts;

namespace ThesisApp.Agent.Handlers;

/// <summary>Inputs that several handlers have.</summary>
internal static class TaskInputsExtensions
{
    /// <summary>Adds artifacts, each by its name.</summary>
    public static TaskInputs AddArtifacts(this TaskInputs inputs, IEnumerable<Artifact> artifacts)
    {
        foreach (Artifact artifact in artifacts)
        {
            inputs.Add($"artifact {artifact.Name}", artifact, CoreJson.Default.Artifact);
        }

        return inputs;
    }
}
