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

    /// <summary>Adds the abbreviations that a section was told of; nothing where it was told of none.</summary>
    public static TaskInputs AddAbbreviations(this TaskInputs inputs, IReadOnlyList<SharedAbbreviation> abbreviations) =>
        abbreviations.Count == 0 ? inputs : inputs.Add("abbreviations", abbreviations, CoreJson.Default.IReadOnlyListSharedAbbreviation);

    /// <summary>Adds what was looked up for a section; nothing where nothing was.</summary>
    public static TaskInputs AddResearch(this TaskInputs inputs, SectionResearch? research) =>
        research is null ? inputs : inputs.Add("what was looked up", research, CoreJson.Default.SectionResearch);
}
