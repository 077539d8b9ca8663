using ThesisApp.Core.Graph;

namespace ThesisApp.Coordination.Cache;

/// <summary>The stored form of a result.</summary>
/// <param name="Artifacts">Artifacts by name.</param>
/// <param name="Extension">Tasks that it adds to the graph.</param>
/// <param name="Message">Its line for the event log.</param>
internal sealed record CachedResult(IReadOnlyDictionary<string, byte[]> Artifacts, IReadOnlyList<TaskDefinition> Extension, string? Message);
