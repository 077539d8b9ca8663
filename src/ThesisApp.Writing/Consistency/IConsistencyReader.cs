using ThesisApp.Core.Consistency;

namespace ThesisApp.Writing.Consistency;

/// <summary>Reads the whole for what does not agree. Registered only where a chat model is configured.</summary>
public interface IConsistencyReader
{
    /// <summary>Name and version, part of the key under which results are cached.</summary>
    string Version { get; }

    /// <summary>Reads. Whatever is found, its places stand in the text.</summary>
    Task<ConsistencyReport> ReadAsync(ConsistencyRequest request, CancellationToken cancellationToken);
}
