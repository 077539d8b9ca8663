namespace ThesisApp.Writing.Outlining;

/// <summary>Makes the outline of a thesis whose specification asks for one of a model.</summary>
public interface IOutliner
{
    /// <summary>Name and version, part of the key under which outlines are cached.</summary>
    string Version { get; }

    /// <summary>Makes the outline.</summary>
    Task<ProposedOutline> ProposeAsync(OutlineRequest request, CancellationToken cancellationToken);
}
