using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using ThesisApp.Coordination.Board;
using ThesisApp.Core.Graph;

namespace ThesisApp.Agent.Handlers;

/// <summary>Collects what a task publishes.</summary>
internal sealed class ArtifactBag
{
    private readonly Dictionary<string, ReadOnlyMemory<byte>> _artifacts = new(StringComparer.Ordinal);

    public ArtifactBag Add<T>(string name, T value, JsonTypeInfo<T> type)
    {
        _artifacts[name] = JsonSerializer.SerializeToUtf8Bytes(value, type);
        return this;
    }

    public ArtifactBag Add(string name, byte[] bytes)
    {
        _artifacts[name] = bytes;
        return this;
    }

    public TaskResult ToResult(string? message = null, IReadOnlyList<TaskDefinition>? extension = null) =>
        new() { Artifacts = _artifacts, Extension = extension ?? [], Message = message };
}
