namespace ThesisApp.Writing.Researching;

/// <summary>Says what should be looked up for a section. Registered only where a chat model is configured.</summary>
public interface ISectionResearcher
{
    /// <summary>Name and version, part of the key under which results are cached.</summary>
    string Version { get; }

    /// <summary>The queries, the most important first; none where nothing of use was said.</summary>
    Task<IReadOnlyList<string>> AskAsync(ResearchRequest request, CancellationToken cancellationToken);
}
